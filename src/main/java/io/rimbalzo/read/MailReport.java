package io.rimbalzo.read;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a whole mail tells: a report, a forwarded report, an answer that someone quotes, or its own headers. */
final class MailReport {

    private final Anchors anchors;
    private final Limits limits;
    private final TextReport texts;

    MailReport(Anchors anchors, Limits limits, int depth) {
        this.anchors = anchors;
        this.limits = limits;
        this.texts = new TextReport(anchors, limits, depth);
    }

    Report read(byte[] mail) {
        return read(Mime.read(Folds.mended(mail), limits));
    }

    Report read(Part root) {
        Part feedback = FeedbackReport.in(root);
        if (feedback != null) {
            return complaint(root, feedback);
        }
        List<Report> reports = new ArrayList<>();
        statuses(root, root, reports, 0);
        if (reports.isEmpty()) {
            return text(root, 0);
        }
        Report first = reports.get(0);
        List<Failure> failures =
                reports.stream().flatMap(r -> r.failures().stream()).toList();
        return reports.size() == 1 ? first : new Report(first.format(), first.language(), failures, first.message());
    }

    private Report complaint(Part mail, Part feedback) {
        Body body = Body.of(words(human(mail)), anchors);
        Message message = returned(mail, body);
        return new Report(Report.TEXT, language(mail, body), List.of(FeedbackReport.read(feedback, message)), message);
    }

    /** Finds every delivery status, but none of a message that such a report returns. */
    private void statuses(Part part, Part mail, List<Report> reports, int depth) {
        boolean report =
                part.is("message/delivery-status") || part.parts.stream().anyMatch(MailReport::isStatus);
        Report read = report ? status(part, mail) : null;
        if (read != null) {
            reports.add(read);
            return;
        }
        for (Part child : part.parts) {
            if (depth < limits.depth()) {
                statuses(child, part.is("message/rfc822") ? child : mail, reports, depth + 1);
            }
        }
    }

    private static boolean isStatus(Part part) {
        return part.is("message/delivery-status", "message/global-delivery-status");
    }

    /** A report with a delivery status; null where the status tells of no recipient. */
    private @Nullable Report status(Part container, Part mail) {
        DeliveryStatus status = DeliveryStatus.read(fields(container));
        if (status.recipients().isEmpty()) {
            return null;
        }
        Part human = human(container);
        Body body = Body.of(words(human), anchors);
        Message message = returned(container, body);
        List<Failure> failures = StatusReport.failures(status, told(status, body, mail));
        return new Report(Report.DSN, language(mail, body), failures, message);
    }

    /** The text of all delivery statuses of one report. */
    private static String fields(Part container) {
        StringBuilder fields = new StringBuilder();
        for (Part part : container.parts.isEmpty() ? List.of(container) : container.parts) {
            fields.append(isStatus(part) ? part.text() + "\n\n" : "");
        }
        return fields.toString();
    }

    /** A broken delivery status may still tell who made the report. */
    private static Failure madeBy(String reporting, Failure f) {
        boolean known = f.servers().generating() != null;
        return known
                ? f
                : FailureWith.servers(f, new Servers(reporting, f.servers().remote()));
    }

    /** What the human part adds; servers' prose only where the fields leave something unsaid. */
    private static List<Found> told(DeliveryStatus status, Body body, Part mail) {
        if (ModernBody.isIn(body)) {
            return ModernBody.read(body);
        }
        if (ClassicBody.isIn(body)) {
            return ClassicBody.read(body);
        }
        boolean whole =
                status.reporting() != null && status.recipients().stream().allMatch(DeliveryStatus.Recipient::isWhole);
        return whole && !body.has("title", "undelivered") ? List.of() : ProseBody.told(body, others(mail));
    }

    /** A mail without a usable delivery status: its text, or a mail within it that tells more. */
    private Report text(Part mail, int depth) {
        Part container = mail.is("message/rfc822") && !mail.parts.isEmpty() ? mail.parts.get(0) : mail;
        Body body = Body.of(words(human(container)), anchors);
        Message returned = returned(container, body);
        boolean reporter = Reporter.isAuthor(container, anchors);
        Message message = reporter || returned.isKnown() ? returned : MessageHeaders.read(container.headers);
        Report report = known(body, container, message, reporter);
        if (report == null && !reporter && depth < limits.depth()) {
            report = within(container, depth);
        }
        report = report != null ? report : otherwise(body, message, reporter);
        List<Failure> failures =
                reporter ? FailureWith.action(withOnlyRecipient(report), body.action()) : report.failures();
        String reporting = DeliveryStatus.read(fields(container)).reporting();
        failures = reporting == null
                ? failures
                : failures.stream().map(f -> madeBy(reporting, f)).toList();
        return new Report(report.format(), language(container, body), failures, report.message());
    }

