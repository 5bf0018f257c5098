package io.rimbalzo.render;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue as one Markdown document with a table of contents. */
public final class CatalogueMarkdown {

    private static final String SIGNS = "\\`*_{}[]<>()#+!|~&$";

    private final EntryWords words;
    private final StringBuilder out = new StringBuilder();

    private CatalogueMarkdown(Words words) {
        this.words = new EntryWords(words);
    }

    public static String of(Catalogue catalogue, Words words) {
        return new CatalogueMarkdown(words).page(catalogue);
    }

    private String page(Catalogue catalogue) {
        int rules = catalogue.inferences().size()
                + catalogue.entries().stream()
                        .mapToInt(entry -> entry.rules().size())
                        .sum();
        line("# " + text(words.say("title")));
        line(text(words.say("intro", Map.of("diagnoses", catalogue.entries().size(), "rules", rules))));
        line(text(words.say("legend")));
        contents(catalogue);
        for (String topic : catalogue.topics()) {
            line("## " + text(words.topic(topic)));
            catalogue.entries().stream()
                    .filter(entry -> entry.topic().equals(topic))
                    .forEach(this::entry);
        }
        if (!catalogue.inferences().isEmpty()) {
            line("<a id=\"" + Catalogue.INFERENCE + "\"></a>");
            line("## " + text(words.say("inference")));
            line(text(words.say("inference.intro")));
            rules(catalogue.inferences());
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void contents(Catalogue catalogue) {
        line("## " + text(words.say("contents")));
        for (String topic : catalogue.topics()) {
            out.append("- ").append(text(words.topic(topic))).append('\n');
            for (Entry entry : catalogue.entries()) {
                if (entry.topic().equals(topic)) {
                    out.append("  - [")
                            .append(text(words.guidance(entry).title()))
                            .append("](#")
                            .append(entry.id())
                            .append(")\n");
                }
            }
        }
        if (!catalogue.inferences().isEmpty()) {
            out.append("- [").append(text(words.say("inference"))).append("](#" + Catalogue.INFERENCE + ")\n");
        }
        out.append('\n');
    }

    private void entry(Entry entry) {
        Guidance guidance = words.guidance(entry);
        line("<a id=\"" + entry.id() + "\"></a>");
        String permanence = words.permanence(entry);
        line("### " + text(guidance.title()));
        line(code(entry.id()));
        line(text(guidance.cause()));
        known(words.words().say("heading.who"), text(words.acts(entry)));
        known(words.say("label.category"), text(words.category(entry)));
        known(words.say("label.permanence"), permanence == null ? null : text(permanence));
        known(words.say("label.codes"), codes(entry.codes()));
        known(
                words.say("label.phrases"),
                codes(entry.phrases().stream().map(EntryWords::phrase).toList()));
        out.append('\n');
        line("#### " + text(words.words().say("heading.steps")));
        guidance.steps().forEach(this::steps);
        if (guidance.admin() != null) {
            line("#### " + text(words.words().say("heading.admin")));
            line(text(guidance.admin()));
        }
        if (!guidance.links().isEmpty()) {
            line("#### " + text(words.words().say("heading.see")));
            for (Guidance.Link link : guidance.links()) {
                String address = EntryWords.address(link);
                String title = text(link.title());
                out.append("- ")
                        .append(address == null ? title : "[" + title + "](<" + address + ">)")
                        .append('\n');
            }
            out.append('\n');
        }
        line("#### " + text(words.say("label.rules")));
        rules(entry.rules());
    }

    private void known(String label, @Nullable String value) {
        if (value != null) {
            out.append("- **").append(text(label)).append("**: ").append(value).append('\n');
        }
    }

    private static @Nullable String codes(List<String> codes) {
        return codes.isEmpty()
                ? null
                : codes.stream().map(CatalogueMarkdown::code).collect(Collectors.joining(", "));
    }

    private void steps(String who, List<Guidance.Step> steps) {
        line("**" + text(words.who(who)) + "**");
        int number = 1;
        for (Guidance.Step step : steps) {
            out.append(number++).append(". ").append(text(step.text())).append('\n');
            if (step.command() != null) {
                out.append("\n       ").append(step.command()).append("\n\n");
            }
        }
        out.append('\n');
    }

    private void rules(List<Rule> rules) {
        for (Rule rule : rules) {
            out.append("- ").append(text(words.sentence(rule))).append("  \n  ");
            out.append(code(EntryWords.place(rule)))
                    .append(" · ")
                    .append(text(Objects.requireNonNullElse(rule.source(), "")))
                    .append('\n');
        }
        out.append('\n');
    }

    private void line(String line) {
        out.append(line).append("\n\n");
    }

    /** Text whose signs mean nothing to Markdown. */
    private static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (char c : Clean.line(text).toCharArray()) {
            if (SIGNS.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** A code span; its fence is longer than any run of backticks within. */
    private static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + Clean.line(text) + pad + fence;
    }
}
