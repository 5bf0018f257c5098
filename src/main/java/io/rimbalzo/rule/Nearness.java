package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Condition.Ask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tries one rule by hand, forgiving one lack: the way through its patterns that comes nearest to firing. */
final class Nearness {

    /** What must hold, or nearly stand in the text, for a rule to be worth telling. */
    private static final double ENOUGH = 0.8;

    private static final double NEARLY_SAID = 0.6;

    private final Rule rule;
    private final Asks asks;
    private final List<Heard> facts;
    private @Nullable Nearly best;

    /** The pattern, condition and fact of the one lack; {@code near} tells how much of it is there, from 0 to 1. */
    private record Lack(
            Pattern pattern,
            @Nullable Condition condition,
            @Nullable Fact fact,
            double near) {}

    private Nearness(Rule rule, Asks asks, List<Heard> facts) {
        this.rule = rule;
        this.asks = asks;
        this.facts = facts;
    }

    /** Null where more than one thing is lacking, or too little speaks for the rule. */
    static @Nullable Nearly of(Rule rule, Asks asks, List<Heard> facts) {
        Nearness nearness = new Nearness(rule, asks, facts);
        nearness.next(0, new Said[rule.when().size()], null, 0);
        return nearness.best;
    }

    private void next(int index, Said[] seen, @Nullable Lack lack, double held) {
        if (index == rule.when().size()) {
            if (lack != null) {
                keep(seen, lack, held);
            }
            return;
        }
        Pattern pattern = rule.when().get(index);
        Heard there = null;
        for (Heard fact : facts) {
            if (fact.type() == pattern.type() && failing(pattern, fact, seen).isEmpty()) {
                there = fact;
                if (pattern.kind() == Pattern.Kind.SOME) {
                    bound(index, fact, seen, lack, held + weight(pattern, null));
                }
            }
        }
        if (pattern.kind() != Pattern.Kind.SOME && (there != null) == pattern.isPositive()) {
            next(index + 1, seen, lack, held + (there == null ? 0 : weight(pattern, null)));
        } else if (there == null && lack == null) {
            lacking(index, pattern, seen, held);
        } else if (there != null && !pattern.isPositive() && lack == null) {
            next(index + 1, seen, new Lack(pattern, null, there.fact(), ENOUGH / 2), held);
        }
    }

    private void bound(int index, Heard fact, Said[] seen, @Nullable Lack lack, double held) {
        seen[index] = new Said(0, fact.fact(), fact.answers());
        next(index + 1, seen, lack, held);
        seen[index] = null;
    }

    /** Goes on without what the pattern asks for: one condition of one fact, or all of it. */
    private void lacking(int index, Pattern pattern, Said[] seen, double held) {
        for (Heard fact : facts) {
            List<Condition> failing = fact.type() == pattern.type() ? failing(pattern, fact, seen) : List.of();
            if (failing.size() == 1 && (pattern.conditions().size() > 1 || isSays(failing.get(0)))) {
                double others = weight(pattern, failing.get(0));
                bound(index, fact, seen, lack(pattern, failing.get(0), fact.fact()), held + others);
            }
        }
        boolean told = pattern.is(Context.class) || pattern.is(Inferred.class) || pattern.is(Status.class);
        next(index + 1, seen, new Lack(pattern, null, null, told ? ENOUGH / 2 : 0), held);
    }

    /** The conditions that a fact does not satisfy; those that look at a pattern without a fact are left open. */
    private List<Condition> failing(Pattern pattern, Heard fact, Said[] seen) {
        Said self = new Said(0, fact.fact(), fact.answers());
        List<Condition> failing = new ArrayList<>();
        for (Condition condition : pattern.conditions()) {
            List<Integer> others = condition.others(pattern.index());
            boolean open = others.stream().anyMatch(other -> seen[other] == null);
            if (!open
                    && !new Checks(asks, others)
                            .check(condition)
                            .holds(self, at(others, 0, seen), at(others, 1, seen), at(others, 2, seen))) {
                failing.add(condition);
            }
        }
        return failing;
    }

    private static @Nullable Said at(List<Integer> others, int index, Said[] seen) {
        return index < others.size() ? seen[others.get(index)] : null;
    }

    private static boolean isSays(Condition condition) {
        return condition instanceof Ask ask && ask.word().isSays();
    }

    /** Of several phrases the one of which the fact has most is lacking. */
    private static Lack lack(Pattern pattern, Condition condition, Fact fact) {
        if (!isSays(condition)) {
            return new Lack(pattern, condition, fact, ENOUGH / 2);
        }
        Ask ask = (Ask) condition;
        String text = ask.word().text().apply(fact);
        String nearest = Overlap.nearest(text, ask.texts());
        double near = Overlap.of(text, nearest);
        return new Lack(pattern, near > 0 ? new Ask(ask.word(), List.of(nearest)) : ask, fact, near);
    }

    /** What a pattern speaks for the rule, all but one condition of it: words most, a code nearly as much. */
    private static double weight(Pattern pattern, @Nullable Condition without) {
        double weight = 0;
        for (Condition condition : pattern.conditions()) {
            if (condition != without) {
                weight += isSays(condition)
                        ? 1
                        : pattern.is(Status.class) || pattern.is(Context.class)
                                ? ENOUGH / pattern.conditions().size()
                                : pattern.is(Reply.class) ? ENOUGH / 4 : ENOUGH / 3;
            }
        }
        return weight;
    }

    private void keep(Said[] seen, Lack lack, double held) {
        if (held < ENOUGH && !(lack.condition != null && isSays(lack.condition) && lack.near >= NEARLY_SAID)) {
            return;
        }
        double nearness = lack.near + held / 2;
        if (best == null || nearness > best.nearness()) {
            List<Fact> facts = Arrays.stream(seen)
                    .filter(Objects::nonNull)
                    .map(Said::fact)
                    .filter(fact -> fact != lack.fact)
                    .toList();
            best = new Nearly(rule, lack.pattern, lack.condition, lack.fact, facts, nearness);
        }
    }
}
