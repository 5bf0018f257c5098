package io.rimbalzo.read;

import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the address that was probably meant by a rejected one: {@code luca@gmail.com} for {@code luca@gmial.com}. It would
 * rather miss one than suspect a right address.
 */
public final class LikelyTypingError {

    private static final int LONGEST = 254;
    private static final int MOST = 200;

    private final Set<String> knownDomains;

    /** @param knownDomains well-known domains of mailboxes, in lower case */
    public LikelyTypingError(Collection<String> knownDomains) {
        this.knownDomains = Set.copyOf(knownDomains);
    }

    /**
     * The likeness, or null.
     *
     * @param failed  all rejected recipients, this one too: none of them is what was meant
     * @param message the message that bounced: its sender and recipients are candidates
     */
    public Likeness of(String rejected, Collection<String> failed, Message message) {
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
        String sender = lower(message.from());
        if (!excluded.contains(sender) && isOneSlip(address, sender)) {
            return new Likeness(rejected, message.from(), "From: " + message.from());
        }
        String domain = likelyDomain(address.substring(at + 1), sender.substring(sender.indexOf('@') + 1));
        return domain == null ? null : new Likeness(rejected, rejected.substring(0, at + 1) + domain, rejected);
    }

    private static String lower(String address) {
        return address == null ? "" : address.toLowerCase(Locale.ROOT);
    }

    /** One letter added, dropped, changed or swapped; two in a long address. Digits tell people apart: they are no slip. */
    private static boolean isOneSlip(String rejected, String other) {
        int at = other.indexOf('@');
        if (at < 3 || other.length() > LONGEST || Math.abs(other.length() - rejected.length()) > 2
                || !digits(rejected).equals(digits(other))) {
            return false;
        }
        boolean sameDomain = rejected.endsWith(other.substring(at));
        int local = sameDomain ? at : other.length();
        int distance = Spelling.distance(rejected, other);
        return distance == 1 && local > 3 || distance == 2 && local >= 12;
    }

    private static String digits(String s) {
        StringBuilder digits = new StringBuilder();
        s.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** The well-known domain, or the sender's own, of which this one is a misspelling; null where it may well be meant. */
    private String likelyDomain(String domain, String own) {
        if (knownDomains.contains(domain) || domain.equals(own) || isBelowKnown(domain) || domain.indexOf('.') < 0) {
            return null;
        }
        String best = own.indexOf('.') > 0 && isLike(domain, own) ? own : null;
        int least = best == null ? Integer.MAX_VALUE : Spelling.distance(domain, own);
        for (String known : knownDomains) {
            int distance = isLike(domain, known) ? Spelling.distance(domain, known) : Integer.MAX_VALUE;
            boolean closer = distance < least || distance == least && best != null && known.compareTo(best) < 0
                    && !best.equals(own);
            best = closer ? known : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    private boolean isBelowKnown(String domain) {
        for (int dot = domain.indexOf('.'); dot > 0; dot = domain.indexOf('.', dot + 1)) {
            if (knownDomains.contains(domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** One slip in a name of some length, two in a long one; a short name has too many neighbours of its own. */
    private static boolean isLike(String domain, String known) {
        int name = known.indexOf('.');
        if (Math.abs(domain.length() - known.length()) > 2 || name < 4 || !digits(domain).equals(digits(known))) {
            return false;
        }
        int distance = Spelling.distance(domain, known);
        return distance == 1 || distance == 2 && name >= 7;
    }
}
