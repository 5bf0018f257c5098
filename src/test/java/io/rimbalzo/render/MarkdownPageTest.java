package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Guidance.Link;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Markdown page, as a ticket system's parser reads it. */
class MarkdownPageTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    /** What a reader sees, and what a ticket system could act upon. */
    private static final class Reader extends AbstractVisitor {

        private final StringBuilder seen = new StringBuilder();
        private final StringBuilder prose = new StringBuilder();
        private final List<String> links = new ArrayList<>();
        private final List<Node> active = new ArrayList<>();

        static Reader of(String markdown) {
            Reader reader = new Reader();
            PARSER.parse(markdown).accept(reader);
            return reader;
        }

        String seen() {
            return Clean.line(seen.toString());
        }

        @Override
        public void visit(Text text) {
            seen.append(text.getLiteral());
            prose.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            seen.append(code.getLiteral());
            prose.append('\n');
        }

        @Override
        public void visit(FencedCodeBlock code) {
            seen.append('\n').append(code.getLiteral()).append('\n');
        }

        @Override
        public void visit(SoftLineBreak line) {
            seen.append(' ');
        }

        @Override
        public void visit(org.commonmark.node.Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            active.add(image);
        }

        @Override
        public void visit(HtmlInline html) {
            active.add(html);
        }

        @Override
        public void visit(HtmlBlock html) {
            active.add(html);
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block) {
                seen.append('\n');
                prose.append('\n');
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_case_of_the_rules_is_told_whole(String lang) {
        List<String> missing = new ArrayList<>();
        for (Result result : Knowledge.answers(lang)) {
            Reader page = Reader.of(MarkdownPage.of(result));
            String seen = page.seen();
            Bounces.facts(result).stream().filter(fact -> !seen.contains(fact)).forEach(missing::add);
            result.failures().stream()
                    .filter(told -> told.guidance() != null)
                    .flatMap(told -> told.guidance().links().stream())
                    .map(Link::url)
                    .filter(url -> !page.links.contains(url))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_of_a_message_links_mentions_or_formats() {
        for (String lang : List.of("it", "en")) {
            Result result = Bounces.told(Bounces.hostile(), lang);
            Reader page = Reader.of(MarkdownPage.of(result));
            assertThat(page.active).isEmpty();
            assertThat(page.links)
                    .isNotEmpty()
                    .allMatch(url -> result.failures().stream()
                            .anyMatch(told -> told.guidance() != null
                                    && told.guidance().links().stream()
                                            .anyMatch(link -> link.url().equals(url))));
            assertThat(page.prose.toString())
                    .doesNotContainPattern("[@#!~$&][A-Za-z0-9]")
                    .doesNotContainPattern("(?i)https?:|www\\.|GH-\\d|[0-9a-f]{40}");
            assertThat(page.seen())
                    .contains(
                            "<script>alert(1)</script><img src=x onerror=alert(2)>",
                            "`a` ``b`` [c](javascript:alert(3))");
        }
    }

    @Test
    void a_ticket_begins_with_what_happened_and_who_must_act() {
        String page = MarkdownPage.of(Bounces.example("gruppo-riservato.eml", "en"));
        assertThat(page)
                .startsWith("# The sender isn’t among those who may write to the group\n")
                .contains(
                        "- **Certain:** the server itself gives this as its reason.",
                        "- **Code:** `550 5.7.124`",
                        "- **Recipient (must act):** `vendite@contoso.com`",
                        "**The group’s owner** — acts first",
                        "   ```\n   Set-DistributionGroup -Identity vendite@contoso.com ",
                        "> `550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission;");
    }

    @Test
    void an_error_is_told_too() {
        assertThat(MarkdownPage.of(Bounces.told("hello there", "en"), "a.eml"))
                .isEqualTo(
                        "# There is neither an error code nor headers to look into in the text. Paste the whole report.\n"
                                + "\n`a.eml`\n");
    }

    /** Text as it was, whatever it holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "# no heading",
                "- no list",
                "1. no list",
                "12) no list",
                "> no quote",
                "===",
                "---",
                "a*b*c _d_ __e__ **f**",
                "<b>x</b> &amp; &#64; <http://evil.example>",
                "[x](http://evil.example) ![y](z) [r]: http://evil.example",
                "`one` ``two`` ` ",
                "L’indirizzo l’anna@example.it, (www.example.it). «mail.example.it»: http://example.it/a_b_c",
                "back\\slash \\` end\\",
                "@anna #12 org/project#3 !4 ~bug $5 GH-6 ABC-7 0123456789abcdef",
                "| a | b |",
                ":smile: :+1: ~~gone~~",
            })
    void text_is_read_back_as_it_was(String text) {
        Reader line = Reader.of(Markdown.text(text));
        assertThat(line.seen()).isEqualTo(Clean.line(text));
        assertThat(line.links).isEmpty();
        assertThat(line.active).isEmpty();
        assertThat(Reader.of(Markdown.code(text)).seen()).isEqualTo(Clean.line(text));
        assertThat(Reader.of("1. x\n\n" + Markdown.fenced("   ", text)).seen()).isEqualTo("x " + Clean.line(text));
    }
}
