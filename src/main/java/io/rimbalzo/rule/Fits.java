package io.rimbalzo.rule;

import io.rimbalzo.rule.Checks.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One rule tried on facts by hand, with some of its patterns left open: {@code Context( name == "recipient-kind" )} before it was asked. */
final class Fits {

    /** A condition of a pattern, and the other patterns that it looks at. */
    private record Part(Check check, List<Integer> others) {
    }

    private final Rule rule;
    private final List<List<Part>> parts = new ArrayList<>();

    Fits(Rule rule, Asks asks) {
        this.rule = rule;
        for (Pattern pattern : rule.when()) {
            parts.add(pattern.conditions().stream().map(c -> {
                List<Integer> others = c.others(pattern.index());
                return new Part(new Checks(asks, others).check(c), others);
            }).toList());
        }
    }

    Rule rule() {
        return rule;
    }

    /** Whether the rule matches, if its open patterns are taken to hold. */
    boolean on(List<Heard> facts, Predicate<Pattern> open) {
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
            Said[] others = part.others.stream().map(i -> seen[i]).toArray(Said[]::new);
            boolean isOpen = java.util.Arrays.asList(others).contains(null);
            if (!isOpen && !part.check.holds(self, at(others, 0), at(others, 1), at(others, 2))) {
                return false;
            }
        }
        return true;
    }

    private static Said at(Said[] others, int index) {
        return index < others.length ? others[index] : null;
    }

    private static Said said(Heard fact) {
        return new Said(0, fact.fact(), fact.answers());
    }
}
