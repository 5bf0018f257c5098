package io.rimbalzo.rule;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code when}: {@code $reply : Reply( says("mailbox full") )}.
 *
 * @param index its number in the rule, from 0
 * @param text  as the rule writes it, on one line and without the variable
 */
public record Pattern(int index, Kind kind, FactType type, List<Condition> conditions, Place place, String text) {

    /** Whether a fact must be there and is bound, must not be there, or must be there and stays unnamed. */
    public enum Kind {
        SOME,
        NOT,
        EXISTS
    }

    /** Whether something must be there. */
    public boolean isPositive() {
        return kind != Kind.NOT;
    }

    public boolean is(Class<?> fact) {
        return type.type == fact;
    }

    /** Comparisons and words, whatever brackets and signs stand around them. */
    public Stream<Condition> leaves() {
        return conditions.stream().flatMap(Condition::leaves);
    }

    /** The phrases that the text must have, any of them. */
    public Stream<String> phrases() {
        return conditions.stream()
                .flatMap(Condition::asserted)
                .filter(c -> c instanceof Condition.Ask ask && ask.word().isSays())
                .flatMap(c -> ((Condition.Ask) c).texts().stream());
    }

    /** The text that a field must equal, {@code name == "forwarded"}, or null. */
    public @Nullable String literal(String field) {
        return conditions.stream()
                .filter(c -> c instanceof Condition.Compare compare
                        && compare.equalsLiteral()
                        && compare.left().name().equals(field))
                .map(c -> (String) ((Condition.Literal) ((Condition.Compare) c).right()).value())
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return text;
    }
}
