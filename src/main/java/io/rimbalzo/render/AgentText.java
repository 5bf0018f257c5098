package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.fact.Context;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a language model reads it: Markdown of our own words, and at its end, each on a line that begins with
 * {@code > }, what was copied from the mail, so that no word of a stranger stands where an instruction could.
 */
public final class AgentText {

    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private AgentText(Words words) {
        this.words = words;
    }

    /** An answer without {@link Result#error()}; recipients with the same words are told together. */
    public static String of(Result told) {
        Result result = Tamed.of(told);
        AgentText text = new AgentText(result.words());
        Map<Object, List<Told>> alike = new LinkedHashMap<>();
        result.failures()
                .forEach(one -> alike.computeIfAbsent(
                                one.guidance() == null ? Sections.undiagnosed(one) : one.guidance(),
                                key -> new ArrayList<>())
                        .add(one));
        int left = 0;
        int groups = 0;
        for (List<Told> group : alike.values()) {
            if (groups < AgentJson.MOST_FAILURES && text.out.length() < AgentJson.LONGEST) {
                text.told(group);
                groups++;
            } else {
                left += group.size();
            }
        }
        if (left > 0) {
            text.line(text.words.say("mcp.omitted", Map.of("count", left)));
        }
        return text.toString();
    }

    /** What is known of a code, a diagnosis or a phrase. */
    public static String of(Explanation explanation) {
        AgentText text = new AgentText(explanation.words());
        if (explanation.message() != null) {
            text.line(Clean.line(explanation.message()));
        }
        explanation.entries().stream().limit(AgentJson.MOST_ENTRIES).forEach(text::entry);
        List<Entry> others = new ArrayList<>(
                explanation.entries().stream().skip(AgentJson.MOST_ENTRIES).toList());
        others.addAll(explanation.others());
        if (!others.isEmpty()) {
            text.heading(explanation.entries().isEmpty() ? "heading.explain.found" : "heading.explain.others");
            others.forEach(entry -> text.item(code(entry.id()) + " "
                    + entry.guidance().title() + ". " + entry.guidance().brief()));
        }
        return text.toString();
    }

    private void told(List<Told> alike) {
        Told first = alike.get(0);
        Diagnosis diagnosis = first.judgement().diagnosis();
        Guidance guidance = first.guidance();
        if (diagnosis == null || guidance == null) {
            line("# " + words.say(Sections.undiagnosed(first)));
        } else {
            line("# " + clean(guidance.title()));
            List<String> facts = new ArrayList<>(List.of(
                    code(diagnosis.id()), certainty(diagnosis.certainty().name())));
            Permanence permanence = first.permanence();
            if (permanence != null && permanence.value() != null) {
                facts.add(words.say("permanence." + permanence.value()));
            }
            line(String.join(" · ", facts));
            acts(diagnosis.about().responsible(), diagnosis.about().then());
            String retry = permanence == null ? null : permanence.retry();
            guidance(guidance, retry == null ? null : words.say("retry." + retry));
        }
        more(first);
        if (!first.questions().isEmpty()) {
            question(first.questions().get(0));
        }
        quotes(alike);
    }

    private void more(Told told) {
        if (!told.notes().isEmpty()) {
            heading("heading.also");
            told.notes()
                    .forEach(note -> item(code(note.id()) + " " + clean(note.title()) + ". " + clean(note.cause())));
        }
        if (!told.judgement().alternatives().isEmpty()) {
            heading("heading.alternatives");
            told.judgement()
                    .alternatives()
                    .forEach(a -> item(code(a.id()) + " "
                            + clean(told.titles().getOrDefault(a.id(), a.id())) + " ("
                            + certainty(a.certainty().name()) + ")"));
        }
    }

    /** The one that tells most; the next comes with the next answer. */
    private void question(Asked asked) {
        heading("heading.question");
        line(words.say("mcp.ask"));
        line(asked.text());
        asked.options().forEach(option -> item(code(asked.id() + "=" + option.value()) + " " + option.label()));
        item(code(asked.id() + "=" + Context.UNKNOWN) + " " + words.say("chat.unknown"));
    }

    private void quotes(List<Told> alike) {
        heading("mcp.quoted");
        line(words.say("mcp.quoted.warning"));
        List<String> quotes = new ArrayList<>();
        alike.stream()
                .limit(AgentJson.MOST_FAILURES)
                .filter(told -> told.failure().recipient() != null)
                .forEach(told -> quotes.add(words.say("heading.recipient") + ": "
                        + Clean.quote(told.failure().recipient())));
        int left = alike.size() - AgentJson.MOST_FAILURES;
        quotes.addAll(AgentJson.evidence(alike.get(0)));
        quotes.forEach(quote -> out.append("> ").append(quote).append('\n'));
        out.append('\n');
        if (left > 0) {
            line(words.say("mcp.omitted", Map.of("count", left)));
        }
    }

    private void entry(Entry entry) {
        line("# " + entry.guidance().title());
        line(code(entry.id()) + " · " + certainty(entry.certainty().name()));
        acts(entry.about().responsible(), entry.about().then());
        guidance(entry.guidance(), null);
        List<String> when = AgentJson.when(entry, words);
        if (!when.isEmpty()) {
            heading("heading.explain.when");
            when.forEach(this::item);
        }
    }

    private void acts(String responsible, @Nullable String then) {
        String next = then == null ? "" : "; " + words.say("heading.then") + ": " + words.say("who." + then);
        line(words.say("heading.who") + ": " + words.say("who." + responsible) + next);
    }

    private void guidance(Guidance guidance, @Nullable String retry) {
        line(clean(guidance.cause()) + (retry == null ? "" : " " + retry));
        if (!guidance.steps().isEmpty()) {
            heading("heading.steps");
        }
        guidance.steps().forEach((who, steps) -> {
            line(words.say("who." + who) + ":");
            int number = 1;
            for (Guidance.Step step : steps) {
                out.append(number++).append(". ").append(clean(step.text())).append('\n');
                if (step.command() != null) {
                    out.append("       ").append(step.command()).append('\n');
                }
            }
            out.append('\n');
        });
        if (guidance.admin() != null) {
            heading("heading.admin");
            line(clean(guidance.admin()));
        }
        if (!guidance.links().isEmpty()) {
            heading("heading.see");
            guidance.links().forEach(link -> item(link.title() + ": " + link.url()));
        }
    }

    private String certainty(String certainty) {
        return words.say("certainty." + certainty);
    }

    /** Values of the mail may stand within a sentence, but on its line and without hidden signs. */
    private static String clean(String text) {
        return Clean.line(text);
    }

    private static String code(String id) {
        return "`" + id + "`";
    }

    private void heading(String key) {
        if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
        out.append("## ").append(words.say(key)).append("\n\n");
    }

    private void item(String text) {
        out.append("- ").append(clean(text)).append('\n');
    }

    private void line(String text) {
        if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
        out.append(text).append("\n\n");
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing() + "\n";
    }
}
