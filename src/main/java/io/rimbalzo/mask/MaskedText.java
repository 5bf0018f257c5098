package io.rimbalzo.mask;

import io.rimbalzo.mask.StandIns.Kind;
import java.util.List;
import java.util.Locale;

/**
 * One text on its way through the mask, read once from left to right: {@code RCPT TO:<mario@contoso.com>} becomes
 * {@code RCPT TO:<utente1@dominio1.example>}.
 */
final class MaskedText {

    private static final int LONGEST_LOCAL = 1_000;
    private static final int LONGEST_ID = 300;
    private static final int LONGEST_QUOTED = 120;
    private static final List<String> HOMES = List.of("\\Users\\", "/Users/", "/home/");
    private static final String MARKS = "!#$%'*+=^_`|~.-";

    private final Learned learned;
    private final StandIns standIns;
    private final String text;
    private final StringBuilder out;
    private int at;

    MaskedText(Learned learned, StandIns standIns, String text) {
        this.learned = learned;
        this.standIns = standIns;
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    String masked() {
        int tried = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean start = at == 0 || !Tokens.isPart(text.charAt(at - 1));
            if (c == '<' && id() || c == '"' && quoted() || c == '/' && distinguished()) {
                continue;
            }
            if ((c == '/' || c == '\\') && homeFolder() || c == '+' && start && telephone()) {
                continue;
            }
            // a run of signs that held no address is not searched again from each of its signs
            if (at > tried && isLocal(c)) {
                tried = address();
                if (tried < 0) {
                    continue;
                }
            }
            if (c == '@' && domainAfter(at) > at + 1) {
                copy(1);
                domain(domainAfter(at - 1));
            } else if (!start || !Tokens.isPart(c) || !token()) {
                copy(1);
            }
        }
        return out.toString();
    }

    private void copy(int length) {
        out.append(text, at, at + length);
        at += length;
    }

    private void put(String standIn, int end) {
        out.append(standIn);
        at = end;
    }

    private void domain(int end) {
        put(standIns.domain(text.substring(at, end)), end);
    }

    /** {@code <id@host>}, where it is known to name a message. */
    private boolean id() {
        int end = close(at);
        String standIn = end < 0 ? null : learned.id(text.substring(at + 1, end), null);
        if (standIn != null) {
            put("<" + standIn + ">", end + 1);
        }
        return standIn != null;
    }

    /** The bracket that closes, not too far away; -1 where there is none. */
    private int close(int angle) {
        int end = angle + 1;
        while (end < text.length() && end - angle < LONGEST_ID && "<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '>' ? end : -1;
    }

    /** {@code "mario rossi"@contoso.com} is an address, and in {@code "Mario Rossi" <...@...>} stands a name. */
    private boolean quoted() {
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_QUOTED && "\"\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == at + 1 || end + 2 >= text.length() || text.charAt(end) != '"') {
            return false;
        }
        int domain = text.charAt(end + 1) == '@' ? domainAfter(end + 1) : -1;
        if (domain > end + 2) {
            String local = text.substring(at + 1, end);
            put(standIns.address(local, text.substring(end + 2, domain)), domain);
            return true;
        }
        int angle = text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
        int close = text.charAt(angle) == '<' ? close(angle) : -1;
        boolean name = close > 0 && text.substring(angle, close).indexOf('@') > 0;
        if (name) {
            put('"' + standIns.numbered(Kind.PERSON, text.substring(at + 1, end)) + '"', end + 1);
        }
        return name;
    }

    /** {@code /o=ExchangeLabs/ou=.../cn=Recipients/cn=mario}: what Outlook remembers of an address. */
    private boolean distinguished() {
        if (!text.regionMatches(true, at, "/o=", 0, 3)) {
            return false;
        }
        int line = at;
        while (line < text.length() && line - at < LONGEST_LOCAL && "\r\n<>\"".indexOf(text.charAt(line)) < 0) {
            line++;
        }
        int name = text.substring(at, line).toLowerCase(Locale.ROOT).lastIndexOf("/cn=");
        if (name < 0) {
            return false;
        }
        int from = at + name + 4;
        int end = from;
        while (end < line && (Tokens.isPart(text.charAt(end)) || text.charAt(end) == '+')) {
            end++;
        }
        put(X500.masked(text.substring(at, from)) + standIns.numbered(Kind.USER, text.substring(from, end)), end);
        return true;
    }

