package io.rimbalzo.read;

/** White space as web pages and folded fields have it, made plain: {@code "a\r\n\t b"} becomes {@code "a b"}. */
final class OneLine {

    private OneLine() {}

    /** Whether this is white space of any kind, no-break spaces and control characters included. */
    static boolean isSpace(char c) {
        return c <= ' '
                || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    /** The words, with one space between them; the same object where they are so already. */
    static String of(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (space && (gap || c != ' ')) {
                return joined(text);
            }
            gap = space;
        }
        return gap && !text.isEmpty() ? joined(text) : text;
    }

    private static String joined(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = line.length() > 0;
            } else {
                if (gap) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return line.toString();
    }
}
