package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Checks.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** One rule tried on facts by hand, with some of its patterns left open: {@code Context( name == "recipient-kind" )} before it was asked. */
final class Fits {

    /** A condition of a pattern, and the other patterns that it looks at. */
    private record Part(Check check, int[] others) {
    }

    private final Rule rule;
    private final List<List<Part>> parts = new ArrayList<>();
    private final BitSet needed = new BitSet();

    Fits(Rule rule, Asks asks) {
        this.rule = rule;
        for (Pattern pattern : rule.when()) {
            parts.add(pattern.conditions().stream().map(c -> {
                List<Integer> others = c.others(pattern.index());
                return new Part(new Checks(asks, others).check(c), others.stream().mapToInt(i -> i).toArray());
            }).toList());
            if (pattern.isPositive() && !pattern.is(Context.class) && !pattern.is(Inferred.class)) {
                pattern.conditions().stream().filter(Asks::isAsk).forEach(c -> needed.set(asks.number(c)));
            }
        }
    }

    Rule rule() {
        return rule;
    }

    /** Whether the rule matches, if its open patterns are taken to hold; {@code answers} are those of all facts together. */
    boolean on(List<Heard> facts, BitSet answers, Predicate<Pattern> open) {
        for (int ask = needed.nextSetBit(0); ask >= 0; ask = needed.nextSetBit(ask + 1)) {
            if (!answers.get(ask)) {
                return false;
            }
        }
        return next(0, new Said[rule.when().size()], facts, open);
    }

    private boolean next(int index, Said[] seen, List<Heard> facts, Predicate<Pattern> open) {
        if (index == rule.when().size()) {
            return true;
        }
        Pattern pattern = rule.when().get(index);
        if (open.test(pattern)) {
            return next(index + 1, seen, facts, open);
        }
        if (pattern.kind() != Pattern.Kind.SOME) {
            boolean there = facts.stream().anyMatch(fact -> holds(pattern, fact, seen));
            return there == pattern.isPositive() && next(index + 1, seen, facts, open);
        }
        for (Heard fact : facts) {
            if (holds(pattern, fact, seen)) {
                seen[index] = said(fact);
                if (next(index + 1, seen, facts, open)) {
                    return true;
                }
                seen[index] = null;
            }
        }
        return false;
    }

    /** What depends on an open pattern is open too. */
    private boolean holds(Pattern pattern, Heard fact, Said[] seen) {
        if (fact.type() != pattern.type()) {
            return false;
        }
        Said self = said(fact);
        for (Part part : parts.get(pattern.index())) {
            boolean isOpen = Arrays.stream(part.others).anyMatch(i -> seen[i] == null);
            if (!isOpen && !part.check.holds(self, at(part, 0, seen), at(part, 1, seen), at(part, 2, seen))) {
                return false;
            }
        }
        return true;
    }

    private static Said at(Part part, int index, Said[] seen) {
        return index < part.others.length ? seen[part.others[index]] : null;
    }

    private static Said said(Heard fact) {
        return new Said(0, fact.fact(), fact.answers());
    }
}
