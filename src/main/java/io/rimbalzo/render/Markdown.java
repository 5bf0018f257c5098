package io.rimbalzo.render;

import java.util.List;

/**
 * Text as CommonMark in which it can do nothing: {@code a*b} becomes {@code a\*b}, and whatever a ticket system would make
 * a link or a mention of ({@code @anna}, {@code #12}, {@code www.example.it}) becomes a code span.
 */
final class Markdown {

    /** What CommonMark, or a ticket system on top of it, gives a meaning to anywhere in a line. */
    private static final String MARKS = "\\`*_[]<>&|~^$";

    private static final String OPENING = "«“\"'(‘";
    private static final String CLOSING = "»”\"'),.;:!?’…";

    private Markdown() {}

    /** Words of ours with values of others: words stay readable, what is technical stands in code spans. */
    static String text(String text) {
        String line = within(Clean.line(text));
        return startsBlock(line) ? "\\" + line : number(line);
    }

    /** The same for the middle of a line; blanks at the ends are kept. */
    static String within(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            boolean blank = text.charAt(from) == ' ';
            while (to < text.length() && (text.charAt(to) == ' ') == blank) {
                to++;
            }
            word(text.substring(from, to), out);
            from = to;
        }
        return out.toString();
    }

    private static void word(String word, StringBuilder out) {
        int from = 0;
        int to = word.length();
        while (from < to && OPENING.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && CLOSING.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        int elided = elision(word, from, to);
        if (elided > 0 && technical(word.substring(elided, to))) {
            from = elided;
        }
        if (technical(word.substring(from, to))) {
            escape(word.substring(0, from), out);
            out.append(code(word.substring(from, to)));
            escape(word.substring(to), out);
        } else {
            escape(word, out);
        }
    }

    /** After the apostrophe of {@code l’indirizzo}, 0 where there is none. */
    private static int elision(String word, int from, int to) {
        int apostrophe = word.indexOf('’', from);
        return apostrophe > from && apostrophe < to - 1 && apostrophe - from <= 6 ? apostrophe + 1 : 0;
    }

    /** Addresses, domains, URLs, and the signs before which ticket systems look for people, tickets and commits. */
    private static boolean technical(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean before = i > 0 && letterOrDigit(word.charAt(i - 1));
            boolean after = i + 1 < word.length() && letterOrDigit(word.charAt(i + 1));
            if ("@#~!%$&:/".indexOf(c) >= 0 && after && (c != '/' || before && slashed(word))
                    || (c == '.' || c == '-') && before && after && linked(word)) {
                return true;
            }
        }
        return isHash(word);
    }

    /** {@code owner/project#1} and {@code https://...}; but {@code and/or} are words. */
    private static boolean slashed(String word) {
        return word.indexOf('.') >= 0 || word.indexOf('#') >= 0 || word.indexOf(':') >= 0;
    }

    /** {@code mail.example.it}, {@code ABC-12}; but not {@code on-premises}, nor {@code 5.7.1}, which nothing links. */
    private static boolean linked(String word) {
        return word.chars().anyMatch(Character::isLetter)
                && (word.indexOf('.') > 0 || Character.isDigit(word.charAt(word.length() - 1)));
    }

    private static boolean isHash(String word) {
        return word.length() >= 7
                && word.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7F)
                && word.chars().anyMatch(Character::isDigit);
    }

    private static boolean letterOrDigit(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '_';
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKS.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** A heading, a list's item, a rule, an underline. */
    private static boolean startsBlock(String line) {
        return !line.isEmpty() && "#+-=".indexOf(line.charAt(0)) >= 0;
    }

    /** {@code 1. first} would begin a list. */
    private static String number(String line) {
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0
                ? line.substring(0, digits) + "\\" + line.substring(digits)
                : line;
    }

    /** Foreign text as it is, in a code span that none of its backticks can close. */
    static String code(String text) {
        String line = Clean.line(text);
        String ticks = "`".repeat(longest(line) + 1);
        boolean padded = line.startsWith("`") || line.endsWith("`");
        return line.isEmpty() ? "" : ticks + (padded ? " " : "") + line + (padded ? " " : "") + ticks;
    }

    /** A command to copy, on a block of its own, each line indented. */
    static String fenced(String indent, String command) {
        String fence = "`".repeat(Math.max(3, longest(command) + 1));
        return String.join("\n", List.of(indent + fence, indent + Clean.line(command), indent + fence)) + "\n";
    }

    private static int longest(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
