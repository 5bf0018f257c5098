package io.rimbalzo.fact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enhanced codes that belong together: {@code 5.7.606-649}, {@code x.7.1} (of any class), {@code 5.7.x} (any detail).
 *
 * @param kind    the class, or {@link #ANY}
 * @param subject the second number, or {@link #ANY}
 * @param first   the lowest third number, or {@link #ANY}
 * @param last    the highest third number, or {@link #ANY}
 */
public record CodeRange(int kind, int subject, int first, int last) {

    public static final int ANY = -1;
    private static final int MOST_DIGITS = 5;

    /**
     * Reads {@code 5.7.606-649}: three numbers or {@code x}, the last one a number, a range or {@code x}.
     *
     * @throws IllegalArgumentException if the text is of no such form; the message tells the forms
     */
    public static CodeRange parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length == 3) {
            String[] ends = parts[2].split("-", 2);
            int kind = part(parts[0]);
            int subject = part(parts[1]);
            int first = part(ends[0]);
            int last = part(ends[ends.length - 1]);
            boolean ordered = ends.length == 1 || first >= 0 && first <= last;
            if (ordered && kind >= ANY && subject >= ANY && first >= ANY) {
                return new CodeRange(kind, subject, first, last);
            }
        }
        throw new IllegalArgumentException(
                "codes are written \"5.7.606-649\", \"x.7.1\" or \"5.7.x\", not \"" + text + "\"");
    }

    /** A number, {@link #ANY} for x, or less where it is neither. */
    private static int part(String text) {
        return text.equals("x") ? ANY : number(text, 0, text.length());
    }

    private static int number(String text, int start, int end) {
        if (start >= end || end - start > MOST_DIGITS) {
            return ANY - 1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return ANY - 1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The range of one code; none where the text, which may be null, is not three numbers. */
    public static Optional<CodeRange> ofCode(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        int dot = code.indexOf('.');
        int second = code.indexOf('.', dot + 1);
        int kind = number(code, 0, dot);
        int subject = number(code, dot + 1, second);
        int detail = number(code, second + 1, code.length());
        return kind < 0 || subject < 0 || detail < 0
                ? Optional.empty()
                : Optional.of(new CodeRange(kind, subject, detail, detail));
    }

    /** Whether the code is one of these; what is no code is not. */
    public boolean contains(@Nullable String code) {
        return ofCode(code).filter(this::contains).isPresent();
    }

    /** Whether all codes of the other range are among these. */
    public boolean contains(CodeRange other) {
        return (kind == ANY || kind == other.kind)
                && (subject == ANY || subject == other.subject)
                && (first == ANY || other.first >= first && other.last <= last);
    }
}
