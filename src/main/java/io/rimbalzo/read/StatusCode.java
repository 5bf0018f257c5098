package io.rimbalzo.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An enhanced status code (RFC 3463) in a text: {@code 5.7.124}; of a range, {@code 4.7.500-699} or {@code 5.7.7xx},
 * the first.
 *
 * @param code  the three numbers
 * @param start where it begins
 * @param end   where it ends, the rest of a range included
 */
record StatusCode(String code, int start, int end) {

    /** Numbers that follow these words are those of a program or a document: {@code version 5.1.1}. */
    private static final Set<String> VERSION_WORDS =
            Set.of("version", "versione", "vers", "ver", "v", "release", "build", "firmware", "id", "rfc", "section");

    /** The code that begins exactly here, or null. */
    static @Nullable StatusCode at(String s, int from) {
        if (from + 5 > s.length() || "245".indexOf(s.charAt(from)) < 0 || s.charAt(from + 1) != '.') {
            return null;
        }
        int dot = digits(s, from + 2);
        if (dot == from + 2 || dot - from > 5 || dot >= s.length() || s.charAt(dot) != '.') {
            return null;
        }
        int end = digits(s, dot + 1);
        // RFC 3463 section 2: "Leading zeros" of the numbers are not used: 5.500.000 is an amount
        if (s.charAt(from + 2) == '0' && dot > from + 3 || end > dot + 2 && s.charAt(dot + 1) == '0') {
            return null;
        }
        if (end == dot + 1 || end - dot > 4 || goesOn(s, end)) {
            return isFamily(s, dot + 1, end);
        }
        return new StatusCode(s.substring(from, end), from, range(s, end));
    }

    /** The next code in running text: neither an IP address nor the version of a program, a telephone number, a time. */
    static @Nullable StatusCode find(String s, int from) {
        return find(s, from, false);
    }

    /** @param any whether a subject counts that RFC 3463 does not know, as where a word tells that it is a code */
    static @Nullable StatusCode find(String s, int from, boolean any) {
        for (int dot = s.indexOf('.', from); dot >= 0; dot = s.indexOf('.', dot + 1)) {
            int start = dot - 1;
            StatusCode code = start < from || !mayPrecede(s, start) ? null : at(s, start);
            if (code != null
                    && !mayNotFollow(s, code.end)
                    && !isVersion(s, start)
                    && (any || isKnownSubject(code.code) || followsReply(s, start))) {
                return code;
            }
        }
        return null;
    }

    private static boolean isKnownSubject(String code) {
        return code.charAt(3) == '.' && code.charAt(2) < '8';
    }

    /** Whether more letters, digits or another dotted number follow. */
    static boolean goesOn(String s, int end) {
        if (end >= s.length()) {
            return false;
        }
        char c = s.charAt(end);
        return Plain.isDigit(c)
                || Plain.isLetter(c)
                || c == '_'
                || c == '@'
                || c == '.' && end + 1 < s.length() && Plain.isDigit(s.charAt(end + 1));
    }

    /** {@code 5.7.7xx}, as documents write a family of codes: its first member. */
    private static @Nullable StatusCode isFamily(String s, int detail, int end) {
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

    /** Whether what follows makes it part of a name: {@code 5.7.1.tar.gz}, {@code App 5.7.1\\x.exe}. */
    private static boolean mayNotFollow(String s, int end) {
        boolean joint = end + 1 < s.length() && ".\\/=".indexOf(s.charAt(end)) >= 0;
        return joint && s.charAt(end + 1) >= 'a' && s.charAt(end + 1) <= 'z';
    }

    /** Whether no letter, digit or name is glued to the code; {@code dsn=5.1.1} and {@code 550-5.7.1} are. */
    static boolean mayPrecede(String s, int start) {
        if (start == 0) {
            return true;
        }
        char c = s.charAt(start - 1);
        boolean hyphen = c == '-' && start > 1 && Plain.isLetterOrDigit(s.charAt(start - 2));
        boolean glued = Plain.isLetterOrDigit(c) || "./\\_@".indexOf(c) >= 0 || hyphen && !followsReply(s, start);
        return !glued && (c != '=' || !isLink(s, start));
    }

    private static boolean isLink(String s, int end) {
        int start = end;
        while (start > 0 && end - start < 300 && s.charAt(start - 1) > ' ') {
            start--;
        }
        return s.substring(start, end).contains("://");
    }

    /** Whether three digits of a reply or a sign {@code #} stand just before: {@code 550-5.7.1}, {@code #5.7.1}. */
    static boolean followsReply(String s, int start) {
        char before = start == 0 ? ' ' : s.charAt(start - 1);
        if (before == '#') {
            return true;
        }
        int end = start - 1;
        boolean digits = end >= 3
                && (before == '-' || before == ' ')
                && "245".indexOf(s.charAt(end - 3)) >= 0
                && Plain.isDigit(s.charAt(end - 2))
                && Plain.isDigit(s.charAt(end - 1));
        return digits && (end == 3 || !Plain.isLetterOrDigit(s.charAt(end - 4)) && s.charAt(end - 4) != '.');
    }

    private static boolean isVersion(String s, int start) {
        return VERSION_WORDS.contains(wordBefore(s, start));
    }

    /** The word that stands before, in lower case, or the empty text. */
    static String wordBefore(String s, int start) {
        int end = start;
        while (end > 0 && " :#(\"'\u201c\u00ab".indexOf(s.charAt(end - 1)) >= 0) {
            end--;
        }
        int word = end;
        while (word > 0 && end - word < 12 && Plain.isLetter(s.charAt(word - 1))) {
            word--;
        }
        return s.substring(word, end).toLowerCase(Locale.ROOT);
    }

    static int digits(String s, int from) {
        int i = from;
        while (i < s.length() && Plain.isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
