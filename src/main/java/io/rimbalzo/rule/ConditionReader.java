package io.rimbalzo.rule;

import static io.rimbalzo.rule.Refused.Here.refuse;

import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.fact.Folded;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.FactType.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands between the brackets of a pattern: {@code result == "pass", domain != $from}. */
final class ConditionReader {

    private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
    private static final int MOST_OTHERS = 3;
    private static final int LEAST_PHRASE = 2;

    private final Tokens tokens;
    private final FactType type;
    private final Scope scope;
    private final int pattern;

    ConditionReader(Tokens tokens, FactType type, Scope scope, int pattern) {
        this.tokens = tokens;
        this.type = type;
        this.scope = scope;
        this.pattern = pattern;
    }

    /** One condition; null when it only names a field, {@code $from : headerFrom}. */
    @Nullable
    Condition read() {
        Place place = tokens.place();
        if (tokens.isVariable() && tokens.second().equals(":")) {
            String variable = tokens.name();
            tokens.want(":");
            scope.bind(variable, new Scope.Variable(pattern, type, field()), place);
            refuse(!tokens.end(), place, "field-alone", "variable", variable);
            return null;
        }
        Condition condition = any();
        tokens.wantEnd();
        refuse(
                condition.others(pattern).size() > MOST_OTHERS,
                place,
                "too-many-others",
                "most",
                Integer.toString(MOST_OTHERS));
        return condition;
    }

    private Condition any() {
        List<Condition> conditions = new ArrayList<>(List.of(all()));
        while (tokens.take("||")) {
            conditions.add(all());
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Any(List.copyOf(conditions));
    }

    private Condition all() {
        List<Condition> conditions = new ArrayList<>(List.of(one()));
        while (tokens.take("&&")) {
            conditions.add(one());
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(List.copyOf(conditions));
    }

    private Condition one() {
        if (tokens.take("!")) {
            return new Condition.Not(one());
        }
        if (tokens.take("(")) {
            Condition condition = any();
            tokens.want(")");
            return condition;
        }
        return tokens.second().equals("(") ? ask() : compare();
    }

    private Condition ask() {
        Place place = tokens.place();
        Word word = Known.get("unknown-word", tokens.name(), type.words, place, "type", type.name());
        List<String> texts = new ArrayList<>();
        tokens.want("(");
        do {
            Place at = tokens.place();
            texts.add(checked(tokens.text(), word, at));
        } while (tokens.take(","));
        tokens.want(")");
        return new Condition.Ask(word, List.copyOf(texts));
    }

    private static String checked(String text, Word word, Place place) {
        if (word.isSays()) {
            checkPhrase(text, place);
        } else {
            try {
                CodeRange.parse(text);
            } catch (IllegalArgumentException e) {
                throw new Refused.Here(place, "code-form", "found", text);
            }
        }
        return text;
    }

    private static void checkPhrase(String phrase, Place place) {
        String folded = Folded.fold(phrase).strip();
        refuse(!phrase.equals(folded), place, "phrase-form", "found", phrase, "wanted", folded);
        for (String part : phrase.split("\\*", -1)) {
            refuse(part.strip().length() < LEAST_PHRASE, place, "phrase-star", "found", phrase);
        }
    }

    private Field field() {
        Place place = tokens.place();
        return Known.get("unknown-field", tokens.name(), type.fields, place, "type", type.name());
    }

    /** The sign is looked at before the field, so that {@code text matches "..."} is told what is wrong with it. */
    private Condition compare() {
        String sign = tokens.second();
        boolean in = sign.equals("in") || sign.equals("not");
        Operator operator = null;
        for (Operator known : Operator.values()) {
            operator = known.sign.equals(sign) ? known : operator;
        }
        if (operator == null && !in) {
            List<String> known = new ArrayList<>(SIGNS);
            type.words.keySet().forEach(word -> known.add(word + "(\"...\")"));
            throw new Refused.Here(
                    tokens.place(),
                    Refused.sentence("unknown-sign", "found", sign, "after", tokens.peek())
                            .among(known));
        }
        Field field = field();
        if (operator == null) {
            return in(field, tokens.take("not"));
        }
        Place place = tokens.place();
        tokens.want(sign);
        return compare(field, operator, place);
    }

    private Condition compare(Field field, Operator operator, Place place) {
        boolean ordered = field.type() == String.class && operator.isOrder();
        refuse(ordered, place, "order-of-texts", "field", field.toString(), "sign", operator.sign);
        if (!tokens.isVariable()) {
            return new Condition.Compare(field, operator, new Condition.Literal(literal(field)));
        }
        Place at = tokens.place();
        String name = tokens.name();
        Condition.Seen seen = scope.field(name, at);
        String key = field.type() == String.class ? "number-for-text" : "text-for-number";
        refuse(seen.field().type() != field.type(), at, key, "found", name, "of", field.toString());
        return new Condition.Compare(field, operator, seen);
    }

    private Condition in(Field field, boolean not) {
        tokens.want("in");
        tokens.want("(");
        List<Object> values = new ArrayList<>();
        do {
            values.add(literal(field));
        } while (tokens.take(","));
        tokens.want(")");
        return new Condition.In(field, not, List.copyOf(values));
    }

    private Object literal(Field field) {
        Place place = tokens.place();
        Object value = tokens.literal(field.type(), field.toString());
        if (!field.values().isEmpty()) {
            Known.among("unknown-value", (String) value, field.values(), place, "of", field.toString());
        }
        return value;
    }
}
