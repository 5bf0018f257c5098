package io.rimbalzo.render;

import io.rimbalzo.catalogue.Sentences;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.explain.Explanation.Ground;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.rule.Certainty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a code, a diagnosis or a phrase, for the terminal: the likeliest meaning whole, the others in brief. */
public final class ExplanationPage {

    private static final int MOST_GROUNDS = 6;
    private static final int MOST_GROUNDS_IN_BRIEF = 2;
    private static final int MOST_TOLD = 12;

    private final Explanation explanation;
    private final Words words;
    private final Sentences sentences;
    private final Lines lines;

    private ExplanationPage(Explanation explanation, boolean colour) {
        this.explanation = explanation;
        this.words = explanation.words();
        this.sentences = Sentences.brief(words);
        this.lines = new Lines(TextPage.WIDTH, colour);
    }

    /** The page, ending with a line's end; empty where nothing is known. */
    public static String of(Explanation explanation, boolean colour) {
        return explanation.found() ? new ExplanationPage(explanation, colour).page() : "";
    }

    private String page() {
        if (explanation.message() != null) {
            lines.text(0, explanation.message(), Ink.PLAIN).blank();
        }
        List<Entry> entries = explanation.entries();
        if (!entries.isEmpty()) {
            whole(entries.get(0));
        }
        if (entries.size() > 1) {
            lines.blank().text(0, words.say("heading.alternatives"), Ink.BOLD);
            entries.subList(1, entries.size()).forEach(entry -> brief(entry, entries.size() <= MOST_TOLD));
        }
        if (!explanation.others().isEmpty()) {
            lines.blank()
                    .text(
                            0,
                            words.say(entries.isEmpty() ? "heading.explain.found" : "heading.explain.others"),
                            Ink.BOLD);
            explanation.others().forEach(entry -> brief(entry, false));
            lines.blank().text(0, words.say("heading.explain.more"), Ink.FAINT);
        }
        return lines.toString();
    }

    private void whole(Entry entry) {
        Guidance guidance = entry.guidance();
        String then = entry.about().then();
        lines.text(0, guidance.title(), Ink.BOLD);
        lines.text(0, sure(entry.certainty()) + permanence(entry) + " · " + entry.id(), Ink.FAINT);
        lines.blank()
                .text(
                        2,
                        words.say("heading.who") + ": "
                                + lowered(words.say("who." + entry.about().responsible()))
                                + (then == null
                                        ? ""
                                        : "; " + words.say("heading.then") + " " + lowered(words.say("who." + then))),
                        Ink.PLAIN);
        lines.blank().text(2, guidance.cause(), Ink.PLAIN);
        lines.blank().text(0, words.say("heading.explain.when"), Ink.BOLD);
        grounds(entry, 2, MOST_GROUNDS);
        steps(guidance);
        reading(entry);
    }

    private String permanence(Entry entry) {
        String permanence = entry.about().permanence();
        return permanence == null ? "" : " · " + words.say("permanence." + permanence);
    }

    /** "certo", or, where a rule only adds to another's diagnosis, that. */
    private String sure(Certainty certainty) {
        return words.say(certainty == Certainty.note ? "heading.explain.note" : "certainty." + certainty);
    }

    private void brief(Entry entry, boolean grounds) {
        String codes = grounds ? "" : codes(entry);
        lines.hanging("  - ", "    ", entry.guidance().title() + " (" + entry.id() + ")" + codes, Ink.PLAIN);
        if (grounds && entry.grounds().get(0).named()) {
            grounds(entry, 4, MOST_GROUNDS_IN_BRIEF);
        }
    }

    /** The codes that lead to it, of those that were asked for: {@code : 5.7.124, 5.7.2}. */
    private static String codes(Entry entry) {
        String codes = entry.grounds().stream()
                .filter(Ground::named)
                .flatMap(ground -> ground.rule().codes().stream())
                .distinct()
                .limit(MOST_GROUNDS)
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : ": " + codes;
    }

    /** When it is meant, the rules that speak of what was asked for first; the others are counted. */
    private void grounds(Entry entry, int indent, int most) {
        boolean named = entry.grounds().get(0).named();
        int shown = 0;
        for (Ground ground : entry.grounds()) {
            if (shown < most && (ground.named() || !named || indent == 2)) {
                shown++;
                String lead = " ".repeat(indent) + sure(ground.certainty()) + ": ";
                lines.hanging(lead, " ".repeat(indent + 2), sentences.outline(ground.rule()), Ink.PLAIN);
                lines.text(indent + 2, place(ground), Ink.FAINT);
            }
        }
        if (indent == 2 && shown < entry.grounds().size()) {
            String more = String.valueOf(entry.grounds().size() - shown);
            lines.text(indent, words.say("heading.explain.more-rules", Map.of("count", more)), Ink.FAINT);
        }
    }

    /** Where to look, or to change something: {@code rules/access-group.drl:28 (code 5.7.124)}. */
    private String place(Ground ground) {
        return ground.rule().place()
                + ground.rule().dialect().map(dialect -> " (" + dialect + ")").orElse("");
    }

    private void steps(Guidance guidance) {
        lines.blank().text(0, words.say("heading.steps"), Ink.BOLD);
        guidance.steps().forEach((who, steps) -> {
            lines.text(2, words.say("who." + who), Ink.CYAN);
            int n = 1;
            for (Guidance.Step step : steps) {
                String number = n++ + ". ";
                lines.hanging("    " + number, " ".repeat(4 + number.length()), step.text(), Ink.PLAIN);
                if (step.command() != null) {
                    lines.exact(6 + number.length(), step.command(), Ink.CYAN);
                }
            }
        });
    }

    private void reading(Entry entry) {
        Guidance guidance = entry.guidance();
        if (guidance.admin() != null) {
            lines.blank().text(0, words.say("heading.admin"), Ink.BOLD);
            lines.text(2, guidance.admin(), Ink.PLAIN);
        }
        if (!guidance.links().isEmpty()) {
            lines.blank().text(0, words.say("heading.see"), Ink.BOLD);
            guidance.links().forEach(link -> {
                lines.text(2, link.title(), Ink.PLAIN);
                lines.exact(4, link.url(), Ink.FAINT);
            });
        }
        Set<String> sources = new LinkedHashSet<>();
        entry.grounds().forEach(ground -> sources.add(ground.rule().source()));
        lines.blank().text(0, words.say("heading.explain.sources"), Ink.BOLD);
        sources.stream().limit(MOST_GROUNDS).forEach(source -> lines.hanging("  - ", "    ", source, Ink.PLAIN));
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
