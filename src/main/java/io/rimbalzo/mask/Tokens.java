package io.rimbalzo.mask;

import io.rimbalzo.read.IpAddress;
import io.rimbalzo.read.OrganizationalDomain;
import java.util.Locale;
import java.util.Set;

/** Tells by its form what a word is: a host's name, an identifier, or a word. */
final class Tokens {

    private static final int LONGEST_NAME = 253;
    private static final int SHORTEST_ID = 12;
    private static final int FEWEST_PHONE_DIGITS = 9;
    private static final int MOST_PHONE_DIGITS = 15;

    /** Endings of names that live inside an organization only, and those that RFC 2606 keeps for examples. */
    private static final Set<String> INSIDE = Set.of(
            "local",
            "localdomain",
            "localhost",
            "lan",
            "corp",
            "internal",
            "intra",
            "intranet",
            "home",
            "private",
            "priv",
            "loc",
            "test",
            "example",
            "invalid");

    private Tokens() {}

    /** A letter, digit, or a sign that may stand within a host's name. */
    static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    /** Where the word that begins here ends; two dots end one, too: {@code denied...7d39d5}. */
    static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isPart(text.charAt(end)) && !text.startsWith("..", end)) {
            end++;
        }
        return end;
    }

    /** After the reply code of a line of several, {@code 550-mail.contoso.com is not ...}; else where the word begins. */
    static int afterReply(String text, int from) {
        boolean reply = from + 4 < text.length()
                && (text.charAt(from) == '4' || text.charAt(from) == '5')
                && Character.isDigit(text.charAt(from + 1))
                && Character.isDigit(text.charAt(from + 2))
                && text.charAt(from + 3) == '-';
        return reply ? from + 4 : from;
    }

    /** {@code mail.contoso.com}; not {@code RESOLVER.RST.NotAuthorized}, {@code 5.7.1} or {@code failed.It}. */
    static boolean isHost(String word) {
        int dot = word.lastIndexOf('.');
        if (dot < 1 || word.length() > LONGEST_NAME || word.contains("..") || word.charAt(0) == '.') {
            return false;
        }
        String last = word.substring(dot + 1);
        String lower = last.toLowerCase(Locale.ROOT);
        boolean sentence = isCapitalised(last) && !(isCapitalised(word) && dot == word.indexOf('.') && dot > 2);
        if (!sentence && last.length() > 6 && Character.isDigit(last.charAt(last.length() - 4))) {
            // the boundary of a mail may end in a number: prima.com.ar967579
            lower = lower.replaceAll("[0-9]{4,9}$", "");
        }
        return !sentence && (INSIDE.contains(lower) || isLabel(lower) && OrganizationalDomain.isTopLevel(lower));
    }

    private static boolean isLabel(String last) {
        return last.length() > 1 && !Character.isDigit(last.charAt(0));
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    /** Letters and digits in many turns, {@code 4XyZ12ab34cd}: no word, no cipher suite, no date. */
    static boolean isId(String word) {
        if (word.length() < SHORTEST_ID) {
            return false;
        }
        int turns = 0;
        int before = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int now = Character.isDigit(c) ? 1 : Character.isLetter(c) ? 2 : before;
            turns += before != 0 && now != before ? 1 : 0;
            before = now;
        }
        return turns >= 4;
    }

    /** Whether 8-4-4-4-12 hexadecimal digits stand here. */
    static boolean isGuid(String text, int from) {
        if (from + 36 > text.length() || from + 36 < text.length() && isPart(text.charAt(from + 36))) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(from + i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where an IP address that begins here ends; -1 where none does. */
    static int endOfIp(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 46 && isAddressPart(text.charAt(end))) {
            end++;
        }
        boolean cut = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ':')) {
            end--;
        }
        String run = text.substring(from, end);
        if (!cut && run.length() > 1 && IpAddress.is(run)) {
            return end;
        }
        // the colon of "203.0.113.7:25" or "203.0.113.7:bad" ends one
        int colon = run.indexOf(':');
        return colon > 0 && IpAddress.is(run.substring(0, colon)) ? from + colon : -1;
    }

    /** Where an international telephone number that begins here with its {@code +} ends; -1 where none does (ITU-T E.164). */
    static int endOfTelephone(String text, int from) {
        if (text.startsWith("+0", from)) {
            return -1; // the difference of a date to UTC: no country begins with 0
        }
        int digits = 0;
        int end = -1;
        for (int i = from + 1; i < text.length() && digits <= MOST_PHONE_DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                end = i + 1;
            } else if (" -.()/\u00A0".indexOf(c) < 0 || i == from + 1) {
                break;
            }
        }
        return digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS ? end : -1;
    }

    private static boolean isAddressPart(char c) {
        return c == '.' || c == ':' || c <= 'f' && Character.digit(c, 16) >= 0;
    }
}
