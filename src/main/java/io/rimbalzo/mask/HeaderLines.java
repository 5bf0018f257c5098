package io.rimbalzo.mask;

import io.rimbalzo.mask.StandIns.Kind;
import io.rimbalzo.read.EncodedWords;
import io.rimbalzo.report.HeaderField;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that are header fields with something personal in all of their value, such as
 * {@code Subject: Preventivo}, {@code From: Mario Rossi <mario@contoso.com>} or {@code Message-ID: <7f3a@contoso.com>}.
 */
final class HeaderLines {

    private static final Set<String> IDS = Set.of(
            "message-id",
            "in-reply-to",
            "references",
            "resent-message-id",
            "original-message-id",
            "x-original-message-id",
            "original-envelope-id",
            "content-id");
    private static final Set<String> PEOPLE = Set.of(
            "from", "to", "cc", "bcc", "sender", "reply-to", "resent-from", "resent-to", "disposition-notification-to");
    private static final Set<String> FREE = Set.of("thread-topic", "comments", "keywords", "x-mailing-list-subject");
    private static final int LONGEST_NAME = 40;

    private final Masking.Known known;
    private final Learned learned;
    private final boolean report;

    /** @param report whether a server wrote the text, so that its own subject begins with the server's words */
    HeaderLines(Masking.Known known, Learned learned, boolean report) {
        this.known = known;
        this.learned = learned;
        this.report = report;
    }

    /** The text, line by line; a folded line goes with the one before. */
    String masked(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int from = 0;
        while (from < text.length()) {
            int end = endOfLine(text, from);
            String name = name(text, from, end);
            while (isPersonal(name) && end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
                end = endOfLine(text, end);
            }
            int last = end;
            while (last > from && "\r\n".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            String line = text.substring(from, last);
            out.append(isPersonal(name) ? line.substring(0, line.indexOf(':') + 1) + value(name, line) : plain(line));
            out.append(text, last, end);
            from = end;
        }
        return out.toString();
    }

    @Nullable
    String maskedOrNull(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static String name(String text, int from, int end) {
        int colon = from;
        while (colon < end && colon - from < LONGEST_NAME && text.charAt(colon) != ':') {
            colon++;
        }
        return colon < end && text.charAt(colon) == ':'
                ? text.substring(from, colon).strip().toLowerCase(Locale.ROOT)
                : "";
    }

    private boolean isSubject(String name) {
        return known.subjectFields().contains(name);
    }

    private boolean isPersonal(String name) {
        return !name.isEmpty()
                && (IDS.contains(name) || PEOPLE.contains(name) || FREE.contains(name) || isSubject(name));
    }

    private String value(String name, String line) {
        String value = line.substring(line.indexOf(':') + 1);
        String lead = value.substring(0, value.length() - value.stripLeading().length());
        return lead + field(name, value.strip());
    }

    /** A field, name and value apart; the name stays. */
    HeaderField masked(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return new HeaderField(field.name(), isPersonal(name) ? field(name, field.value()) : plain(field.value()));
    }

    private String field(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (IDS.contains(name)) {
            return ids(value);
        }
        return PEOPLE.contains(name) ? people(value) : FREE.contains(name) ? subject(value) : server(value);
    }

    private String ids(String value) {
        StringBuilder out = new StringBuilder();
        for (String id : value.split("[\\s,]+", 0)) {
            learned.id(id);
            String bare = Learned.bare(id);
            String standIn = bare.isEmpty() ? "" : learned.id(bare, null);
            out.append(out.length() > 0 ? " " : "").append(id.startsWith("<") ? "<" + standIn + ">" : standIn);
        }
        return out.toString();
    }

    /** Of a report's own subject the server's words stay: {@code Undeliverable: Preventivo} to {@code Undeliverable: Oggetto1}. */
    private String server(String value) {
        String subject = EncodedWords.decode(value);
        String masked = plain(subject);
        if (!report) {
            return masked.equals(subject) ? subject(subject) : masked;
        }
        int colon = subject.indexOf(": ");
        return !masked.equals(subject) || colon < 0
                ? masked
                : subject.substring(0, colon + 2) + subject(subject.substring(colon + 2));
    }

    private String subject(String value) {
        String bare = EncodedWords.decode(value).strip();
        return bare.isEmpty() ? value : known.standIns().numbered(Kind.SUBJECT, bare);
    }

    /** Names before addresses go; an office, such as the mailer daemon, keeps its own. */
    private String people(String value) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int angle = value.indexOf('<'); angle >= 0; angle = value.indexOf('<', from)) {
            int close = value.indexOf('>', angle);
            int end = close < 0 ? value.length() : close + 1;
            String before = value.substring(from, angle);
            int sign = value.indexOf('@', angle);
            boolean office = sign > 0 && known.publicHosts().isOffice(value.substring(angle + 1, sign));
            out.append(office ? plain(before) : displayed(before));
            out.append(plain(value.substring(angle, end)));
            from = end;
        }
        return out.append(plain(value.substring(from))).toString();
    }

    private String displayed(String before) {
        int comma = before.indexOf(',') == 0 ? 1 : 0;
        String name =
                EncodedWords.decode(before.substring(comma)).replace("\"", "").strip();
        if (name.isEmpty() || name.indexOf('@') >= 0) {
            return plain(before);
        }
        return (comma > 0 ? ", " : "") + known.standIns().numbered(Kind.PERSON, name) + " ";
    }

    private String plain(String text) {
        return new MaskedText(learned, known.standIns(), text).masked();
    }
}
