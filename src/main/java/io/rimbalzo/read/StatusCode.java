package io.rimbalzo.read;

import java.util.Locale;
import java.util.Set;

/**
 * An enhanced status code (RFC 3463) in a text: {@code 5.7.124}; of a range, {@code 4.7.500-699} or {@code 5.7.7xx},
 * the first.
 *
 * @param code  the three numbers
 * @param start where it begins
 * @param end   where it ends, the rest of a range included
 */
record StatusCode(String code, int start, int end) {

    /** Numbers that follow these words are those of a program: {@code version 5.1.1}. */
    private static final Set<String> VERSION_WORDS =
            Set.of("version", "versione", "vers", "ver", "v", "release", "build", "firmware", "id");

    /** Whether the whole text is one code: {@code 5.1.1}. */
    static boolean isCode(String text) {
        StatusCode code = text == null ? null : at(text, 0);
        return code != null && code.end == text.length() && code.code.length() == text.length();
    }

    /** The code that begins exactly here, or null. */
    static StatusCode at(String s, int from) {
        if (from + 5 > s.length() || "245".indexOf(s.charAt(from)) < 0 || s.charAt(from + 1) != '.') {
            return null;
        }
        int dot = digits(s, from + 2);
        if (dot == from + 2 || dot - from > 5 || dot >= s.length() || s.charAt(dot) != '.') {
            return null;
        }
        int end = digits(s, dot + 1);
        if (end == dot + 1 || end - dot > 4 || goesOn(s, end)) {
            return isFamily(s, dot + 1, end);
        }
        return new StatusCode(s.substring(from, end), from, range(s, end));
    }

    /** The next code in running text: neither an IP address nor the version of a program. */
    static StatusCode find(String s, int from) {
        for (int dot = s.indexOf('.', from); dot >= 0; dot = s.indexOf('.', dot + 1)) {
            int start = dot - 1;
            StatusCode code = start < from || !mayPrecede(s, start) ? null : at(s, start);
            if (code != null && !isVersion(s, start)) {
                return code;
            }
        }
        return null;
    }

    /** Three numbers with dots that can be no code: {@code 5.7.1234}, {@code 6.1.1}; null where there are none. */
    static String impossible(String s) {
        for (int dot = s.indexOf('.'); dot >= 0; dot = s.indexOf('.', dot + 1)) {
            int start = dot;
            while (start > 0 && Plain.isDigit(s.charAt(start - 1))) {
                start--;
            }
            int second = digits(s, dot + 1);
            int end = second > dot + 1 && second < s.length() && s.charAt(second) == '.' ? digits(s, second + 1) : second;
            if (start < dot && end > second + 1 && mayPrecede(s, start) && !isVersion(s, start) && !goesOn(s, end)
                    && at(s, start) == null) {
                return s.substring(start, end);
            }
        }
        return null;
    }

    private static int digits(String s, int from) {
        int i = from;
        while (i < s.length() && Plain.isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether more letters, digits or another dotted number follow. */
    private static boolean goesOn(String s, int end) {
        if (end >= s.length()) {
            return false;
        }
        char c = s.charAt(end);
        return Plain.isDigit(c) || Plain.isLetter(c) || c == '_' || c == '@'
                || c == '.' && end + 1 < s.length() && Plain.isDigit(s.charAt(end + 1));
    }

    /** {@code 5.7.7xx}, as documents write a family of codes: its first member. */
    private static StatusCode isFamily(String s, int detail, int end) {
        int x = end;
        while (x < s.length() && x - detail < 3 && (s.charAt(x) == 'x' || s.charAt(x) == 'X')) {
            x++;
        }
        boolean family = end > detail && x > end && x - detail == 3 && !goesOn(s, x);
        int from = s.lastIndexOf('.', detail - 2) - 1;
        return family ? new StatusCode(s.substring(from, end) + "00".substring(2 - (x - end)), from, x) : null;
    }

    private static int range(String s, int end) {
        if (end + 1 < s.length() && (s.charAt(end) == '-' || s.charAt(end) == '\u2013')) {
            int last = digits(s, end + 1);
            if (last > end + 1 && last - end <= 4 && !goesOn(s, last)) {
                return last;
            }
        }
        return end;
    }

    private static boolean mayPrecede(String s, int start) {
        if (start == 0) {
            return true;
        }
        char c = s.charAt(start - 1);
        return !Plain.isDigit(c) && !Plain.isLetter(c) && c != '.' && c != '/' && c != '_' && c != '@';
    }

    private static boolean isVersion(String s, int start) {
        int end = start;
        while (end > 0 && s.charAt(end - 1) == ' ') {
            end--;
        }
        int word = end;
        while (word > 0 && end - word < 12 && Plain.isLetter(s.charAt(word - 1))) {
            word--;
        }
        return word < end && VERSION_WORDS.contains(s.substring(word, end).toLowerCase(Locale.ROOT));
    }
}
