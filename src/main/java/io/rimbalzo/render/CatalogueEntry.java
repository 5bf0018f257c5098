package io.rimbalzo.render;

import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One diagnosis on the catalogue's page: its title, and all else behind it until somebody opens it. */
final class CatalogueEntry {

    private static final int MOST_CODES = 4;

    private final Entry entry;
    private final List<EntryWords> languages;
    private final Map<EntryWords, Guidance> guidance;
    private final Markup out;

    CatalogueEntry(Entry entry, List<EntryWords> languages, Markup out) {
        this.entry = entry;
        this.languages = languages;
        this.guidance = languages.stream().collect(Collectors.toMap(words -> words, words -> words.guidance(entry)));
        this.out = out;
    }

    void write() {
        out.open(
                        "details",
                        "class",
                        "entry",
                        "data-topic",
                        entry.topic(),
                        "data-who",
                        String.join(" ", CataloguePage.people(entry)),
                        "data-category",
                        entry.about().category(),
                        "data-codes",
                        String.join(" ", entry.codes()))
                .open("summary");
        each("span", "title ", words -> told(words).title());
        out.open("span", "class", "facts").element("code", entry.id(), "class", "any");
        each("span", "", words -> words.who(entry.about().responsible()));
        if (!entry.codes().isEmpty()) {
            List<String> first =
                    entry.codes().subList(0, Math.min(MOST_CODES, entry.codes().size()));
            out.element(
                    "span",
                    String.join(" · ", first) + (first.size() < entry.codes().size() ? " …" : ""));
        }
        // the id stands inside, so that a link to it opens the entry even without a script
        out.close("span", "summary").line().open("div", "class", "body", "id", entry.id());
        for (EntryWords words : languages) {
            out.open("div", "class", "in-" + words.language(), "lang", words.language());
            words(words, told(words));
            out.close("div").line();
        }
        phrases();
        heading(words -> words.say("label.rules"));
        rules(entry.rules(), languages, out);
        out.close("div", "details").line();
    }

    /** One element for each language. */
    private void each(String tag, String kind, Function<EntryWords, String> text) {
        for (EntryWords words : languages) {
            out.element(tag, text.apply(words), "class", kind + "in-" + words.language(), "lang", words.language());
        }
    }

    private void heading(Function<EntryWords, String> text) {
        each("h3", "", text);
    }

    private Guidance told(EntryWords words) {
        return Objects.requireNonNull(guidance.get(words), words.language());
    }

    private void words(EntryWords words, Guidance told) {
        out.element("p", told.cause(), "class", "cause").open("dl", "class", "known");
        known(words.words().say("heading.who"), words.acts(entry));
        known(words.say("label.category"), words.category(entry));
        known(words.say("label.permanence"), words.permanence(entry));
        known(words.say("label.codes"), entry.codes().isEmpty() ? null : String.join(", ", entry.codes()));
        out.close("dl");
        out.element("h3", words.words().say("heading.steps"));
        told.steps().forEach((who, steps) -> {
            out.open("p").element("strong", words.who(who)).close("p").open("ol");
            steps.forEach(this::step);
            out.close("ol");
        });
        if (told.admin() != null) {
            out.element("h3", words.words().say("heading.admin")).element("p", told.admin());
        }
        if (!told.links().isEmpty()) {
            out.element("h3", words.words().say("heading.see")).open("ul");
            told.links()
                    .forEach(link -> out.open("li")
                            .element("a", link.title(), "href", EntryWords.address(link), "rel", "noopener noreferrer")
                            .close("li"));
            out.close("ul");
        }
    }

    private void known(String label, @Nullable String value) {
        if (value != null) {
            out.element("dt", label).element("dd", value);
        }
    }

    private void step(Guidance.Step step) {
        out.open("li").text(step.text());
        if (step.command() != null) {
            out.open("pre").element("code", step.command()).close("pre");
        }
        out.close("li");
    }

    private void phrases() {
        if (!entry.phrases().isEmpty()) {
            heading(words -> words.say("label.phrases"));
            out.open("ul", "class", "phrases any");
            entry.phrases()
                    .forEach(phrase -> out.open("li")
                            .element("code", EntryWords.phrase(phrase))
                            .close("li"));
            out.close("ul");
        }
    }

    private static void rules(List<Rule> rules, List<EntryWords> languages, Markup out) {
        out.open("ol", "class", "rules");
        for (Rule rule : rules) {
            out.open("li");
            for (EntryWords words : languages) {
                out.element("div", words.sentence(rule), "class", "in-" + words.language(), "lang", words.language());
            }
            out.open("div", "class", "from any").element("code", EntryWords.place(rule));
            out.text(" · " + rule.source()).close("div", "li").line();
        }
        out.close("ol");
    }

    /** The rules of rules/inference, one entry for each name that they infer. */
    static void inferences(List<Rule> rules, List<EntryWords> languages, Markup out) {
        for (String name : rules.stream().map(Rule::id).distinct().toList()) {
            out.open("details", "class", "entry", "data-topic", "inference", "data-who", "", "data-codes", "");
            out.open("summary");
            for (EntryWords words : languages) {
                String inferred = words.inferred(name);
                out.element("span", inferred, "class", "title in-" + words.language(), "lang", words.language());
            }
            out.open("span", "class", "facts").element("code", name, "class", "any");
            out.close("span", "summary").open("div", "class", "body", "id", "inference." + name);
            rules(rules.stream().filter(rule -> rule.id().equals(name)).toList(), languages, out);
            out.close("div", "details").line();
        }
    }
}
