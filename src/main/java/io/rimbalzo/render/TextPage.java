package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.render.Page.Check;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Hop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer for the terminal: 80 columns, what happened first, the rule last. */
public final class TextPage {

    public static final int WIDTH = 80;

    private final Result result;
    private final Words words;
    private final Lines lines;

    /** The language of the whole explanation, where it is another than the reader's; else null. */
    private @Nullable String whole;

    private TextPage(Result result, boolean colour) {
        this.result = result;
        this.words = result.words();
        this.lines = new Lines(WIDTH, colour);
    }

    /** The page, ending with a line's end. */
    public static String of(Result result, boolean colour) {
        return new TextPage(result, colour).page();
    }

    private String page() {
        if (result.error() != null) {
            return lines.text(0, result.error().message(), Ink.BOLD).toString();
        }
        for (List<Told> same : byDiagnosis()) {
            lines.blank();
            failure(same.get(0));
            again(same.subList(1, same.size()));
        }
        waits();
        return lines.toString();
    }

    /** What is told of several recipients is told once. */
    private Collection<List<Told>> byDiagnosis() {
        Map<Object, List<Told>> groups = new LinkedHashMap<>();
        for (Told told : result.failures()) {
            Diagnosis diagnosis = told.judgement().diagnosis();
            groups.computeIfAbsent(diagnosis == null ? told : diagnosis.id(), same -> new ArrayList<>())
                    .add(told);
        }
        return groups.values();
    }

    /** Where the message waited longer than usual, and only there. */
    private void waits() {
        List<Hop> hops = result.report().message().hops();
        long whole = Journey.seconds(hops);
        Journey journey = null;
        for (Hop hop : hops) {
            if (Journey.standsOut(hop, whole)) {
                if (journey == null) {
                    // only now: it writes times by ICU, whose first use is slow
                    journey = new Journey(words, hops);
                    lines.blank().text(0, words.say("page.hops"), Ink.BOLD);
                }
                lines.text(2, journey.wait(hop), Ink.PLAIN);
            }
        }
    }

    private void again(List<Told> others) {
        if (!others.isEmpty()) {
            lines.blank().text(0, words.say("language.same", Map.of("count", others.size())), Ink.BOLD);
            for (Told other : others) {
                String recipient = other.failure().recipient();
                lines.hanging("  - ", "    ", recipient == null ? "?" : recipient, Ink.CYAN);
                quotes(4, Objects.requireNonNull(other.judgement().diagnosis(), "alike are those diagnosed"));
            }
        }
    }

    private void failure(Told told) {
        recipient(told.failure());
        Diagnosis diagnosis = told.judgement().diagnosis();
        Guidance guidance = told.guidance();
        if (diagnosis == null || guidance == null) {
            undiagnosed(told);
        } else {
            diagnosis(told, diagnosis);
        }
        notes(told);
        alternatives(told);
        told.questions().stream().findFirst().ifPresent(this::question);
        if (diagnosis != null && guidance != null) {
            reading(guidance);
            lines.blank()
                    .text(
                            0,
                            words.say("heading.rule") + ": " + diagnosis.rule().place() + ", "
                                    + words.say(
                                            "quoted",
                                            Map.of("text", diagnosis.rule().name())),
                            Ink.FAINT);
        }
    }

    private void recipient(Failure failure) {
        if (result.failures().size() > 1 && failure.recipient() != null) {
            lines.text(0, words.say("heading.recipient") + ": " + failure.recipient(), Ink.CYAN);
        }
    }

    private void undiagnosed(Told told) {
        boolean headers = told.failure().answers().isEmpty() && told.failure().status() == null;
        lines.text(0, words.say(Sections.undiagnosed(told)), Ink.BOLD);
        told.failure().answers().forEach(answer -> lines.text(2, Clean.quote(answer.quote()), Ink.PLAIN));
        if (headers) {
            checks();
        }
    }

    /** What receivers noted of the sender, where nothing else is told. */
    private void checks() {
        List<Check> checks = Checks.of(words, result.report().message().authentication());
        if (!checks.isEmpty()) {
            lines.blank().text(0, words.say("page.checks"), Ink.BOLD);
            checks.forEach(check -> lines.hanging(
                    "  ", "    ", check.method() + " " + check.result() + ". " + check.meaning(), Ink.PLAIN));
        }
    }

    private void diagnosis(Told told, Diagnosis diagnosis) {
        Guidance guidance = Objects.requireNonNull(told.guidance(), "a diagnosis has its words");
        Permanence lasting = Objects.requireNonNull(told.permanence(), "a diagnosis tells how long it lasts");
        whole = guidance.whollyIn();
        lines.text(0, marked(guidance, "title", guidance.title()), Ink.BOLD);
        if (whole != null) {
            lines.text(0, words.say("language.all", Map.of("language", words.nameOf(whole))), Ink.FAINT);
        }
        String permanence = lasting.value() == null ? "" : words.say("permanence." + lasting.value()) + " · ";
        lines.text(0, words.say("certainty." + diagnosis.certainty()) + " · " + permanence + diagnosis.id(), Ink.FAINT);
        parties(diagnosis);
        cause(guidance);
        if (lasting.retry() != null) {
            lines.text(2, words.say("retry." + lasting.retry()), Ink.PLAIN);
        }
        evidence(diagnosis);
        steps(guidance);
    }

