package io.rimbalzo.render;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.Page.Check;
import io.rimbalzo.render.Page.Hop;
import io.rimbalzo.render.Page.Note;
import io.rimbalzo.render.Page.Party;
import io.rimbalzo.render.Page.Person;
import io.rimbalzo.render.Page.Recipient;
import io.rimbalzo.render.Page.Section;
import io.rimbalzo.render.Page.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer as CommonMark for a ticket; nothing of the message in it can link, mention or format. */
public final class MarkdownPage {

    private final Page page;
    private final StringBuilder out = new StringBuilder();

    private MarkdownPage(Page page) {
        this.page = page;
    }

    /** The whole answer, or the error that stands in its place; ends with a line's end. */
    public static String of(Result result) {
        return of(result, null);
    }

    /**
     * The answer as Markdown.
     *
     * @param name what the input is called beside others, or null
     */
    public static String of(Result result, @Nullable String name) {
        return new MarkdownPage(Pages.of(result, name)).text();
    }

    private String text() {
        String name = page.name() == null ? "" : Markdown.code(page.name()) + " · ";
        if (page.error() != null) {
            line("# " + Markdown.text(page.error()));
            return (page.name() == null
                            ? out
                            : out.append('\n')
                                    .append(Markdown.code(page.name()))
                                    .append('\n'))
                    .toString();
        }
        boolean several = page.sections().size() > 1;
        if (several) {
            line("# " + name + Markdown.within(page.lede()) + "\n");
            page.sections().forEach(this::overview);
        }
        for (Section section : page.sections()) {
            line((several ? "\n## " : "# ") + Markdown.text(section.title()));
            if (!several) {
                line("\n" + name + Markdown.within(page.lede()));
            }
            section(section, several ? "### " : "## ");
        }
        notes(page.notes(), "## ");
        original();
        rules();
        return out.toString();
    }

    private void section(Section section, String heading) {
        facts(section);
        if (!section.cause().text().isEmpty()) {
            line("\n" + section.cause().markdown());
        }
        if (section.wordedFor() != null) {
            line("\n" + Markdown.text(page.words().say("page.worded-for", Map.of("recipient", section.wordedFor()))));
        }
        people(section, heading);
        proof(section, heading);
        more(section, heading);
    }

    private void overview(Section section) {
        section.addresses()
                .forEach(address -> line("- " + Markdown.code(address) + ": " + Markdown.within(section.title())));
    }

    private void notes(List<Note> notes, String heading) {
        if (!notes.isEmpty()) {
            line("\n" + heading + page.say("heading.also") + "\n");
            notes.forEach(
                    note -> line("- **" + Markdown.within(note.title()) + ".** " + Markdown.within(note.cause())));
        }
    }

    private void facts(Section section) {
        out.append('\n');
        section.facts()
                .forEach(fact -> line("- " + (fact.label().isEmpty() ? "" : "**" + fact.label() + ":** ")
                        + Markdown.text(fact.text())));
        if (!section.codes().isEmpty()) {
            line("- **" + page.say("page.code") + ":** " + codes(section.codes()));
        }
        if (section.act() != null) {
            line("- **" + page.say("heading.who") + ":** " + Markdown.within(section.act()));
        }
        for (Party party : section.parties()) {
            String known = party.known().stream().map(Markdown::code).collect(Collectors.joining(", "));
            if (!known.isEmpty()) {
                String acts = party.acts() ? " (" + page.say("page.acts") + ")" : "";
                line("- **" + party.name() + acts + ":** " + known);
            }
        }
    }

    private void people(Section section, String heading) {
        if (!section.people().isEmpty()) {
            line("\n" + heading + page.say("heading.steps"));
        }
        for (Person person : section.people()) {
            line("\n**" + Markdown.within(person.name()) + (person.first() ? "** — " + page.say("page.first") : "**")
                    + "\n");
            int n = 1;
            for (Step step : person.steps()) {
                String number = n++ + ". ";
                line(number + Markdown.text(step.text()));
                step.commands()
                        .forEach(command ->
                                out.append('\n').append(Markdown.fenced(" ".repeat(number.length()), command)));
                if (step.more() > 0) {
                    line("\n" + " ".repeat(number.length())
                            + page.words().say("page.more-commands", Map.of("count", step.more())));
                }
            }
        }
    }

