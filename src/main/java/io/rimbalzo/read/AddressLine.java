package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses in the lines of a report: {@code Anna<mailto:anna@example.it>}, {@code <luca@example.it>: host ...}. */
final class AddressLine {

    private static final int LONGEST = 1_000;
    private static final String MAILTO = "<mailto:";

    private AddressLine() {}

    /** The address where the line is nothing but one (perhaps with a name, a bullet, a link), or null. */
    static @Nullable String only(String line) {
        if (line.length() > LONGEST || line.indexOf('@') < 0 && !isX500(line)) {
            return null;
        }
        String s = bullet(line.strip());
        if (isX500(s)) {
            return s;
        }
        int link = s.indexOf(MAILTO);
        if (link >= 0 && s.endsWith(">")) {
            return address(s.substring(link + MAILTO.length(), s.length() - 1));
        }
        if (s.indexOf(' ') < 0) {
            return address(s);
        }
        boolean bracketed = s.endsWith(">") || s.endsWith(")");
        int open = Math.max(s.lastIndexOf('<'), s.lastIndexOf('('));
        boolean name = bracketed && open > 0 && s.indexOf(':') < 0 && s.charAt(open - 1) == ' ';
        return name ? address(s.substring(open + 1, s.length() - 1)) : null;
    }

    /** What a line begins with: an address, and the words after it. */
    record Leading(String address, String rest) {}

    /** The address that begins the line, {@code <luca@example.it>: host ...}, {@code luca@example.it [Unknown]}; or null. */
    static @Nullable Leading leading(String line) {
        if (line.indexOf('@') < 0 || line.length() > 10 * LONGEST) {
            return null;
        }
        int smtp = line.indexOf("SMTP=");
        if (smtp > 0
                && line.startsWith("c=", line.length() - line.stripLeading().length())) {
            // an X.400 address: c=US;a= ;p=Contoso;o=Site;dda:SMTP=luca@example.it; on Fri, 4 Oct 2002
            String x400 = address(line.substring(smtp + 5, Math.max(smtp + 5, line.indexOf(';', smtp))));
            return x400 == null ? null : new Leading(x400, "");
        }
        String s = bullet(line.strip());
        int end = s.startsWith("<") ? s.indexOf('>') + 1 : wordEnd(s);
        String address = end > 2 && end < LONGEST ? address(s.substring(0, end)) : null;
        return address == null ? null : new Leading(address, rest(s, end));
    }

    private static String rest(String s, int from) {
        int i = from;
        while (i < s.length() && " :;,.-\t".indexOf(s.charAt(i)) >= 0) {
            i++;
        }
        return s.substring(i);
    }

    private static int wordEnd(String s) {
        int i = 0;
        while (i < s.length() && s.charAt(i) > ' ' && s.charAt(i) != ';' && s.charAt(i) != ',' && s.charAt(i) != '<') {
            i++;
        }
        return i;
    }

    /** All addresses in a line, in order. */
    static List<String> all(String line) {
        List<String> addresses = new ArrayList<>();
        for (int at = line.indexOf('@'); at >= 0 && addresses.size() < 100; at = line.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && isAddressLetter(line.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < line.length() && isDomainLetter(line.charAt(end))) {
                end++;
            }
            String address = address(line.substring(start, end));
            if (address != null && !addresses.contains(address)) {
                addresses.add(address);
            }
            at = Math.max(at, end - 1);
        }
        return addresses;
    }

    private static String bullet(String s) {
        int i = 0;
        while (i < s.length() && " *>-\u2022\t".indexOf(s.charAt(i)) >= 0) {
            i++;
        }
        return s.substring(i);
    }

    /** The address without brackets, quotes, link and punctuation; null where it is none. */
    static @Nullable String address(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && "<([{`|".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ">)]}'\"`:;,.*".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        String s = token.substring(start, end);
        s = s.startsWith("'") || s.startsWith("\"") && s.indexOf('"', 1) < 0 ? s.substring(1) : s;
        s = s.regionMatches(true, 0, "mailto:", 0, 7)
                ? s.substring(7)
                : s.regionMatches(true, 0, "smtp:", 0, 5) ? s.substring(5) : s;
        return isAddress(s) ? s : null;
    }

    private static boolean isAddress(String s) {
        int at = s.lastIndexOf('@');
        if (s.contains("://")) {
            return false;
        }
        if (at <= 0 || at == s.length() - 1 || s.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = s.charAt(i);
            if (c <= ' ' && s.charAt(0) != '"' || "<>()[],;".indexOf(c) >= 0 && s.charAt(0) != '"') {
                return false;
            }
        }
        for (int i = at + 1; i < s.length(); i++) {
            if (!isDomainLetter(s.charAt(i))) {
                return false;
            }
        }
        return Plain.isLetter(s.charAt(at + 1)) || Plain.isDigit(s.charAt(at + 1));
    }

    /** What Outlook keeps of an internal address: {@code /O=CONTOSO/OU=.../CN=ANNA}. */
    private static boolean isX500(String s) {
        return s.regionMatches(true, 0, "/o=", 0, 3);
    }

    private static boolean isAddressLetter(char c) {
        return c > ' ' && "<>()[],;:\"'`|@".indexOf(c) < 0;
    }

    private static boolean isDomainLetter(char c) {
        return Plain.isLetter(c) || Plain.isDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
