package io.rimbalzo.render;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The catalogue as one page to browse, in several languages at once, that needs no network: whoever has no script reads
 * all of it, whoever has one can search.
 */
public final class CataloguePage {

    private final Catalogue catalogue;
    private final List<EntryWords> languages;
    private final Markup out = new Markup();

    private CataloguePage(Catalogue catalogue, List<Words> languages) {
        this.catalogue = catalogue;
        this.languages = languages.stream().map(EntryWords::new).toList();
    }

    /**
     * The whole catalogue as one page.
     *
     * @param languages the one to be shown first comes first
     */
    public static String of(Catalogue catalogue, List<Words> languages) {
        return new CataloguePage(catalogue, languages).page();
    }

    private String page() {
        head();
        out.open("body").line();
        out.open("a", "class", "skip", "href", "#catalogue");
        inEach("span", (words, at) -> out.text(words.say("skip")));
        out.close("a").line();
        tongues();
        out.open("header");
        inEach("div", (words, at) -> {
            out.element("h1", words.say("title"));
            out.element("p", intro(words)).element("p", words.say("legend"), "class", "legend");
        });
        out.close("header").line();
        out.open("div", "class", "tools");
        inEach("div", (words, at) -> new CatalogueSearch(catalogue, words, out).form());
        out.close("div").line();
        inEach("nav", (words, at) -> contents(words));
        out.open("main", "id", "catalogue").line();
        catalogue.topics().forEach(this::topic);
        inferences();
        out.close("main").line();
        out.open("script")
                .trusted(resource("catalogue.js"))
                .close("script", "body", "html")
                .line();
        return out.toString();
    }

    private void head() {
        String lang = languages.get(0).language();
        out.trusted("<!doctype html>\n").open("html", "lang", lang).open("head").line();
        out.open("meta", "charset", "utf-8");
        out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash(resource("catalogue.js"))
                        + "'; base-uri 'none'; form-action 'none'");
        out.element("title", languages.get(0).say("title"));
        out.open("style").trusted(resource("catalogue.css"));
        for (EntryWords words : languages) {
            String tongue = "#tongue-" + words.language();
            out.trusted(tongue + ":not(:checked) ~ * .in-" + words.language() + ", " + tongue + ":not(:checked) ~ .in-"
                    + words.language() + " { display: none; }\n");
            out.trusted(tongue + ":checked ~ .tongues label[for=tongue-" + words.language()
                    + "] { background: var(--ink); color: var(--paper); border-color: var(--ink); }\n");
            out.trusted(tongue + ":focus-visible ~ .tongues label[for=tongue-" + words.language()
                    + "] { outline: 3px solid var(--focus); outline-offset: 2px; }\n");
        }
        out.close("style", "head").line();
    }

    /** The radio buttons stand before all that they show or hide. */
    private void tongues() {
        for (EntryWords words : languages) {
            out.open(
                    "input",
                    "type",
                    "radio",
                    "class",
                    "tongue",
                    "name",
                    "tongue",
                    "id",
                    "tongue-" + words.language(),
                    "value",
                    words.language(),
                    words == languages.get(0) ? "checked" : "data-other",
                    "");
        }
        out.open("div", "class", "tongues");
        for (EntryWords words : languages) {
            String own = words.words().has("rules.language." + words.language())
                    ? words.say("language." + words.language())
                    : words.language();
            out.element("label", own, "for", "tongue-" + words.language(), "lang", words.language());
        }
        out.close("div").line();
    }

    /** The same element once for each language, of which one is seen. */
    private void inEach(String tag, BiConsumer<EntryWords, Integer> content) {
        for (int i = 0; i < languages.size(); i++) {
            EntryWords words = languages.get(i);
            out.open(tag, "class", "in-" + words.language(), "lang", words.language());
            content.accept(words, i);
            out.close(tag);
        }
    }

    private String intro(EntryWords words) {
        int rules = catalogue.inferences().size();
        for (Entry entry : catalogue.entries()) {
            rules += entry.rules().size();
        }
        return words.say("intro", Map.of("diagnoses", catalogue.entries().size(), "rules", rules));
    }

    private void contents(EntryWords words) {
        out.element("h2", words.say("contents")).open("ul");
        for (String topic : catalogue.topics()) {
            out.open("li").element("a", words.topic(topic), "href", "#topic-" + topic);
            out.text(" ").element("small", String.valueOf(of(topic).size())).close("li");
        }
        if (!catalogue.inferences().isEmpty()) {
            out.open("li")
                    .element("a", words.say("inference"), "href", "#topic-" + Catalogue.INFERENCE)
                    .close("li");
        }
        out.close("ul");
    }

    private List<Entry> of(String topic) {
        return catalogue.entries().stream()
                .filter(entry -> entry.topic().equals(topic))
                .toList();
    }

    private void topic(String topic) {
        section(topic, words -> words.topic(topic));
        of(topic).forEach(entry -> new CatalogueEntry(entry, languages, out).write());
        out.close("section").line();
    }

    private void section(String topic, Function<EntryWords, String> title) {
        out.open("section", "id", "topic-" + topic).open("h2");
        inEach("span", (words, at) -> out.text(title.apply(words)));
        out.close("h2").line();
    }

    private void inferences() {
        if (!catalogue.inferences().isEmpty()) {
            section(Catalogue.INFERENCE, words -> words.say("inference"));
            inEach("p", (words, at) -> out.text(words.say("inference.intro")));
            CatalogueEntry.inferences(catalogue.inferences(), languages, out);
            out.close("section").line();
        }
    }

    /** All people who act first or then. */
    static List<String> people(Catalogue catalogue) {
        TreeSet<String> people = new TreeSet<>();
        catalogue.entries().forEach(entry -> people.addAll(people(entry)));
        return List.copyOf(people);
    }

    static List<String> people(Entry entry) {
        List<String> people = new ArrayList<>(List.of(entry.about().responsible()));
        if (entry.about().then() != null) {
            people.add(entry.about().then());
        }
        return people;
    }

    private static String resource(String name) {
        try (InputStream in = CataloguePage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which the page allows its own script, and no other. */
    private static String hash(String script) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
