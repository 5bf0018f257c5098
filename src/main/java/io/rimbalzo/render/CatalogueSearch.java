package io.rimbalzo.render;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The search of the catalogue's page in one language; the script shows it where there is one. */
final class CatalogueSearch {

    private final Catalogue catalogue;
    private final EntryWords words;
    private final Markup out;

    CatalogueSearch(Catalogue catalogue, EntryWords words, Markup out) {
        this.catalogue = catalogue;
        this.words = words;
        this.out = out;
    }

    void form() {
        out.open("form", "role", "search", "hidden", "", "autocomplete", "off");
        field("q", words.say("search"), "search", words.say("search.hint"), "wide");
        Map<String, String> topics = new TreeMap<>();
        catalogue.topics().forEach(topic -> topics.put(words.topic(topic), topic));
        choice("topic", words.say("label.topic"), topics);
        Map<String, String> people = new TreeMap<>();
        CataloguePage.people(catalogue).forEach(who -> people.put(words.who(who), who));
        choice("who", words.say("label.who"), people);
        Map<String, String> categories = new TreeMap<>();
        for (Entry entry : catalogue.entries()) {
            categories.put(words.category(entry), entry.about().category());
        }
        choice("category", words.say("label.category"), categories);
        field("code", words.say("label.code"), "text", "5.7.124", null);
        out.open("div")
                .element("button", words.say("filter.reset"), "type", "reset")
                .close("div", "form");
        out.open(
                        "output",
                        "role",
                        "status",
                        "data-found",
                        Objects.requireNonNullElse(words.words().raw("rules.found"), ""),
                        "data-nothing",
                        words.say("nothing"))
                .close("output");
        out.open("noscript").element("p", words.say("noscript")).close("noscript");
    }

    private String id(String name) {
        return name + "-" + words.language();
    }

    private void field(String name, String label, String type, String hint, @Nullable String kind) {
        out.open("div", "class", kind).element("label", label, "for", id(name));
        out.open("input", "type", type, "name", name, "id", id(name), "placeholder", hint, "spellcheck", "false");
        out.close("div");
    }

    private void choice(String name, String label, Map<String, String> values) {
        out.open("div").element("label", label, "for", id(name)).open("select", "name", name, "id", id(name));
        out.element("option", words.say("filter.any"), "value", "");
        values.forEach((text, value) -> out.element("option", text, "value", value));
        out.close("select", "div");
    }
}
