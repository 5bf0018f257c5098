package io.rimbalzo.cli;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.CatalogueJson;
import io.rimbalzo.render.CatalogueMarkdown;
import io.rimbalzo.render.CataloguePage;
import io.rimbalzo.render.CatalogueText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo rules access}: lists the diagnoses, and reads their rules out. */
record ListRules(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "markdown", "html", "json");

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String arguments() {
        return "[NAME...]";
    }

    @Override
    public Options options() {
        return Offered.speaking().format(FORMATS).onFolders();
    }

    @Override
    public int run(CommandLine given) {
        Asked asked = new Asked(given, terminal, speech);
        Rimbalzo rimbalzo = asked.knowledge(Limits.DEFAULT);
        String format = asked.format(FORMATS);
        Words words = speech.words();
        Catalogue catalogue = Catalogue.of(rimbalzo.rules());
        List<String> names = given.getArgList();
        catalogue.unknown(names).ifPresent(name -> asked.wrong("error.bad-rule-name", unknown(words, catalogue, name)));
        asked.check();
        terminal.out().print(told(catalogue, names, format, rimbalzo, words));
        return Main.ANSWERED;
    }

    private static Map<String, String> unknown(Words words, Catalogue catalogue, String name) {
        String suggestion = catalogue
                .nearest(name)
                .map(near -> words.say("error.suggestion", Map.of("nearest", near)) + " ")
                .orElse("");
        String known = String.join(", ", catalogue.topics()) + ", " + Catalogue.INFERENCE;
        return Map.of("found", name, "suggestion", suggestion, "known", known);
    }

    private String told(Catalogue catalogue, List<String> names, String format, Rimbalzo rimbalzo, Words words) {
        Catalogue wanted = catalogue.only(names);
        return switch (format) {
            case "json" -> CatalogueJson.of(wanted, words);
            case "markdown" -> CatalogueMarkdown.of(wanted, words);
            case "html" -> CataloguePage.of(wanted, spoken(rimbalzo, words));
            default ->
                names.isEmpty()
                        ? CatalogueText.list(wanted, words, terminal.colour())
                        : CatalogueText.whole(wanted, words, terminal.colour());
        };
    }

    /** All languages that can read rules out, the one asked for first. */
    private static List<Words> spoken(Rimbalzo rimbalzo, Words first) {
        Set<Words> languages = new LinkedHashSet<>(List.of(first));
        rimbalzo.library().spoken().stream()
                .map(rimbalzo.library()::words)
                .filter(words -> words.has("rules.title"))
                .forEach(languages::add);
        return List.copyOf(languages);
    }
}
