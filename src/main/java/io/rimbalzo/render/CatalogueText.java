package io.rimbalzo.render;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.rule.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue for the terminal, 80 columns: all of it as a list, or some entries in full. */
public final class CatalogueText {

    private final EntryWords words;
    private final Lines lines;

    private CatalogueText(Words words, boolean colour) {
        this.words = new EntryWords(words);
        this.lines = new Lines(TextPage.WIDTH, colour);
    }

    /** Each diagnosis on a line or two, by topic. */
    public static String list(Catalogue catalogue, Words words, boolean colour) {
        return new CatalogueText(words, colour).list(catalogue);
    }

    /** Each diagnosis with its words and rules. */
    public static String whole(Catalogue catalogue, Words words, boolean colour) {
        return new CatalogueText(words, colour).whole(catalogue);
    }

    private String list(Catalogue catalogue) {
        int rules = catalogue.inferences().size();
        for (Entry entry : catalogue.entries()) {
            rules += entry.rules().size();
        }
        lines.text(0, words.say("intro", Map.of("diagnoses", catalogue.entries().size(), "rules", rules)), Ink.PLAIN);
        for (String topic : catalogue.topics()) {
            lines.blank().text(0, words.topic(topic) + " (" + topic + ")", Ink.BOLD);
            for (Entry entry : catalogue.entries()) {
                if (entry.topic().equals(topic)) {
                    lines.text(2, entry.id(), Ink.CYAN);
                    lines.text(4, words.guidance(entry).title(), Ink.PLAIN);
                }
            }
        }
        if (!catalogue.entries().isEmpty()) {
            String example = catalogue.entries().get(0).id();
            lines.blank().text(0, words.say("more", Map.of("example", example)), Ink.FAINT);
        }
        return lines.toString();
    }

    private String whole(Catalogue catalogue) {
        for (Entry entry : catalogue.entries()) {
            lines.blank();
            entry(entry);
        }
        if (!catalogue.inferences().isEmpty()) {
            lines.blank().text(0, words.say("inference"), Ink.BOLD);
            lines.text(2, words.say("inference.intro"), Ink.PLAIN);
            rules(catalogue.inferences());
        }
        return lines.toString();
    }

    private void entry(Entry entry) {
        Guidance guidance = words.guidance(entry);
        lines.text(0, guidance.title(), Ink.BOLD);
        lines.text(0, entry.id(), Ink.FAINT);
        lines.blank().text(2, guidance.cause(), Ink.PLAIN).blank();
        known(words.words().say("heading.who"), words.acts(entry));
        known(words.say("label.category"), words.category(entry));
        known(words.say("label.permanence"), words.permanence(entry));
        known(words.say("label.codes"), entry.codes().isEmpty() ? null : String.join(", ", entry.codes()));
        known(words.say("label.phrases"), words.phrases(entry));
        lines.blank().text(0, words.words().say("heading.steps"), Ink.BOLD);
        guidance.steps().forEach(this::steps);
        if (guidance.admin() != null) {
            lines.blank().text(0, words.words().say("heading.admin"), Ink.BOLD);
            lines.text(2, guidance.admin(), Ink.PLAIN);
        }
        if (!guidance.links().isEmpty()) {
            lines.blank().text(0, words.words().say("heading.see"), Ink.BOLD);
            guidance.links().forEach(link -> {
                lines.text(2, link.title(), Ink.PLAIN);
                lines.exact(4, link.url(), Ink.FAINT);
            });
        }
        lines.blank().text(0, words.say("label.rules"), Ink.BOLD);
        rules(entry.rules());
    }

    private void known(String label, @Nullable String value) {
        if (value != null) {
            lines.hanging("  ", "    ", label + ": " + value, Ink.PLAIN);
        }
    }

    private void steps(String who, List<Guidance.Step> steps) {
        lines.text(2, words.who(who), Ink.CYAN);
        int number = 1;
        for (Guidance.Step step : steps) {
            lines.hanging("    " + number++ + ". ", "       ", step.text(), Ink.PLAIN);
            if (step.command() != null) {
                lines.exact(9, step.command(), Ink.CYAN);
            }
        }
    }

    private void rules(List<Rule> rules) {
        for (Rule rule : rules) {
            lines.hanging("  - ", "    ", words.sentence(rule), Ink.PLAIN);
            lines.text(4, EntryWords.place(rule), Ink.FAINT);
            lines.text(4, words.say("label.source") + ": " + rule.source(), Ink.FAINT);
        }
    }
}
