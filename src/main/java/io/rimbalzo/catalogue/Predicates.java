package io.rimbalzo.catalogue;

import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.All;
import io.rimbalzo.rule.Condition.Any;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import io.rimbalzo.rule.FactType.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts conditions into words: {@code !says("mailbox full")} into {@code non contiene «mailbox full»}. */
final class Predicates {

    private final Grammar grammar;

    Predicates(Grammar grammar) {
        this.grammar = grammar;
    }

    /** @param yes whether the condition must hold, or must not */
    Predicate of(Condition condition, boolean yes) {
        if (condition instanceof Condition.Not not) {
            return of(not.condition(), !yes);
        }
        if (condition instanceof All all) {
            return several(all.conditions(), yes, yes ? "and" : "or");
        }
        if (condition instanceof Any any) {
            return several(any.conditions(), yes, yes ? "or" : "and");
        }
        if (condition instanceof Ask ask) {
            return ask(ask, yes);
        }
        if (condition instanceof In in) {
            return among(in.left(), in.values(), in.negated() != yes);
        }
        Compare compare = (Compare) condition;
        if (compare.right() instanceof Seen seen) {
            return join(compare.left(), shape(compare.operator(), yes), seen.field());
        }
        Object value = ((Literal) compare.right()).value();
        return switch (compare.operator()) {
            case EQ -> among(compare.left(), List.of(value), yes);
            case NE -> among(compare.left(), List.of(value), !yes);
            default -> {
                String key = grammar.key(compare.left().toString(), shape(compare.operator(), yes));
                yield new Predicate(grammar.say(key, Map.of("value", value)), false, false);
            }
        };
    }

    /** All of them, one after the other; bounds on both sides of a number are told together. */
    Predicate all(List<Condition> conditions) {
        return several(conditions, true, "and");
    }

    private Predicate several(List<Condition> conditions, boolean yes, String kind) {
        List<Predicate> predicates = new ArrayList<>();
        List<Condition> left = new ArrayList<>(conditions);
        for (Condition condition : conditions) {
            Condition other = yes && kind.equals("and") ? otherBound(condition, left) : null;
            if (other != null) {
                predicates.add(between((Compare) condition, (Compare) other));
                left.removeAll(List.of(condition, other));
            } else if (left.remove(condition)) {
                predicates.add(of(condition, yes));
            }
        }
        return joined(predicates, kind);
    }

    private Predicate joined(List<Predicate> predicates, String kind) {
        Predicate first = predicates.get(0);
        String text = first.text();
        for (int i = 1; i < predicates.size(); i++) {
            Predicate next = predicates.get(i);
            boolean but = kind.equals("and")
                    && next.negative()
                    && !predicates.get(i - 1).negative();
            boolean pause = predicates.get(i - 1).compound() || next.compound();
            String key = "join." + (but ? "but" : kind + (pause ? ".pause" : ""));
            text = grammar.say(key, Map.of("before", text, "item", next.text()));
        }
        boolean negative = predicates.stream().allMatch(Predicate::negative);
        return new Predicate(text, negative, predicates.size() > 1 || first.compound());
    }

    /** The upper bound that goes with a lower one. */
    private static @Nullable Condition otherBound(Condition condition, List<Condition> left) {
        boolean lower = condition instanceof Compare compare
                && compare.right() instanceof Literal
                && (compare.operator() == Operator.GE || compare.operator() == Operator.GT);
        return !lower
                ? null
                : left.stream()
                        .filter(c -> c instanceof Compare other
                                && other.left().equals(((Compare) condition).left())
                                && other.right() instanceof Literal
                                && (other.operator() == Operator.LE || other.operator() == Operator.LT))
                        .findFirst()
                        .orElse(null);
    }

    private Predicate between(Compare lower, Compare upper) {
        int from = (Integer) ((Literal) lower.right()).value() + (lower.operator() == Operator.GT ? 1 : 0);
        int to = (Integer) ((Literal) upper.right()).value() - (upper.operator() == Operator.LT ? 1 : 0);
        String key = grammar.key(lower.left().toString(), "between");
        return new Predicate(grammar.say(key, Map.of("from", from, "to", to)), false, false);
    }

    private static String shape(Operator operator, boolean yes) {
        return switch (operator) {
            case EQ -> yes ? "same" : "differs";
            case NE -> yes ? "differs" : "same";
            case LT -> yes ? "below" : "at-least";
            case LE -> yes ? "at-most" : "above";
            case GT -> yes ? "above" : "at-most";
            case GE -> yes ? "at-least" : "below";
        };
    }

    /** Two facts side by side: {@code domain == $from}. */
    private Predicate join(Field left, String shape, Field right) {
        String own = left + "." + shape + "." + right;
        String text = grammar.has(own)
                ? grammar.say(own, Map.of())
                : grammar.say(
                        "with." + shape,
                        Map.of(
                                "field", grammar.say(left + ".a", Map.of()),
                                "other", grammar.say(right + ".the", Map.of())));
        return new Predicate(text, false, false);
    }

    /** Values that have a turn of phrase of their own, {@code Action.value.is.delayed}, and the others as a list. */
    private Predicate among(Field field, List<Object> values, boolean yes) {
        String shape = yes ? "is" : "is-not";
        List<String> told = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Object value : values) {
            String own = field + "." + shape + "." + (value.equals("") ? "empty" : value);
            if (grammar.has(own)) {
                told.add(grammar.say(own, Map.of()));
            } else {
                plain.add(grammar.value(field.toString(), value));
            }
        }
        if (!plain.isEmpty()) {
            told.add(grammar.say(grammar.key(field.toString(), shape), grammar.lists(plain)));
        }
        String text = grammar.list(yes ? "or" : "and", told);
        return new Predicate(text, !yes, values.size() > 1);
    }

    private Predicate ask(Ask ask, boolean yes) {
        List<String> texts = ask.word().isSays()
                ? grammar.phrases(ask.texts())
                : ask.texts().stream().map(this::range).toList();
        String key = grammar.key(ask.word().of().name(), ask.word().name() + (yes ? "" : ".not"));
        return new Predicate(grammar.say(key, grammar.lists(texts)), !yes, texts.size() > 1);
    }

    /** {@code 5.7.606-649}, {@code x.7.1}, {@code 5.7.x}, {@code 5.5.3} */
    private String range(String text) {
        CodeRange range = CodeRange.parse(text);
        int dash = text.indexOf('-');
        if (dash > 0) {
            String first = text.substring(0, dash);
            String last = text.substring(0, text.lastIndexOf('.', dash) + 1) + text.substring(dash + 1);
            return grammar.say("range.span", Map.of("from", first, "to", last));
        }
        boolean open = range.kind() == CodeRange.ANY || range.first() == CodeRange.ANY;
        return grammar.say(open ? "range.open" : "range.code", Map.of("code", text));
    }
}
