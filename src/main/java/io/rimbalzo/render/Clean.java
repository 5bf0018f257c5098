package io.rimbalzo.render;

import java.util.ArrayList;
import java.util.List;

/** Foreign text made harmless for a terminal: no control character, no hidden change of direction. */
public final class Clean {

    private static final int LONGEST_QUOTE = 320;

    private Clean() {}

    /** On one line, white space single. */
    public static String line(String text) {
        return String.join(" ", words(text));
    }

    /** A quote, cut where it goes on for too long. */
    public static String quote(String text) {
        return atMost(LONGEST_QUOTE, text);
    }

    /** On one line, cut after so many characters. */
    static String atMost(int longest, String text) {
        String line = line(text);
        int end = longest > 0 && line.length() > longest && Character.isHighSurrogate(line.charAt(longest - 1))
                ? longest - 1
                : longest;
        return line.length() <= longest ? line : line.substring(0, end).stripTrailing() + " …";
    }

    /** Blanks and all, but no control character and nothing hidden. */
    public static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars()
                .filter(c -> !hidden((char) c))
                .forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
        return clean.toString();
    }

    /** The pieces between which a long name may be broken: after {@code . @ - _ , ; /}. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < text.length(); i++) {
            if (".@-_,;/".indexOf(text.charAt(i - 1)) >= 0) {
                pieces.add(text.substring(from, i));
                from = i;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** What stands between white space; no-break spaces hold words together. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                if (word.length() > 0) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else if (!hidden(c)) {
                word.append(c);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** Zero-width characters and those that turn the direction of writing (UAX 9). */
    private static boolean hidden(char c) {
        return c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069'
                || c == '\uFEFF';
    }
}
