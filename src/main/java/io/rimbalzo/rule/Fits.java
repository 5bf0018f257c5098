package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Checks.Check;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule tried on facts by hand, with some of its patterns left open: {@code Context( name == "recipient-kind" )}
 * before it was asked.
 */
final class Fits {

    /** A condition of a pattern, and the other patterns that it looks at. */
    private record Part(Check check, int[] others) {}

    /** What a rule asks of a fact in one place; {@code context} and {@code inferred} are null where it asks for something else. */
    private record Line(
            Pattern pattern,
            @Nullable String context,
            @Nullable String inferred,
            List<Part> parts) {}

    private final Rule rule;
    private final List<Line> lines = new ArrayList<>();
    private final BitSet needs = new BitSet();

    Fits(Rule rule, Asks asks) {
        this.rule = rule;
        for (Pattern pattern : rule.when()) {
            String context = pattern.is(Context.class) ? pattern.literal("name") : null;
            String inferred = pattern.is(Inferred.class) ? pattern.literal("name") : null;
            List<Part> parts = pattern.conditions().stream()
                    .map(c -> part(c, pattern.index(), asks))
                    .toList();
            lines.add(new Line(pattern, context, inferred, parts));
            if (pattern.isPositive() && context == null && inferred == null) {
                asks.of(pattern).forEach(needs::set);
            }
        }
    }

    private static Part part(Condition condition, int self, Asks asks) {
        List<Integer> others = condition.others(self);
        return new Part(
                new Checks(asks, others).check(condition),
                others.stream().mapToInt(i -> i).toArray());
    }

    Rule rule() {
        return rule;
    }

    /**
     * What is known while a rule is tried.
     *
     * @param answers those of all facts together
     * @param told    the names of context that are known
     * @param open    the names that may still be inferred
     */
    record Known(List<Heard> facts, BitSet answers, Set<String> told, Set<String> open) {

        private boolean isOpen(Line line) {
            return line.context != null && !told.contains(line.context)
                    || line.inferred != null && open.contains(line.inferred);
        }
    }

    /** Whether some of its patterns are open and the others match. */
    boolean on(Known known) {
        for (int ask = needs.nextSetBit(0); ask >= 0; ask = needs.nextSetBit(ask + 1)) {
            if (!known.answers.get(ask)) {
                return false;
            }
        }
        for (Line line : lines) {
            if (known.isOpen(line)) {
                return next(0, new Said[lines.size()], known);
            }
        }
        return false;
    }

    private boolean next(int index, Said[] seen, Known known) {
        if (index == lines.size()) {
            return true;
        }
        Line line = lines.get(index);
        if (known.isOpen(line)) {
            return next(index + 1, seen, known);
        }
        boolean some = line.pattern.kind() == Pattern.Kind.SOME;
        for (Heard fact : known.facts) {
            if (fact.type() == line.pattern.type() && holds(line, fact, seen)) {
                if (!some) {
                    return line.pattern.isPositive() && next(index + 1, seen, known);
                }
                seen[index] = new Said(0, fact.fact(), fact.answers());
                if (next(index + 1, seen, known)) {
                    return true;
                }
                seen[index] = null;
            }
        }
        return !line.pattern.isPositive() && next(index + 1, seen, known);
    }

    /** What depends on an open pattern is open too. */
    private static boolean holds(Line line, Heard fact, Said[] seen) {
        Said self = new Said(0, fact.fact(), fact.answers());
        for (Part part : line.parts) {
            if (!isOpen(part, seen)
                    && !part.check.holds(self, at(part, 0, seen), at(part, 1, seen), at(part, 2, seen))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(Part part, Said[] seen) {
        for (int other : part.others) {
            if (seen[other] == null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Said at(Part part, int index, Said[] seen) {
        return index < part.others.length ? seen[part.others[index]] : null;
    }
}