    private @Nullable Report known(Body body, Part mail, Message message, boolean reporter) {
        Report report = TextReport.fields(body, message);
        if (report == null && body.original() != null && body.original().contains("multipart/report")) {
            report = texts.below(body);
        }
        if (report == null) {
            report = TextReport.parts(body, message);
        }
        if (report == null) {
            report = TextReport.prose(body, message, Reporter.failedRecipients(mail), others(mail), reporter);
        }
        if (report == null && !isHeadersAlone(body)) {
            report = texts.answers(body, message);
        }
        return report == null && !reporter ? texts.below(body) : report;
    }

    private static boolean isHeadersAlone(Body body) {
        return body.text().isEmpty();
    }

    /** Where a report names no recipient, the only one of the message that came back is the one. */
    private static List<Failure> withOnlyRecipient(Report report) {
        boolean unnamed =
                report.failures().size() == 1 && report.failures().get(0).recipient() == null;
        if (!unnamed || report.message().to().size() != 1) {
            return report.failures();
        }
        return List.of(FailureWith.recipient(
                report.failures().get(0), report.message().to().get(0)));
    }

    /** A forwarded report without a delivery status. */
    private @Nullable Report within(Part container, int depth) {
        for (Part child : container.parts) {
            Report report = child.is("message/rfc822") && !child.parts.isEmpty()
                    ? text(child.parts.get(0), depth + 1)
                    : within(child, depth + 1);
            if (report != null && TextReport.isReport(report)) {
                return report;
            }
        }
        return null;
    }

    private static Report otherwise(Body body, Message message, boolean reporter) {
        boolean authenticated = !message.authentication().results().isEmpty()
                || !message.authentication().arc().isEmpty();
        boolean headers = !reporter && (authenticated || isHeadersAlone(body));
        String format = headers ? Report.HEADERS : reporter ? Report.TEXT : Report.NONE;
        Failure words = Failure.of(headers ? List.of() : Pasted.tentative(body.text()));
        Failure failure = reporter ? FailureWith.notice(words, Notice.of(body.text())) : words;
        return new Report(format, null, List.of(failure), message);
    }

    /** The message that came back: a part of its own, or headers in the text. */
    private static Message returned(Part container, Body body) {
        for (Part part : container.parts) {
            if (part.is("message/rfc822") && !part.parts.isEmpty()) {
                return MessageHeaders.read(part.parts.get(0).headers);
            }
            if (part.is(
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "text/rfc822",
                    "message/global",
                    "message/global-headers",
                    "message/rfc822")) {
                List<HeaderField> fields = MessageHeaders.split(part.text());
                return fields.isEmpty() ? Message.UNKNOWN : MessageHeaders.read(fields);
            }
        }
        return TextReport.returned(body);
    }

    /** The part for people: the first plain text before the delivery status, else the first HTML; null where there is none. */
    private static @Nullable Part human(Part container) {
        Part plain = first(container, "text/plain");
        Part html = plain == null || plain.text().isBlank() ? first(container, "text/html") : null;
        return html != null ? html : plain;
    }

    private static @Nullable Part first(Part part, String type) {
        if (part.is(type)) {
            return part;
        }
        for (Part child : part.is("message/rfc822") ? List.<Part>of() : part.parts) {
            Part found = first(child, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String words(@Nullable Part human) {
        if (human == null) {
            return "";
        }
        String text = human.is("text/html") ? Plain.text(HtmlText.of(human.text())) : human.text();
        return Plain.unquoted(text);
    }

    /** Addresses that no report of this mail rejects: who gets it, and who wrote it. */
    private static Set<String> others(Part mail) {
        Set<String> others = new HashSet<>();
        for (String name : List.of("To", "From", "Reply-To", "Delivered-To")) {
            AddressText.all(mail.header(name)).forEach(address -> others.add(address.toLowerCase(Locale.ROOT)));
        }
        return others;
    }

    /** By the Content-Language of the report ({@code it-CH}), else by its words. */
    private @Nullable String language(Part mail, Body body) {
        String field = mail.header("Content-Language");
        int letters = 0;
        while (field != null && letters < field.length() && Plain.isLetter(field.charAt(letters))) {
            letters++;
        }
        return field != null && letters == 2 ? field.substring(0, 2).toLowerCase(Locale.ROOT) : spoken(mail, body);
    }

    private @Nullable String spoken(Part mail, Body body) {
        String known = body.knownLanguage();
        Anchors.Hit subject = known == null ? Reporter.subject(mail, anchors) : null;
        return known != null ? known : subject != null ? subject.language() : body.guessedLanguage();
    }
}
