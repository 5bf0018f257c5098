package io.rimbalzo.read;

/** White space as web pages and folded fields have it, made plain: {@code "a\r\n\t b"} becomes {@code "a b"}. */
final class OneLine {

    private OneLine() {
    }

    /** Whether this is white space of any kind, no-break spaces and control characters included. */
    static boolean isSpace(char c) {
        return c <= ' ' || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    /** The words, with one space between them. */
    static String of(String text) {
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
