package io.rimbalzo.check;

/** What {@code rimbalzo new} leaves to be written: {@code // TODO: who must act}. */
final class Todo {

    static final String MARK = "TODO:";

    private Todo() {}

    static boolean in(String line) {
        return line.contains(MARK);
    }

    /** From 1. */
    static int column(String line) {
        return line.indexOf(MARK) + 1;
    }

    /** What follows the mark, up to the end of its quotes: {@code who must act}. */
    static String what(String line) {
        int start = line.indexOf(MARK);
        int end = start > 0 && line.charAt(start - 1) == '"' ? line.indexOf('"', start) : -1;
        return line.substring(start + MARK.length(), end < 0 ? line.length() : end)
                .strip();
    }
}
