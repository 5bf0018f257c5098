package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** Text as phrases see it: {@code "Access\n Denied"} is {@code "access denied"}, {@code “domain’s”} is {@code "domain's"}. */
public final class Folded {

    /** What {@link #letter} gives for a sign that takes no room: zero-width blanks, soft hyphens. */
    private static final char NONE = 0;

    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
        }
    }

    private Folded() {}

    /** Lower case; every run of white space one blank; typographic quotes and dashes as a keyboard writes them. */
    public static String fold(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = letter(text.charAt(i));
            if (c != NONE && !(c == ' ' && length > 0 && folded[length - 1] == ' ')) {
                folded[length++] = c;
            }
        }
        return new String(folded, 0, length);
    }

    private static char letter(char c) {
        return c < ASCII.length ? ASCII[c] : other(c);
    }

    private static char other(char c) {
        return switch (c) {
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> NONE;
            case '‘', '’', '‚', '′' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '\u2010', '\u2011', '–', '—' -> '-';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c);
        };
    }

    /**
     * Whether the text has any of the phrases. The parts of {@code "user * unknown"} follow each other, whatever lies
     * between; a part that begins or ends with a letter or digit begins or ends a word ("spf" is not in "spfx").
     */
    public static boolean says(@Nullable String text, String... phrases) {
        if (text == null) {
            return false;
        }
        String folded = fold(text);
        for (String phrase : phrases) {
            if (inOrder(folded, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inOrder(String folded, String phrase) {
        int from = 0;
        for (int start = 0; start <= phrase.length() && from >= 0; ) {
            int star = phrase.indexOf('*', start);
            int end = star < 0 ? phrase.length() : star;
            from = after(folded, phrase.substring(start, end).strip(), from);
            start = end + 1;
        }
        return from >= 0;
    }

    /** Where the first such part at word boundaries ends, at {@code from} or later; -1 where there is none. */
    private static int after(String folded, String part, int from) {
        for (int at = folded.indexOf(part, from); at >= 0; at = folded.indexOf(part, at + 1)) {
            if (!isCut(folded, at) && !isCut(folded, at + part.length())) {
                return at + part.length();
            }
            if (at == folded.length()) {
                break;
            }
        }
        return -1;
    }

    /** Whether a cut here would part two letters or digits. */
    public static boolean isCut(CharSequence folded, int at) {
        return at > 0
                && at < folded.length()
                && isLetterOrDigit(folded.charAt(at - 1))
                && isLetterOrDigit(folded.charAt(at));
    }

    /** Whether the folded letter is part of a word. */
    public static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= ASCII.length && Character.isLetterOrDigit(c);
    }
}
