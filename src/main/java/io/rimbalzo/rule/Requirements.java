package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Format;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Notice;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Not;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a rule asks for from its patterns; a pattern that says more than a {@link Requirement} can is told whole. */
final class Requirements {

    private Requirements() {}

    /** What one condition asks of a field: {@code code in ("5.7.1", "5.7.0")}. */
    private record Asked(String field, boolean other, List<String> values) {}

    static List<Requirement> of(Rule rule) {
        List<Requirement> all = new ArrayList<>();
        rule.when().forEach(pattern -> all.addAll(of(pattern)));
        return List.copyOf(all);
    }

    private static List<Requirement> of(Pattern pattern) {
        List<Requirement> told = new ArrayList<>();
        String name = pattern.is(Context.class) || pattern.is(Inferred.class) ? pattern.literal("name") : null;
        List<Condition> conditions = pattern.conditions().stream()
                .filter(c -> name == null
                        || !(c instanceof Compare compare
                                && compare.left().name().equals("name")))
                .toList();
        // "not both" is more than "not this" and "not that"
        boolean plain = pattern.isPositive() || conditions.size() <= 1;
        for (Condition condition : plain ? conditions : List.<Condition>of()) {
            told.add(of(pattern, name, condition));
        }
        if (plain && conditions.isEmpty() && name != null) {
            told.add(told(pattern, pattern.is(Inferred.class) ? Kind.INFERRED : Kind.CONTEXT, name, null));
        }
        return plain && !told.isEmpty() && !told.contains(null) ? told : List.of(told(pattern, Kind.FACT, null, null));
    }

    private static Requirement told(Pattern pattern, Kind kind, @Nullable String name, @Nullable Asked asked) {
        return new Requirement(
                kind,
                !pattern.isPositive(),
                asked != null && asked.other,
                name,
                asked == null ? List.of() : asked.values,
                text(pattern));
    }

    /** Without the word that tells whether it must be there. */
    private static String text(Pattern pattern) {
        String text = pattern.text();
        for (String word : List.of("not ", "exists ")) {
            text = text.startsWith(word) ? text.substring(word.length()) : text;
        }
        return text;
    }

    /** Null where only the rule's own text tells it. */
    private static @Nullable Requirement of(Pattern pattern, @Nullable String name, Condition condition) {
        if (pattern.is(Context.class)
                && condition instanceof Compare compare
                && compare.operator().isOrder()) {
            Asked limit = limit(compare);
            return limit == null ? null : told(pattern, Kind.NUMBER, name, limit);
        }
        Asked asked = asked(condition);
        Kind kind = asked == null ? null : kind(pattern, asked.field);
        if (asked != null && kind == Kind.WORDS && asked.other) {
            // !says(...) of an answer that must be there: these words must not be
            return new Requirement(kind, pattern.isPositive(), false, null, asked.values, text(pattern));
        }
        return kind == null ? null : told(pattern, kind, name, asked);
    }

    private static @Nullable Kind kind(Pattern pattern, String field) {
        if (pattern.is(Reply.class)) {
            return field.equals("says") ? Kind.WORDS : Kind.REPLY;
        }
        if (pattern.is(Notice.class)) {
            return Kind.NOTICE;
        }
        return pattern.is(Status.class)
                ? Kind.CODE
                : pattern.is(Format.class)
                        ? Kind.FORMAT
                        : pattern.is(Context.class) && field.equals("value") ? Kind.CONTEXT : null;
    }

    private static @Nullable Asked asked(Condition condition) {
        if (condition instanceof Not not) {
            Asked inner = asked(not.condition());
            return inner == null ? null : new Asked(inner.field, !inner.other, inner.values);
        }
        if (condition instanceof Ask ask) {
            return new Asked(ask.word().name(), false, ask.texts());
        }
        if (condition instanceof In in) {
            return new Asked(
                    in.left().name(),
                    in.negated(),
                    in.values().stream().map(String::valueOf).toList());
        }
        boolean literal = condition instanceof Compare compare
                && compare.right() instanceof Literal
                && !compare.operator().isOrder();
        if (!literal) {
            return null;
        }
        Compare compare = (Compare) condition;
        String value = String.valueOf(((Literal) compare.right()).value());
        return new Asked(compare.left().name(), compare.operator() == Operator.NE, List.of(value));
    }

    /** {@code > 5000} and {@code >= 5001} are over 5,000, {@code < 5001} is at most that. */
    private static @Nullable Asked limit(Compare compare) {
        if (!(compare.right() instanceof Literal literal) || !(literal.value() instanceof Integer number)) {
            return null;
        }
        boolean most = compare.operator() == Operator.LT || compare.operator() == Operator.LE;
        boolean next = compare.operator() == Operator.LT || compare.operator() == Operator.GE;
        return new Asked("number", most, List.of(String.valueOf(next ? number - 1 : number)));
    }
}
