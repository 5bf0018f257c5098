package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/**
 * Walks once, from left to right, through the value of a structured field: words, {@code "quoted strings"},
 * {@code (comments (also nested))}.
 *
 * <p>What is opened and never closed reaches to the end of the value, so no place is read twice.
 */
final class FieldCursor {

    private final String text;
    private int at;
    private int solid;

    FieldCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int at() {
        return at;
    }

    /** Where the last thing ended that was not white space. */
    int solid() {
        return solid;
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean atSpace() {
        return !atEnd() && OneLine.isSpace(peek());
    }

    /** Steps over the character if it comes next. */
    boolean take(char expected) {
        if (atEnd() || peek() != expected) {
            return false;
        }
        step();
        return true;
    }

    void step() {
        at++;
        solid = at;
    }

    void spaces() {
        while (atSpace()) {
            at++;
        }
    }

    /** Skips white space and comments; the words of the first comment, or null. */
    @Nullable
    String skip() {
        String first = null;
        while (!atEnd()) {
            if (peek() == '(') {
                String words = comment();
                first = first == null ? words : first;
            } else if (atSpace()) {
                at++;
            } else {
                break;
            }
        }
        return first;
    }

    /** The words of the comment that begins here, on one line, without the outer brackets. */
    String comment() {
        int start = at + 1;
        int depth = 0;
        do {
            switch (peek()) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '\\' -> at++;
                default -> {}
            }
            at++;
        } while (depth > 0 && !atEnd());
        at = Math.min(at, text.length());
        solid = at;
        return OneLine.of(text.substring(Math.min(start, at), depth == 0 ? at - 1 : at));
    }

    /** What stands before the next white space or one of these characters. */
    String word(String stops) {
        int start = at;
        while (!atEnd() && !atSpace() && stops.indexOf(peek()) < 0) {
            at++;
        }
        solid = at > start ? at : solid;
        return text.substring(start, at);
    }

    /** The content of the quoted string that begins here. */
    String quoted() {
        StringBuilder content = new StringBuilder();
        step();
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(peek());
            at++;
        }
        take('"');
        solid = at;
        return content.toString();
    }

    /**
     * A value, up to white space, {@code ;} or a comment: a word, a quoted string (given without its quotes), or both in
     * one, {@code "anna b"@example.it}, as it stands.
     */
    String value() {
        int start = at;
        String onlyQuoted = peek() == '"' ? quoted() : null;
        int quotedEnd = at;
        while (!atEnd() && !atSpace() && ";(".indexOf(peek()) < 0) {
            if (peek() == '"') {
                quoted();
            } else {
                step();
            }
        }
        return onlyQuoted != null && at == quotedEnd ? onlyQuoted : text.substring(start, at);
    }

    /** The next word, without stepping over it. */
    String ahead(String stops) {
        int here = at;
        int solidHere = solid;
        String word = word(stops);
        at = here;
        solid = solidHere;
        return word;
    }

    /** The text between two places, on one line. */
    String between(int start, int end) {
        return OneLine.of(text.substring(start, end));
    }
}