    /** {@code C:\\Users\\mario\\report.eml}, {@code /home/mario}: whose folder it is. */
    private boolean homeFolder() {
        for (String folder : HOMES) {
            int from = at + folder.length();
            int end = Tokens.endOfWord(text, from);
            if (end > from && text.regionMatches(true, at, folder, 0, folder.length())) {
                copy(folder.length());
                put(standIns.numbered(Kind.USER, text.substring(from, end)), end);
                return true;
            }
        }
        return false;
    }

    /** {@code +39 02 1234567}; not the {@code +0200} of a date. */
    private boolean telephone() {
        int end = Tokens.endOfTelephone(text, at);
        if (end < 0 || end < text.length() && (text.charAt(end) == '@' || Character.isLetter(text.charAt(end)))) {
            return false;
        }
        put(standIns.numbered(Kind.PHONE, text.substring(at, end)), end);
        return true;
    }

    /** Masks an address that begins here and gives -1; else gives the end of the run in which there is none. */
    private int address() {
        int sign = at;
        while (sign < text.length() && sign - at < LONGEST_LOCAL && isLocal(text.charAt(sign))) {
            sign++;
        }
        int end = sign < text.length() && text.charAt(sign) == '@' ? domainAfter(sign) : -1;
        if (end <= sign + 1) {
            return sign;
        }
        int local = localAfterName(sign);
        copy(local - at);
        String name = text.substring(local, sign);
        String domain = text.substring(sign + 1, end);
        String x500 = X500.inLocalPart(name);
        put(
                x500 == null
                        ? learned.address(name, domain)
                        : x500 + standIns.numbered(Kind.USER, name) + "@" + standIns.domain(domain),
                end);
        return -1;
    }

    /** Where the local part begins: after a quotation mark, after {@code smtp.mailfrom=}. */
    private int localAfterName(int sign) {
        int from = at;
        while (from < sign - 1 && "'`.=".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        String local = text.substring(from, sign);
        int equals = local.indexOf('=');
        if (equals < 0 || equals == local.length() - 1 || X500.inLocalPart(local) != null) {
            return from;
        }
        boolean property =
                local.substring(0, equals).chars().allMatch(c -> Character.isLetter(c) || ".-_".indexOf(c) >= 0);
        // in bounce+mario=contoso.com@example.net what follows the sign is a domain: all of it is a local part
        return property && !Tokens.isHost(local.substring(equals + 1)) ? from + equals + 1 : from;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }

    /** Where the domain after the {@code @} ends. */
    private int domainAfter(int sign) {
        int end = sign + 1;
        if (end < text.length() && text.charAt(end) == '[') {
            return sign;
        }
        while (end < text.length() && end - sign < 256 && Tokens.isPart(text.charAt(end))) {
            end++;
        }
        while (end > sign + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** A word: an IP address, a tenant's number, a name that was read, a host, an identifier. */
    private boolean token() {
        int ip = Tokens.endOfIp(text, at);
        if (ip > 0 && !isHostFrom(ip)) {
            put(standIns.ip(text.substring(at, ip)), ip);
            return true;
        }
        if (Tokens.isGuid(text, at)) {
            put(standIns.guid(text.substring(at, at + 36)), at + 36);
            return true;
        }
        Names.Found name = learned.names().at(text, at);
        if (name != null) {
            put(name.standIn(), name.end());
            return true;
        }
        int start = Tokens.afterReply(text, at);
        int end = Tokens.endOfWord(text, start);
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        copy(start - at);
        String word = text.substring(start, end);
        String standIn = word.isEmpty() ? null : learned.word(word);
        put(standIn == null ? word : standIn, end);
        return end > start || start > at;
    }

    /** Whether the address is only the beginning of a name: {@code 7.113.0.203.zen.spamhaus.org}. */
    private boolean isHostFrom(int end) {
        return end + 1 < text.length() && text.charAt(end) == '.' && Character.isLetter(text.charAt(end + 1));
    }
}
