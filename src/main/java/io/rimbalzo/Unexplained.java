package io.rimbalzo;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Report;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.unexplained.OpenCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what got no diagnosis, or only a possible one, into cases without personal data, for whoever writes the rules. */
public final class Unexplained {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 70;

    private final Rimbalzo rimbalzo;
    private final Masking masking;

    public Unexplained(Rimbalzo rimbalzo, Masking masking) {
        this.rimbalzo = rimbalzo;
        this.masking = masking;
    }

    /** One case for each such recipient; recipients with the same words have one together. */
    public List<OpenCase> cases(Result result) {
        boolean open = result.failures().stream().anyMatch(told -> isOpen(told, result.report()));
        if (result.error() != null || !open) {
            return List.of();
        }
        Result masked = rimbalzo.masked(result, masking);
        Map<String, OpenCase> cases = new LinkedHashMap<>();
        for (Told told : masked.failures()) {
            if (isOpen(told, masked.report())) {
                OpenCase one = open(told, masked.report());
                if (!one.text().isBlank()) {
                    cases.putIfAbsent(one.text(), one);
                }
            }
        }
        return List.copyOf(cases.values());
    }

    /** Headers alone on which nothing is wrong are rightly without a diagnosis. */
    private static boolean isOpen(Told told, Report report) {
        return told.judgement().diagnosis() == null
                ? !report.format().equals(Report.HEADERS)
                : told.judgement().diagnosis().certainty() == Certainty.possible;
    }

    /** The shortest text that is answered as the whole was. */
    private OpenCase open(Told told, Report report) {
        Map<String, String> context = Rimbalzo.context(told);
        String answered = ids(told);
        String text = null;
        String expect = null;
        for (String tried : List.of(words(told.failure()), fields(told.failure()), headers(report))) {
            String now = tried.isBlank() ? null : ids(tried, context);
            if (now != null && (text == null || now.equals(answered))) {
                text = tried;
                expect = now;
            }
            if (answered.equals(now)) {
                break;
            }
        }
        return new OpenCase(
                title(text == null ? "" : text),
                expect == null ? "nothing" : expect,
                context,
                text == null ? "" : text);
    }

    private static String title(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST_TITLE
                ? line
                : line.substring(0, LONGEST_TITLE).strip() + " …";
    }

    /** The servers' answers, else the report's own words. */
    private static String words(Failure failure) {
        Set<String> quotes = new LinkedHashSet<>();
        for (Answer answer : failure.answers()) {
            if (quotes.stream().noneMatch(known -> known.contains(answer.quote()))) {
                quotes.add(answer.quote());
            }
        }
        String words = quotes.isEmpty() && failure.notice() != null ? failure.notice() : String.join("\n", quotes);
        return shortened(words);
    }

    /** The fields of a delivery status, as RFC 3464 writes them. */
    private static String fields(Failure failure) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Reporting-MTA: dns; ", failure.servers().generating());
        fields.put("\nFinal-Recipient: rfc822; ", failure.recipient());
        fields.put("Action: ", failure.action());
        fields.put("Status: ", failure.status());
        fields.put("Remote-MTA: dns; ", failure.servers().remote());
        String words = words(failure).replace("\n", "\n ");
        fields.put("Diagnostic-Code: smtp; ", words.isBlank() ? null : words);
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(value == null ? "" : name + value + "\n"));
        return failure.status() == null && failure.action() == null ? "" : shortened(text.toString());
    }

    private static String headers(Report report) {
        StringBuilder text = new StringBuilder();
        for (HeaderField field : report.message().headers()) {
            text.append(text.length() < LONGEST ? field.line() + "\n" : "");
        }
        return text.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private @Nullable String ids(String text, Map<String, String> context) {
        Result again = rimbalzo.diagnose(new Submission(null, text.getBytes(StandardCharsets.UTF_8), context, "en"));
        return again.failures().isEmpty()
                ? null
                : String.join(
                        " | ", again.failures().stream().map(Unexplained::ids).toList());
    }

    /** As a case expects them: the diagnosis, what contributes, what else may be meant. */
    private static String ids(Told told) {
        List<String> ids = new ArrayList<>();
        var judgement = told.judgement();
        ids.add(
                judgement.diagnosis() == null
                        ? "no diagnosis"
                        : judgement.diagnosis().id());
        judgement.findings().forEach(finding -> ids.add(finding.id()));
        judgement.alternatives().forEach(alternative -> ids.add(alternative.id()));
        return ids.equals(List.of("no diagnosis")) ? "nothing" : String.join(", ", ids);
    }
}
