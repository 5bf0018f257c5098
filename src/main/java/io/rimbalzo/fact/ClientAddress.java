package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/**
 * The sending address that an answer names: {@code 203.0.113.7} of {@code Client host [203.0.113.7] blocked using ...}.
 * One that hangs on a host's name, {@code mx.example.it[203.0.113.25]}, or on an equals sign is somebody else's.
 */
final class ClientAddress {

    private static final int LONGEST = 45;

    private ClientAddress() {}

    /** The address, or null. */
    static @Nullable String namedIn(String text) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            if (end - i > 2 && Character.digit(text.charAt(i), 16) >= 0 || end - i > 2 && text.charAt(i) == ':') {
                String word = trimmed(text.substring(i, end));
                if (isAddress(word) && !hangsOn(text, i)) {
                    return word;
                }
            }
            i = end + 1;
        }
        return null;
    }

    private static boolean isPart(char c) {
        return c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '.'
                || c == ':'
                || c == '-'
                || c == '_';
    }

    private static String trimmed(String word) {
        int to = word.length();
        while (to > 0 && (word.charAt(to - 1) == '.' || word.charAt(to - 1) == ':' && !word.endsWith("::"))) {
            to--;
        }
        return word.substring(0, to);
    }

    private static boolean hangsOn(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == '[' || text.charAt(before) == '(')) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        boolean bracketed = before < at - 1;
        return text.charAt(before) == '='
                || text.charAt(before) == '/'
                || bracketed && isPart(text.charAt(before)) && isHost(text, before);
    }

    /** Whether the word that ends here has a dot within, as a host's name has. */
    private static boolean isHost(String text, int last) {
        for (int i = last; i >= 0 && isPart(text.charAt(i)); i--) {
            if (text.charAt(i) == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String word) {
        return word.length() <= LONGEST && (isVersion4(word) || isVersion6(word));
    }

    private static boolean isVersion4(String word) {
        String[] parts = word.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty()
                    || part.length() > 3
                    || !part.chars().allMatch(c -> c >= '0' && c <= '9')
                    || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVersion6(String word) {
        long colons = word.chars().filter(c -> c == ':').count();
        return colons >= 2
                && colons <= 7
                && (colons == 7 || word.contains("::"))
                && word.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0)
                && word.length() > 3;
    }
}