    private void proof(Section section, String heading) {
        boolean named = section.recipients().size() > 1 || page.sections().size() > 1;
        if (section.hasProof() || section.recipients().size() > 1) {
            line("\n" + heading + page.say("heading.evidence"));
        }
        Recipient common = section.common();
        for (Recipient recipient : section.recipients()) {
            if (named && recipient.address() != null) {
                String code = recipient.code() == null ? "" : " " + Markdown.code(recipient.code());
                line("\n" + page.say("heading.recipient") + ": " + Markdown.code(recipient.address()) + code);
            }
            if (common == null) {
                quotes(recipient);
            }
        }
        if (common != null) {
            quotes(common);
        }
    }

    private void quotes(Recipient recipient) {
        recipient.quotes().forEach(quote -> line("\n> " + Markdown.code(quote)));
        if (!recipient.others().isEmpty()) {
            line("\n" + page.say("page.others"));
            recipient.others().forEach(quote -> line("\n> " + Markdown.code(quote)));
        }
    }

    private void more(Section section, String heading) {
        notes(section.notes(), heading);
        if (!section.alternatives().isEmpty()) {
            line("\n" + heading + page.say("heading.alternatives") + "\n");
            section.alternatives()
                    .forEach(other -> line("- " + Markdown.text(other.title()) + " " + Markdown.code(other.id())));
        }
        if (section.question() != null) {
            line("\n" + heading + page.say("heading.question") + "\n");
            line(Markdown.text(section.question().text()) + "\n");
            section.question()
                    .options()
                    .forEach(
                            option -> line("- " + Markdown.text(option.label()) + ": " + Markdown.code(option.pair())));
        }
        if (section.admin() != null) {
            line("\n" + heading + page.say("heading.admin") + "\n\n" + Markdown.text(section.admin()));
        }
        if (!section.links().isEmpty()) {
            line("\n" + heading + page.say("heading.see") + "\n");
            section.links()
                    .forEach(link -> line(
                            link.url() == null
                                    ? "- " + Markdown.text(link.title())
                                    : "- [" + Markdown.within(link.title()) + "](<" + link.url() + ">)"));
        }
    }

    private void original() {
        if (!page.original().isEmpty()) {
            line("\n## " + page.say("page.original") + "\n");
            page.original().forEach(field -> line("- **" + field.name() + ":** " + codes(field.values())));
        }
        if (!page.checks().isEmpty()) {
            line("\n## " + page.say("page.checks") + "\n");
            page.checks().forEach(this::check);
        }
        if (!page.hops().isEmpty()) {
            line("\n## " + page.say("page.hops") + "\n");
            if (page.journey() != null) {
                line(Markdown.text(page.journey()) + "\n");
            }
            int n = 1;
            for (Hop hop : page.hops()) {
                hop(n++, hop);
            }
        }
    }

    private void rules() {
        page.sections().stream()
                .filter(section -> section.rule() != null)
                .forEach(section -> line("\n" + page.say("heading.rule") + ": "
                        + Markdown.code(String.valueOf(section.id())) + ", " + Markdown.within(section.rule())));
    }

    private void check(Check check) {
        String of = check.domain() == null ? "" : " " + Markdown.code(check.domain());
        String more = check.more() == null ? "" : " " + Markdown.code(check.more());
        line("- **" + check.method() + "** " + Markdown.code(check.result()) + of + more + ": "
                + Markdown.within(check.meaning()));
    }

    private void hop(int n, Hop hop) {
        String servers = (hop.from() == null ? "" : Markdown.code(hop.from()))
                + (hop.by() == null ? "" : " → " + Markdown.code(hop.by()));
        String at = hop.at() == null ? "" : " · " + hop.at();
        String with = hop.with() == null ? "" : " · " + Markdown.code(hop.with());
        String slow = hop.slow() ? "**" + hop.delay() + " — " + page.say("page.slow") + "**" : hop.delay();
        line(n + ". " + servers.strip() + at + with + (hop.delay() == null ? "" : " · " + slow));
    }

    private static String codes(List<String> values) {
        return values.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
