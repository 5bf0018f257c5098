package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.CatalogueJson;
import io.rimbalzo.render.CatalogueMarkdown;
import io.rimbalzo.render.CataloguePage;
import io.rimbalzo.render.CatalogueText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo rules access}: lists the diagnoses, and reads their rules out. */
final class ListRules implements Command {

    private static final List<String> FORMATS = List.of("text", "markdown", "html", "json");

    private final Terminal terminal;
    private final Speech speech;

    ListRules(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

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
        Options options = new Options();
        options.addOption(
                Option.builder().longOpt("lang").hasArg().argName("it|en").get());
        options.addOption(Option.builder()
                .longOpt("format")
                .hasArg()
                .argName(String.join("|", FORMATS))
                .get());
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) {
        String lang = given.getOptionValue("lang");
        String format = given.getOptionValue("format", "text");
        Optional<Rimbalzo> opened = new Opening(terminal, speech).open(given, Limits.DEFAULT);
        if (opened.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Rimbalzo rimbalzo = opened.get();
        Words words = rimbalzo.spoken(lang);
        speech.speak(words);
        Catalogue catalogue = Catalogue.of(rimbalzo.rules());
        List<String> names = given.getArgList();
        List<String> wrong = new ArrayList<>();
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            wrong.add(Complaints.language(words, lang, rimbalzo.library()).message());
        }
        if (!FORMATS.contains(format)) {
            wrong.add(speech.unknown("error.bad-format", format, FORMATS));
        }
        catalogue.unknown(names).ifPresent(name -> wrong.add(unknown(words, catalogue, name)));
        if (!wrong.isEmpty()) {
            wrong.forEach(sentence -> terminal.err().println(speech.prefixed(sentence)));
            return Main.WRONG_USAGE;
        }
        terminal.out().print(told(catalogue, names, format, rimbalzo, words));
        terminal.out().flush();
        return Main.ANSWERED;
    }

    private static String unknown(Words words, Catalogue catalogue, String name) {
        String suggestion = catalogue
                .nearest(name)
                .map(near -> words.say("error.suggestion", Map.of("nearest", near)) + " ")
                .orElse("");
        String known = String.join(", ", catalogue.topics()) + ", " + Catalogue.INFERENCE;
        return words.say("error.bad-rule-name", Map.of("found", name, "suggestion", suggestion, "known", known));
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
