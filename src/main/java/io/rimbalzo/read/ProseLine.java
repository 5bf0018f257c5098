package io.rimbalzo.read;

import java.util.List;
import java.util.Locale;

/** What one line of a server's own words is: the heading {@code ----- Transcript of session follows -----}, a time, addresses. */
final class ProseLine {

    private ProseLine() {}

    /** {@code ----- Transcript of session follows -----}, {@code --------Error Detail:}. */
    static boolean isHeading(String text) {
        String s = text.stripTrailing();
        return s.startsWith("----") && (s.endsWith("---") || s.endsWith(":"));
    }

    /** The rest of a time that was folded: {@code 17:12:28 -0400}. */
    static boolean isClock(String line) {
        return line.indexOf(':') > 0 && line.chars().noneMatch(c -> c > ':' || c == '#' || c == '(');
    }

    /** {@code on Thu, 11 Jul 2002 16:54:54 -0300}: when it happened is no reason. */
    static boolean isTime(String rest) {
        int colon = rest.indexOf(':');
        return rest.length() < 60
                && colon > 2
                && rest.indexOf(':', colon + 1) == colon + 3
                && rest.contains(" ")
                && Plain.isDigit(rest.charAt(colon - 1))
                && Plain.isDigit(rest.charAt(colon + 1))
                && Mark.all(rest).isEmpty();
    }

    /** The addresses in a line that may be recipients: not those that {@code mail from} stands before. */
    static List<String> addresses(String line) {
        List<String> addresses = AddressLine.all(line);
        int sender = addresses.isEmpty() ? -1 : line.toLowerCase(Locale.ROOT).indexOf("mail from");
        return sender < 0
                ? addresses
                : addresses.stream()
                        .filter(a -> !isAfter(line, a, sender + "mail from".length()))
                        .toList();
    }

    private static boolean isAfter(String line, String address, int end) {
        int at = line.indexOf(address);
        return at >= end && at - end < 4;
    }

    /** How many blanks it begins with: a deeper line goes on with what stands above it. */
    static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }
}
