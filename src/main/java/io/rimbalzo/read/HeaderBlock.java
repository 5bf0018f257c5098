package io.rimbalzo.read;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Header fields in a text that is more than headers: a returned message, or headers pasted below an answer. */
final class HeaderBlock {

    private static final Set<String> COMMON = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "sender",
            "reply-to",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-language",
            "authentication-results",
            "authentication-results-original",
            "received-spf",
            "dkim-signature",
            "domainkey-signature",
            "delivered-to",
            "in-reply-to",
            "references",
            "thread-topic",
            "thread-index",
            "list-id",
            "list-unsubscribe",
            "precedence",
            "auto-submitted",
            "importance",
            "envelope-to",
            "delivery-date",
            "x-mailer",
            "x-originating-ip",
            "x-failed-recipients",
            "x-received",
            "x-forefront-antispam-report",
            "x-spam-status",
            "x-spam-flag",
            "x-spam-score",
            "x-spam-level",
            "user-agent",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "accept-language",
            "errors-to",
            "priority");

    /** Fields that people do not write in their own words. */
    private static final Set<String> CERTAIN = Set.of(
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "authentication-results",
            "authentication-results-original",
            "received-spf",
            "dkim-signature",
            "domainkey-signature",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "x-received",
            "x-forefront-antispam-report",
            "x-spam-status",
            "x-spam-flag",
            "delivered-to",
            "envelope-to",
            "content-transfer-encoding",
            "x-failed-recipients");

    private HeaderBlock() {}

    /**
     * Whether a mail begins here: one of its first fields is one that mail has. Where other words follow without an empty
     * line between, as when somebody pastes a subject and the answer below it, one must be a field that nobody writes by
     * hand.
     */
    static boolean isMail(String text, int from) {
        int at = from;
        boolean common = false;
        boolean certain = false;
        for (int fields = 0; at < text.length() && fields < 30 && !certain; fields++) {
            String name = name(text, at);
            if (name == null) {
                return common && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
            }
            common |= isCommon(name);
            certain = CERTAIN.contains(name);
            at = nextField(text, at);
        }
        return common || certain;
    }

    /**
     * Whether the headers of a returned message begin at this line of a text: of the first fields two are common ones and
     * one is certain, or one certain field follows an empty line.
     */
    static boolean begins(String text, int from, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 40 || line.charAt(0) <= ' ' || !isCommonName(line, colon)) {
            return false;
        }
        int common = 0;
        boolean certain = false;
        int at = from;
        for (int fields = 0; at < text.length() && fields < 12; fields++) {
            String name = name(text, at);
            if (name == null) {
                break;
            }
            common += isCommon(name) ? 1 : 0;
            certain |= CERTAIN.contains(name) || name.startsWith("x-ms-");
            at = nextField(text, at);
        }
        return certain && (common > 1 || startsBlock(text, from));
    }

    private static boolean startsBlock(String text, int from) {
        return from == 0 || from > 1 && text.charAt(from - 2) == '\n';
    }

    private static boolean isCommonName(String line, int colon) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        return isCommon(name);
    }

    private static boolean isCommon(String name) {
        return COMMON.contains(name)
                || name.startsWith("x-ms-")
                || name.startsWith("arc-")
                || name.startsWith("x-microsoft-");
    }

    /** The name of the field that begins here, in lower case, or null. */
    static @Nullable String name(String text, int from) {
        int i = from;
        while (i < text.length()
                && i - from < 60
                && (Plain.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-' || text.charAt(i) == '_')) {
            i++;
        }
        boolean field = i > from && i < text.length() && text.charAt(i) == ':';
        return field ? text.substring(from, i).toLowerCase(Locale.ROOT) : null;
    }

    /** Where the next field begins, after the folded lines of this one. */
    private static int nextField(String text, int from) {
        int at = lineEnd(text, from);
        while (at + 1 < text.length() && (text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t')) {
            at = lineEnd(text, at + 1);
        }
        return Math.min(text.length(), at + 1);
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) != '\n'
                && (text.charAt(at) != '\r' || at + 1 < text.length() && text.charAt(at + 1) == '\n')) {
            at++;
        }
        return at;
    }
}
