package io.rimbalzo.rule;

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
            refuse(
                    !tokens.end(),
                    place,
                    "name the field alone and test it after a comma: " + variable + " : field, field == ...");
            return null;
        }
        Condition condition = any();
        tokens.wantEnd();
        refuse(
                condition.others(pattern).size() > MOST_OTHERS,
                place,
                "one test may look at " + MOST_OTHERS + " other facts at most");
        return condition;
    }

    private static void refuse(boolean wrong, Place place, String message) {
        if (wrong) {
            throw new Refused.Here(place, message);
        }
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
        Word word = Known.get("word of " + type.name(), tokens.name(), type.words, place);
        List<String> texts = new ArrayList<>();
        tokens.want("(");
        do {
            texts.add(tokens.text("what " + word.name() + " asks for"));
        } while (tokens.take(","));
        tokens.want(")");
        try {
            texts.forEach(word.isSays() ? ConditionReader::checkPhrase : CodeRange::parse);
        } catch (IllegalArgumentException e) {
            throw new Refused.Here(place, String.valueOf(e.getMessage()));
        }
        return new Condition.Ask(word, List.copyOf(texts));
    }

    private static void checkPhrase(String phrase) {
        String folded = Folded.fold(phrase).strip();
        if (!phrase.equals(folded)) {
            throw new IllegalArgumentException(
                    "a phrase is in lower case, with single blanks and plain quotes: \"" + folded + "\"");
        }
        for (String part : phrase.split("\\*", -1)) {
            if (part.strip().length() < LEAST_PHRASE) {
                throw new IllegalArgumentException(
                        "a * stands between two pieces of text, of two letters at least: \"" + phrase + "\"");
            }
        }
    }

    private Field field() {
        Place place = tokens.place();
        return Known.get("field of " + type.name(), tokens.name(), type.fields, place);
    }

    /** The sign is looked at before the field, so that {@code text matches "..."} is told what is wrong with it. */
    private Condition compare() {
        String sign = tokens.second();
        boolean in = sign.equals("in") || sign.equals("not");
        Operator operator = null;
        for (Operator known : Operator.values()) {
            operator = known.sign.equals(sign) ? known : operator;
        }
        refuse(
                operator == null && !in,
                tokens.place(),
                "there is no sign \"" + sign + "\" after " + tokens.peek()
                        + ". Known: ==, !=, <, <=, >, >=, in, not in"
                        + (type.words.isEmpty()
                                ? ""
                                : "; words of " + type.name() + ": " + String.join(", ", type.words.keySet())));
        Field field = field();
        if (operator == null) {
            return in(field, tokens.take("not"));
        }
        Place place = tokens.place();
        tokens.want(sign);
        return compare(field, operator, place);
    }

    private Condition compare(Field field, Operator operator, Place place) {
        refuse(
                field.type() == String.class && operator.isOrder(),
                place,
                field + " is a text: " + operator.sign + " is for numbers");
        if (!tokens.isVariable()) {
            return new Condition.Compare(field, operator, new Condition.Literal(literal(field)));
        }
        Place at = tokens.place();
        String name = tokens.name();
        Condition.Seen seen = scope.field(name, at);
        refuse(
                seen.field().type() != field.type(),
                at,
                name + " is " + seen.field().kind() + ", but " + field + " is " + field.kind());
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
            Known.among(field + " that is", (String) value, field.values(), place);
        }
        return value;
    }
}
