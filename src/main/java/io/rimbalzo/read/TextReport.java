package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.MethodResult;
import io.rimbalzo.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text tells, whether pasted or the body of a mail: the parts of an Exchange report, answers, a code. */
final class TextReport {

    /** How often a report may stand below words of its own kind, as where a forward is forwarded. */
    private static final int DEEPEST = 3;

    private static final Set<String> METHODS = Set.of("spf", "dkim", "dmarc", "compauth", "arc");

    private final Anchors anchors;
    private final Limits limits;
    private final int depth;

    TextReport(Anchors anchors, Limits limits, int depth) {
        this.anchors = anchors;
        this.limits = limits;
        this.depth = depth;
    }

    /** A pasted text that does not begin with headers. */
    Report read(String text) {
        Body body = Body.of(Plain.unquoted(text), anchors);
        Message message = returned(body);
        Report report = fields(body, message);
        if (report == null) {
            report = parts(body, message);
        }
        if (report == null) {
            report = prose(body, message, List.of(), Set.of(), false);
        }
        if (report == null) {
            report = answers(body, message);
        }
        if (report == null) {
            report = below(body);
        }
        return report != null ? report : otherwise(body, message);
    }

    /** A report below someone's own words, with its headers or without; null where there is none. */
    @Nullable
    Report below(Body body) {
        String text = body.original() == null ? "" : body.original().stripLeading();
        if (text.isEmpty() || depth >= DEEPEST) {
            return null;
        }
        Report report = HeaderBlock.isMail(text, 0)
                ? new MailReport(anchors, limits, depth + 1).read(text.getBytes(StandardCharsets.UTF_8))
                : new TextReport(anchors, limits, depth + 1).read(text);
        return isReport(report) ? report : null;
    }

    /** Whether the text tells of a failure, or at least names its code. */
    static boolean isReport(Report report) {
        return !report.format().equals(Report.NONE) && !report.format().equals(Report.HEADERS);
    }

    /** The fields of a delivery status that stand in a text; null where there are none. */
    static @Nullable Report fields(Body body, Message message) {
        String text = body.text();
        List<Failure> failures =
                DeliveryStatus.isIn(text) ? StatusReport.failures(DeliveryStatus.read(text), List.of()) : List.of();
        return failures.isEmpty() ? null : new Report(Report.DSN, body.language(), failures, message);
    }

    /** The message whose headers stand in the text. */
    static Message returned(Body body) {
        if (body.original() == null) {
            return Message.UNKNOWN;
        }
        List<HeaderField> fields = MessageHeaders.split(body.original());
        return fields.isEmpty() ? Message.UNKNOWN : MessageHeaders.read(fields);
    }

    /** Exchange's classic or Microsoft 365's modern report; null where it is neither. */
    static @Nullable Report parts(Body body, Message message) {
        boolean modern = ModernBody.isIn(body);
        if (!modern && !ClassicBody.isIn(body)) {
            return null;
        }
        List<Found> found = modern ? ModernBody.read(body) : ClassicBody.read(body);
        List<Failure> failures =
                FailureWith.action(found.stream().map(TextReport::failure).toList(), body.action());
        boolean empty = failures.stream()
                .allMatch(f -> f.recipient() == null && f.answers().isEmpty());
        String format = modern ? Report.EXCHANGE_MODERN : Report.EXCHANGE_CLASSIC;
        return empty
                ? null
                : new Report(format, body.language(), failures, modern ? ModernBody.message(body, message) : message);
    }

    private static Failure failure(Found found) {
        Map<String, String> details = new LinkedHashMap<>(Details.of(found.answer()));
        if (found.who() != null) {
            details.put("action-required", found.who());
        }
        return new Failure(
                found.recipient(),
                null,
                found.status(),
                found.answers(),
                Details.servers(found.servers(), details),
                details,
                found.notice(),
                null,
                null);
    }

    /**
     * Recipients as servers' prose names them; null where nothing of the kind is told.
     *
     * @param reporter whether a mail system wrote the text
     */
    static @Nullable Report prose(
            Body body, Message message, List<String> failed, Set<String> others, boolean reporter) {
        List<Failure> failures = ProseBody.read(body, failed, others, message.to(), reporter).stream()
                .map(TextReport::failure)
                .toList();
        return failures.isEmpty()
                ? null
                : new Report(
                        Report.TEXT,
                        reporter ? body.language() : body.personalLanguage(),
                        FailureWith.action(failures, body.action()),
                        message);
    }

    /** Servers' answers without more, or a code among someone's words; null where there is none. */
    @Nullable
    Report answers(Body body, Message message) {
        List<Failure> failures = Pasted.answers(body);
        if (failures.isEmpty()) {
            Answer code = Pasted.code(body);
            if (code == null) {
                return null;
            }
            failures = List.of(Failure.of(List.of(code)));
        }
        return new Report(
                Pasted.isBare(failures) ? Report.CODE : Report.TEXT, body.personalLanguage(), failures, message);
    }

    /** Headers alone, or words without a code. */
    private static Report otherwise(Body body, Message message) {
        List<HeaderField> value = message.isKnown() ? List.of() : results(body.text());
        if (!value.isEmpty()) {
            return otherwise(body, MessageHeaders.read(value));
        }
        boolean headers = message.isKnown();
        // "Ecco le intestazioni, mailbox full di offerte" is no answer
        List<Answer> words = headers ? List.of() : Pasted.tentative(body.text());
        String format = headers ? Report.HEADERS : Report.NONE;
        return new Report(format, body.personalLanguage(), List.of(Failure.of(words)), message);
    }

    /** What someone copied of Authentication-Results without its name: {@code spf=fail ...; dmarc=fail ...}. */
    private static List<HeaderField> results(String text) {
        String value = text.indexOf('=') < 0 ? "" : OneLine.of(text);
        int known = 0;
        for (MethodResult result : value.isEmpty() ? List.<MethodResult>of() : AuthenticationResults.salvage(value)) {
            known += METHODS.contains(result.method()) ? 1 : 0;
        }
        return known < 2 ? List.of() : List.of(new HeaderField("Authentication-Results", value));
    }
}
