package io.rimbalzo.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule asks for, told without the machinery: {@code Status( code in ("5.7.1", "5.7.0") )} asks for one
 * of two codes.
 *
 * @param absent whether it must not be there
 * @param other  whether anything but the values is meant: {@code value != "group"}; of a number, whether it is at most
 *               the value, and not over it
 * @param name   of a context or an inferred fact, else null
 * @param values phrases, codes, replies, values of a context, the limit of a number; any of them will do
 * @param text   the pattern as the rule writes it
 */
public record Requirement(
        Kind kind, boolean absent, boolean other, @Nullable String name, List<String> values, String text) {

    /** What is looked at. */
    public enum Kind {
        /** What a server answered. */
        WORDS,
        /** What the report says to people. */
        NOTICE,
        CODE,
        REPLY,
        CONTEXT,
        NUMBER,
        INFERRED,
        FORMAT,
        /** Whatever else there is: only its text tells it. */
        FACT
    }

    public Requirement {
        values = List.copyOf(values);
    }

    /** Whether it asks for the values themselves, and they must be there. */
    public boolean isPositive() {
        return !absent && !other;
    }
}
