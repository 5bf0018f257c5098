package io.rimbalzo.read;

import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that was probably meant by a rejected one: {@code luca@gmail.com} for {@code luca@gmial.com}. It would
 * rather miss one than suspect a right address.
 */
public final class LikelyTypingError {

    private static final int LONGEST = 254;
    private static final int MOST = 200;

    private final Set<String> knownDomains;
    private final List<Known> known;

    /** A well-known domain and the set of its letters, as bits. */
    private record Known(String domain, long letters) {}

    /** @param knownDomains well-known domains of mailboxes, in lower case; empty ones and {@code # comments} do not count */
    public LikelyTypingError(Collection<String> knownDomains) {
        this.knownDomains = knownDomains.stream()
                .map(String::strip)
                .filter(d -> !d.isEmpty() && !d.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
        this.known = this.knownDomains.stream()
                .sorted()
                .map(domain -> new Known(domain, letters(domain)))
                .toList();
    }

    /**
     * The likeness, or null.
     *
     * @param failed  all rejected recipients, this one too: none of them is what was meant
     * @param message the message that bounced: its sender and recipients are candidates
     */
    public @Nullable Likeness of(String rejected, Collection<String> failed, Message message) {
        String address = lower(rejected);
        int at = address.indexOf('@');
        if (at <= 0 || at != address.lastIndexOf('@') || address.length() > LONGEST) {
            return null;
        }
        Set<String> excluded = new HashSet<>();
        failed.forEach(each -> excluded.add(lower(each)));
        for (String other : message.to().subList(0, Math.min(MOST, message.to().size()))) {
            if (!excluded.contains(lower(other)) && isOneSlip(address, lower(other))) {
                return new Likeness(rejected, other, "To: " + other);
            }
        }
        String from = message.from();
        String sender = lower(from);
        if (from != null && !excluded.contains(sender) && isOneSlip(address, sender)) {
            return new Likeness(rejected, from, "From: " + from);
        }
        String domain = likelyDomain(address.substring(at + 1), sender.substring(sender.indexOf('@') + 1));
        return domain == null ? null : new Likeness(rejected, rejected.substring(0, at + 1) + domain, rejected);
    }

    private static String lower(@Nullable String address) {
        return address == null ? "" : address.toLowerCase(Locale.ROOT);
    }

    /**
     * One letter added, dropped, changed or swapped in the local part, or the same local part at a like domain. What tells
     * people apart is no slip: digits, initials ({@code m.rossi}, {@code g.rossi}), the last letter of a name
     * ({@code mario}, {@code maria}).
     */
    private static boolean isOneSlip(String rejected, String other) {
        int at = other.lastIndexOf('@');
        int rejectedAt = rejected.lastIndexOf('@');
        if (at < 4
                || rejectedAt < 4
                || other.length() > LONGEST
                || !digits(rejected).equals(digits(other))) {
            return false;
        }
        String local = rejected.substring(0, rejectedAt);
        String otherLocal = other.substring(0, at);
        if (local.equals(otherLocal)) {
            return isLike(rejected.substring(rejectedAt + 1), other.substring(at + 1));
        }
        return rejected.substring(rejectedAt).equals(other.substring(at))
                && Math.abs(rejectedAt - at) <= 1
                && Spelling.distance(local, otherLocal) == 1
                && isWithinName(local, otherLocal);
    }

    /** Whether two words that differ in one place differ inside a name of some length, not at its beginning or end. */
    private static boolean isWithinName(String a, String b) {
        int from = 0;
        while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int end = from;
        while (end < a.length() && Plain.isLetter(a.charAt(end))) {
            end++;
        }
        int start = from;
        while (start > 0 && Plain.isLetter(a.charAt(start - 1))) {
            start--;
        }
        boolean swapped = from + 1 < Math.min(a.length(), b.length())
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        boolean separator = from < a.length() && !Plain.isLetter(a.charAt(from))
                || from < b.length() && !Plain.isLetter(b.charAt(from));
        return end - start > 3 && !separator && (swapped || from > start && from < end - 1);
    }

    private static String digits(String s) {
        StringBuilder digits = new StringBuilder();
        s.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** The well-known domain, or the sender's own, of which this one is a misspelling; null where it may well be meant. */
    private @Nullable String likelyDomain(String domain, String own) {
        if (knownDomains.contains(domain) || domain.equals(own) || isBelowKnown(domain) || domain.indexOf('.') < 0) {
            return null;
        }
        long letters = letters(domain);
        String best = own.indexOf('.') > 0 && isLike(domain, own) ? own : null;
        int least = best == null ? Integer.MAX_VALUE : Spelling.distance(domain, own);
        for (Known each : known) {
            // two slips change at most four letters
            boolean near = Long.bitCount(letters ^ each.letters) <= 4 && isLike(domain, each.domain);
            int distance = near ? Spelling.distance(domain, each.domain) : Integer.MAX_VALUE;
            best = distance < least ? each.domain : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    private static long letters(String domain) {
        long letters = 0;
        for (int i = 0; i < domain.length(); i++) {
            letters |= 1L << (domain.charAt(i) & 63);
        }
        return letters;
    }

    private boolean isBelowKnown(String domain) {
        for (int dot = domain.indexOf('.'); dot > 0; dot = domain.indexOf('.', dot + 1)) {
            if (knownDomains.contains(domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /**
     * One slip in a name of some length, two in a long one; a short name has too many neighbours of its own. Where only
     * the ending differs ({@code gmail.con}), it must be no country's: {@code hotmail.at} is not {@code hotmail.it}.
     */
    private static boolean isLike(String domain, String known) {
        int name = known.indexOf('.');
        int otherName = domain.indexOf('.');
        if (Math.abs(domain.length() - known.length()) > 2
                || name < 4
                || otherName < 0
                || domain.equals(known)
                || domain.length() > LONGEST
                || !digits(domain).equals(digits(known))) {
            return false;
        }
        int distance = Spelling.distance(domain, known);
        if (domain.substring(0, otherName).equals(known.substring(0, name))) {
            return distance == 1 && known.endsWith(".com");
        }
        boolean sameEnd = domain.substring(otherName).equals(known.substring(name));
        boolean sameLetter = domain.charAt(0) == known.charAt(0);
        return distance == 1 || distance == 2 && name >= 7 && sameEnd && sameLetter;
    }
}