    /** The three parties, as Exchange's own reports show them; the one who must act is marked. */
    /** An organization's own text keeps its lines; its first sentence is the headline already. */
    private void cause(Guidance guidance) {
        if (guidance.custom() == null) {
            lines.blank().text(2, marked(guidance, "cause", guidance.cause()), Ink.PLAIN);
        } else if (!guidance.custom().afterTitle().plain().isEmpty()) {
            lines.blank();
            guidance.custom().afterTitle().plain().lines().forEach(line -> lines.text(2, line, Ink.PLAIN));
        }
    }

    private void parties(Diagnosis diagnosis) {
        String responsible = diagnosis.about().responsible();
        String then = diagnosis.about().then();
        String strip = String.join(
                " ─────── ",
                List.of("sender", "service", "recipient").stream()
                        .map(party -> Parties.of(responsible).equals(party)
                                ? lines.ink("● " + words.say("party." + party), Ink.RED)
                                : "○ " + words.say("party." + party))
                        .toList());
        lines.blank().strip(4, strip);
        lines.text(
                4,
                words.say("heading.who") + ": " + lowered(words.say("who." + responsible))
                        + (then == null
                                ? ""
                                : "; " + words.say("heading.then") + " " + lowered(words.say("who." + then))),
                Ink.PLAIN);
    }

    private static String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private void evidence(Diagnosis diagnosis) {
        lines.blank().text(0, words.say("heading.evidence"), Ink.BOLD);
        quotes(2, diagnosis);
    }

    private void quotes(int indent, Diagnosis diagnosis) {
        for (Fact fact : diagnosis.evidence()) {
            lines.text(indent, Clean.quote(fact.quote()), Ink.PLAIN);
        }
    }

    private void steps(Guidance guidance) {
        lines.blank().text(0, words.say("heading.steps"), Ink.BOLD);
        guidance.steps().forEach((who, steps) -> {
            String all = guidance.languageOf("do." + who + ".", steps.size());
            lines.text(2, marked(words.say("who." + who), whole != null ? null : all), Ink.CYAN);
            int n = 0;
            for (Guidance.Step step : steps) {
                String number = ++n + ". ";
                String text = all != null ? step.text() : marked(guidance, "do." + who + "." + n, step.text());
                lines.hanging("    " + number, " ".repeat(4 + number.length()), text, Ink.PLAIN);
                if (step.command() != null) {
                    lines.exact(6 + number.length(), step.command(), Ink.CYAN);
                }
            }
        });
    }

    private void notes(Told told) {
        if (!told.notes().isEmpty()) {
            lines.blank().text(0, words.say("heading.also"), Ink.BOLD);
            for (Result.Note note : told.notes()) {
                lines.text(
                        2, marked(note.title() + ". " + note.cause(), words.foreign(note.id() + ".cause")), Ink.PLAIN);
            }
        }
    }

    private void alternatives(Told told) {
        if (!told.titles().isEmpty()) {
            lines.blank().text(0, words.say("heading.alternatives"), Ink.BOLD);
            told.titles()
                    .forEach((id, title) -> lines.hanging(
                            "  - ", "    ", marked(title, words.foreign(id + ".title")) + " (" + id + ")", Ink.PLAIN));
        }
    }

    private void question(Asked question) {
        lines.blank().text(0, words.say("heading.question"), Ink.BOLD);
        lines.text(2, marked(question.text(), words.foreign("context." + question.id() + ".question")), Ink.PLAIN);
        for (Asked.Option option : question.options()) {
            // what is to be copied stays whole, below what it means where there is no room beside it
            String label = Clean.line(option.label()) + ":";
            String told = "--context " + question.id() + "=" + option.value();
            if (4 + label.length() + 1 + told.length() <= WIDTH) {
                lines.exact(4, label + " " + told, Ink.PLAIN);
            } else {
                lines.text(4, label, Ink.PLAIN).exact(6, told, Ink.PLAIN);
            }
        }
    }

    private void reading(Guidance guidance) {
        if (guidance.admin() != null) {
            lines.blank().text(0, words.say("heading.admin"), Ink.BOLD);
            lines.text(2, marked(guidance, "admin", guidance.admin()), Ink.PLAIN);
        }
        if (!guidance.links().isEmpty()) {
            lines.blank().text(0, words.say("heading.see"), Ink.BOLD);
            int n = 0;
            for (Guidance.Link link : guidance.links()) {
                lines.text(2, marked(guidance, "see." + ++n, link.title()), Ink.PLAIN);
                lines.exact(4, link.url(), Ink.FAINT);
            }
        }
    }

    /** Where all of it is in another language it is said once, below the title. */
    private String marked(Guidance guidance, String part, String text) {
        return whole != null ? text : marked(text, guidance.foreign().get(part));
    }

    /** {@code TLS certificate expired (in English)}: told in a language that is not the reader's own. */
    private String marked(String text, @Nullable String language) {
        return language == null
                ? text
                : text + " " + words.say("language.marked", Map.of("language", words.nameOf(language)));
    }
}
