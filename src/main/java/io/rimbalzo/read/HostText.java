package io.rimbalzo.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of servers in running text: {@code host mx.example.it[203.0.113.1] said:}. */
final class HostText {

    /** What software writes before a host: these words are the same in every language. */
    private static final Set<String> BEFORE = Set.of("host", "at", "to", "server", "with");

    private HostText() {}

    /** The host that a wrapper names just before an answer, or null. */
    static @Nullable String inWrapper(String wrapper) {
        int end = wrapper.length();
        String after = "";
        for (int tokens = 0; tokens < 12 && end > 0; tokens++) {
            while (end > 0 && wrapper.charAt(end - 1) == ' ') {
                end--;
            }
            int start = end > 0 ? wrapper.lastIndexOf(' ', end - 1) + 1 : 0;
            String token = wrapper.substring(start, end);
            if (isNamed(wrapper, start, token, after)) {
                String outer = token.startsWith("#<") ? last(wrapper.substring(0, start)) : null;
                return outer != null ? outer : name(token);
            }
            after = token;
            end = start;
        }
        return null;
    }

    /** The host that ends a text, or null: {@code mail.example.it} before {@code #<inner.example.it #5.7.1 ...>}. */
    static @Nullable String last(String text) {
        String s = text.stripTrailing();
        return name(s.substring(s.lastIndexOf(' ') + 1));
    }

    private static boolean isNamed(String wrapper, int start, String token, String after) {
        String name = name(token);
        if (name == null) {
            return false;
        }
        int bracket = Math.max(token.indexOf('['), token.indexOf('('));
        boolean address = after.startsWith("[")
                || after.startsWith("(")
                        && after.length() > 1
                        && (Plain.isDigit(after.charAt(1)) || after.indexOf(':') > 0);
        return bracket > 0
                || address
                || token.startsWith("<")
                || token.startsWith("#<")
                || BEFORE.contains(wordBefore(wrapper, start));
    }

    private static String wordBefore(String s, int start) {
        int end = start;
        while (end > 0 && s.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < 10 && Plain.isLetter(s.charAt(from - 1))) {
            from--;
        }
        return s.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** The host in a token, without brackets, port and punctuation: {@code mx.example.it[203.0.113.1]:25,}; or null. */
    static @Nullable String name(String token) {
        int start = 0;
        while (start < token.length() && "<[('\"#".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < token.length() && isHostLetter(token.charAt(end))) {
            end++;
        }
        while (end > start && token.charAt(end - 1) == '.') {
            end--;
        }
        boolean stops = end == token.length() || "[(]):>.,;'\"".indexOf(token.charAt(end)) >= 0;
        return stops && isName(token, start, end) ? token.substring(start, end) : null;
    }

    /** Whether the whole text is the name or the address of a host. */
    static boolean isName(String s) {
        return isName(s, 0, s.length());
    }

    private static boolean isName(String s, int start, int end) {
        int dot = s.indexOf('.', start);
        if (dot <= start || dot >= end - 1 || end - start > 255) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isHostLetter(s.charAt(i))) {
                return false;
            }
        }
        return isAddress(s, start, end) || Plain.isLetter(s.charAt(s.lastIndexOf('.', end - 1) + 1));
    }

    private static boolean isAddress(String s, int start, int end) {
        int dots = 0;
        for (int i = start; i < end; i++) {
            if (s.charAt(i) == '.') {
                dots++;
            } else if (!Plain.isDigit(s.charAt(i))) {
                return false;
            }
        }
        return dots == 3;
    }

    private static boolean isHostLetter(char c) {
        return Plain.isLetter(c) || Plain.isDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
