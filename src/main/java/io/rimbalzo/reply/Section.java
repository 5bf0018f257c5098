package io.rimbalzo.reply;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Clean;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reply says of one diagnosis: what happened, the steps, the proof, whom to forward it to, the pages. */
final class Section {

    private final Result result;
    private final Words words;
    private final List<Told> same;
    private final Told told;
    private final String who;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    /** @param same the recipients that share the diagnosis */
    Section(Result result, List<Told> same, String who) {
        this.result = result;
        this.words = result.words();
        this.same = same;
        this.told = same.get(0);
        this.who = who;
    }

    List<Paragraph> paragraphs() {
        Guidance guidance = told.guidance();
        Diagnosis diagnosis = told.judgement().diagnosis();
        if (guidance == null || diagnosis == null) {
            unexplained();
        } else {
            explained(guidance, diagnosis);
        }
        return paragraphs;
    }

    /** What happened, on one line. */
    static String title(Told told, Words words) {
        return told.guidance() != null
                ? told.guidance().title()
                : words.say(
                        !isHeaders(told)
                                ? "heading.unexplained"
                                : told.notes().isEmpty() ? "heading.nothing" : "heading.only-notes");
    }

    private static boolean isHeaders(Told told) {
        return told.failure().answers().isEmpty() && told.failure().status() == null;
    }

    private void unexplained() {
        heading(title(told, words), true);
        if (!isHeaders(told)) {
            prose(message());
            told.failure().answers().stream().map(Answer::quote).limit(1).forEach(this::quote);
            prose(words.say("reply.unexplained"));
        }
        told.notes().forEach(note -> prose(note.title() + ". " + note.cause()));
    }

    private void explained(Guidance guidance, Diagnosis diagnosis) {
        Permanence permanence = told.permanence();
        heading(guidance.title(), true);
        prose(join(message(), guidance.brief()));
        prose(join(
                words.has("reply.certainty." + diagnosis.certainty())
                        ? words.say("reply.certainty." + diagnosis.certainty())
                        : "",
                permanence == null || permanence.retry() == null ? "" : words.say("retry." + permanence.retry())));
        heading(words.say("reply.steps"), false);
        paragraphs.add(new Paragraph.Steps(guidance.steps().getOrDefault(who, List.of())));
        forward(diagnosis.about().responsible());
        if (!diagnosis.evidence().isEmpty()) {
            heading(words.say("heading.evidence"), false);
            quote(diagnosis.evidence().get(0).quote());
        }
        if (!guidance.links().isEmpty()) {
            heading(words.say("heading.see"), false);
            paragraphs.add(new Paragraph.Links(guidance.links()));
        }
    }

    /** Where another person must act, what that person needs. */
    private void forward(String responsible) {
        if (!responsible.equals(who) && !responsible.equals("nobody") && !responsible.equals("service")) {
            prose(words.say("reply.forward", Map.of("who", words.say("reader.who." + responsible))));
        }
    }

    /** {@code Il messaggio «Preventivo» per luca@contoso.com non è stato recapitato.}, where a message is known. */
    private String message() {
        String message = Reply.message(result, same);
        String action = told.failure().action();
        // headers alone may be those of a message that has arrived
        boolean headers = result.report().format().equals(Report.HEADERS);
        boolean failed = action == null && !headers || "failed".equals(action);
        Diagnosis diagnosis = told.judgement().diagnosis();
        boolean notAFailure = diagnosis != null && diagnosis.about().category().equals("not-a-failure");
        String what = notAFailure ? "about" : failed ? "failed" : "delayed".equals(action) ? "delayed" : "about";
        return message.isEmpty() ? "" : words.say("reply.message." + what, Map.of("message", message));
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
    }

    private void heading(String text, boolean first) {
        paragraphs.add(new Paragraph.Heading(Clean.line(text), first));
    }

    private void prose(String text) {
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph.Prose(Clean.line(text)));
        }
    }

    private void quote(String text) {
        paragraphs.add(new Paragraph.Quote(Clean.quote(text)));
    }
}
