package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Folded;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Condition.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges by trying every rule on every fact: slow, and plain enough to be believed. */
final class Oracle {

    private interface Match {
        void of(Rule rule, Fact[] seen);
    }

    private final List<Rule> rules;

    Oracle(List<Rule> rules) {
        this.rules = rules;
    }

    /** Each finding and each reason for an inferred fact as a line, sorted. */
    List<String> judge(Collection<? extends Fact> facts) {
        List<String> lines = new ArrayList<>();
        Collection<Fact> known = new LinkedHashSet<>(facts);
        Map<String, Inferred> inferred = new LinkedHashMap<>();
        matches(true, List.copyOf(known), (rule, seen) -> {
            lines.add("inferred " + line(rule, seen));
            inferred.putIfAbsent(
                    rule.id(),
                    new Inferred(rule.id(), evidence(rule, seen).get(0).quote()));
        });
        known.addAll(inferred.values());
        matches(false, known, (rule, seen) -> lines.add(line(rule, seen)));
        Collections.sort(lines);
        return lines;
    }

    /** The same lines from the engine. */
    static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.inferred()
                .values()
                .forEach(reasons -> reasons.forEach(reason -> lines.add(
                        "inferred " + line(reason.rule().name(), reason.rule().id(), reason.evidence()))));
        outcome.findings().forEach(f -> lines.add(line(f.rule().name(), f.id(), f.evidence())));
        Collections.sort(lines);
        return lines;
    }

    private static String line(Rule rule, Fact[] seen) {
        return line(rule.name(), rule.id(), evidence(rule, seen));
    }

    /** Without the quote of what is inferred, which is that of any of its reasons. */
    private static String line(String rule, String id, List<Fact> evidence) {
        return rule + " -> " + id
                + evidence.stream()
                        .map(f -> f instanceof Inferred i ? i.name() : f.toString())
                        .toList();
    }

    private static List<Fact> evidence(Rule rule, Fact[] seen) {
        return rule.then().evidence().stream().map(i -> seen[i]).toList();
    }

    private void matches(boolean inference, Collection<? extends Fact> facts, Match match) {
        for (Rule rule : rules) {
            if (rule.isInference() == inference) {
                next(rule, 0, new Fact[rule.when().size()], facts, match);
            }
        }
    }

    private void next(Rule rule, int index, Fact[] seen, Collection<? extends Fact> facts, Match match) {
        if (index == rule.when().size()) {
            match.of(rule, seen);
            return;
        }
        Pattern pattern = rule.when().get(index);
        if (pattern.kind() != Pattern.Kind.SOME) {
            if (facts.stream().anyMatch(fact -> fits(pattern, fact, seen)) == pattern.isPositive()) {
                next(rule, index + 1, seen, facts, match);
            }
            return;
        }
        for (Fact fact : facts) {
            if (fits(pattern, fact, seen)) {
                seen[index] = fact;
                next(rule, index + 1, seen, facts, match);
                seen[index] = null;
            }
        }
    }

    private static boolean fits(Pattern pattern, Fact fact, Fact[] seen) {
        return pattern.is(fact.getClass()) && pattern.conditions().stream().allMatch(c -> holds(c, fact, seen));
    }

    private static boolean holds(Condition condition, Fact fact, Fact[] seen) {
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), fact, seen);
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(c -> holds(c, fact, seen));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(c -> holds(c, fact, seen));
        }
        if (condition instanceof Condition.In in) {
            return in.values().stream().anyMatch(v -> v.equals(in.left().get().apply(fact))) != in.negated();
        }
        if (condition instanceof Condition.Ask ask) {
            String[] texts = ask.texts().toArray(String[]::new);
            return ask.word().isSays()
                    ? Folded.says(ask.word().text().apply(fact), texts)
                    : ((Status) fact).within(texts);
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return compare(compare.left().get().apply(fact), compare.operator(), value(compare.right(), fact, seen));
    }

    private static Object value(Condition.Value value, Fact self, Fact[] seen) {
        if (value instanceof Condition.Literal literal) {
            return literal.value();
        }
        Condition.Seen other = (Condition.Seen) value;
        return other.of(seen[other.pattern()] == null ? self : seen[other.pattern()]);
    }

    private static boolean compare(Object left, Operator operator, Object right) {
        return switch (operator) {
            case EQ -> Objects.equals(left, right);
            case NE -> !Objects.equals(left, right);
            case LT -> (Integer) left < (Integer) right;
            case LE -> (Integer) left <= (Integer) right;
            case GT -> (Integer) left > (Integer) right;
            case GE -> (Integer) left >= (Integer) right;
        };
    }
}
