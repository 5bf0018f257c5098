package io.rimbalzo.catalogue;

import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Demand.Beside;
import io.rimbalzo.rule.Demand.Bound;
import io.rimbalzo.rule.Demand.Either;
import io.rimbalzo.rule.Demand.Every;
import io.rimbalzo.rule.Demand.Text;
import io.rimbalzo.rule.Demand.Value;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.FactType.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts demands into words: {@code !says("mailbox full")} into {@code non contiene «mailbox full»}. */
final class Predicates {

    private final Grammar grammar;

    Predicates(Grammar grammar) {
        this.grammar = grammar;
    }

    Predicate of(Demand demand) {
        if (demand instanceof Every every) {
            return several(every.demands(), "and");
        }
        if (demand instanceof Either either) {
            return several(either.demands(), "or");
        }
        if (demand instanceof Text text) {
            return text(text);
        }
        if (demand instanceof Value value) {
            return among(value);
        }
        if (demand instanceof Beside beside) {
            return beside(beside);
        }
        Bound bound = (Bound) demand;
        String key = grammar.key(bound.field().toString(), shape(bound.operator()));
        return new Predicate(grammar.say(key, Map.of("value", bound.number())), false, false);
    }

    /** All of them, one after the other; bounds on both sides of a number are told together. */
    Predicate all(List<Demand> demands) {
        return several(demands, "and");
    }

    private Predicate several(List<Demand> demands, String kind) {
        List<Predicate> predicates = new ArrayList<>();
        List<Demand> left = new ArrayList<>(demands);
        for (Demand demand : demands) {
            Bound upper = kind.equals("and") && demand instanceof Bound bound ? upper(bound, left) : null;
            if (upper != null) {
                predicates.add(between((Bound) demand, upper));
                left.removeAll(List.of(demand, upper));
            } else if (left.remove(demand)) {
                predicates.add(of(demand));
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
    private static @Nullable Bound upper(Bound lower, List<Demand> left) {
        for (Demand demand : left) {
            if (lower.isLower()
                    && demand instanceof Bound bound
                    && !bound.isLower()
                    && bound.field().equals(lower.field())) {
                return bound;
            }
        }
        return null;
    }

    private Predicate between(Bound lower, Bound upper) {
        String key = grammar.key(lower.field().toString(), "between");
        return new Predicate(grammar.say(key, Map.of("from", lower.limit() + 1, "to", upper.limit())), false, false);
    }

    private static String shape(Operator operator) {
        return switch (operator) {
            case EQ -> "same";
            case NE -> "differs";
            case LT -> "below";
            case LE -> "at-most";
            case GT -> "above";
            case GE -> "at-least";
        };
    }

    /** Two facts side by side: {@code domain == $from}. */
    private Predicate beside(Beside beside) {
        String shape = shape(beside.operator());
        String own = beside.field() + "." + shape + "." + beside.other();
        String text = grammar.has(own)
                ? grammar.say(own, Map.of())
                : grammar.say(
                        "with." + shape,
                        Map.of(
                                "field", grammar.say(beside.field() + ".a", Map.of()),
                                "other", grammar.say(beside.other() + ".the", Map.of())));
        return new Predicate(text, false, false);
    }

    /** Values that have a turn of phrase of their own, {@code Action.value.is.delayed}, and the others as a list. */
    private Predicate among(Value demand) {
        Field field = demand.field();
        String shape = demand.isDenied() ? "is-not" : "is";
        List<String> told = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Object value : demand.values()) {
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
        String text = grammar.list(demand.isDenied() ? "and" : "or", told);
        return new Predicate(text, demand.isDenied(), demand.values().size() > 1);
    }

    private Predicate text(Text demand) {
        Word word = demand.word();
        List<String> texts = word.isSays()
                ? grammar.phrases(demand.texts())
                : demand.texts().stream().map(this::range).toList();
        String key = grammar.key(word.of().name(), word.name() + (demand.isDenied() ? ".not" : ""));
        return new Predicate(grammar.say(key, grammar.lists(texts)), demand.isDenied(), texts.size() > 1);
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
