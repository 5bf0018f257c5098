package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web page: valid, complete, and the same for everybody who reads it. */
class HtmlPageTest {

    /** Parses strictly: any error of the HTML standard is one of ours. */
    static Document parsed(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors())
                .extracting(ParseError::toString)
                .as(html.length() + " characters")
                .isEmpty();
        return page;
    }

    private static String text(Document page) {
        return Clean.line(page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_case_of_the_rules_is_told_whole(String lang) {
        List<String> missing = new ArrayList<>();
        for (Result result : Knowledge.answers(lang)) {
            String told = text(parsed(HtmlPage.of(result)));
            Bounces.facts(result).stream().filter(fact -> !told.contains(fact)).forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void a_page_stands_alone(String lang) {
        String html = HtmlPage.of(Bounces.example("gruppo-riservato.eml", lang));
        Document page = parsed(html);
        assertThat(html).startsWith("<!DOCTYPE html>");
        assertThat(page.select("html").attr("lang")).isEqualTo(lang);
        assertThat(page.select("meta[charset=utf-8]")).hasSize(1);
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("script, link, img, iframe, object, form")).isEmpty();
        assertThat(html).doesNotContain("url(", "@import", "src=");
        assertThat(page.title()).isEqualTo(page.select("h2").first().text());
    }

    @Test
    void headings_go_down_one_step_at_a_time() {
        for (String text : List.of(Bounces.several(), "550 5.1.1 user unknown", "hello there")) {
            int before = 0;
            for (Element heading : parsed(HtmlPage.of(Bounces.told(text, "en"))).select("h1, h2, h3, h4")) {
                int level = heading.tagName().charAt(1) - '0';
                assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
            assertThat(before).isPositive();
        }
    }

    @Test
    void tables_of_data_have_headers_and_those_of_layout_say_so() {
        Elements tables =
                parsed(HtmlPage.of(Bounces.told(Bounces.several(), "it"))).select("table");
        Elements layout = tables.select("[role=presentation]");
        assertThat(layout).isNotEmpty();
        assertThat(tables)
                .hasSizeGreaterThan(layout.size())
                .allSatisfy(table -> assertThat(layout.contains(table)
                                || !table.select("th[scope]").isEmpty())
                        .as(table.className())
                        .isTrue());
    }

    @Test
    void recipients_with_the_same_diagnosis_are_one_section() {
        Document page = parsed(HtmlPage.of(Bounces.told(Bounces.several(), "en")));
        assertThat(page.select("h1").text()).isEqualTo("The message “Minutes” was not delivered");
        assertThat(page.select("section:has(h3) > h2").eachText())
                .containsExactly("The recipient’s mailbox is full", "The recipient’s address doesn’t exist");
        assertThat(page.select("pre").eachText())
                .contains(
                        "Enable-Mailbox -Identity marta@fabrikam.com -Archive",
                        "Enable-Mailbox -Identity luigi@fabrikam.com -Archive");
    }

    @Test
    void commands_for_very_many_recipients_are_counted() {
        List<String> recipients = new ArrayList<>();
        for (int i = 1; i <= 13; i++) {
            recipients.add("r" + i + "@fabrikam.com;failed;5.2.2;552 5.2.2 mailbox full");
        }
        Result result = Bounces.told(Bounces.report(recipients, "Subject: Minutes"), "en");
        Document page = parsed(HtmlPage.of(result));
        assertThat(page.select("pre:contains(Enable-Mailbox)")).hasSize(10);
        assertThat(page.text()).contains("The same for 3 more recipients.", "r13@fabrikam.com");
        assertThat(MarkdownPage.of(result)).contains("   The same for 3 more recipients.", "`r13@fabrikam.com`");
    }

    @Test
    void whoever_must_act_is_marked_and_has_an_address() {
        Element acts = parsed(HtmlPage.of(Bounces.example("gruppo-riservato.eml", "en")))
                .select("td.acts")
                .first();
        assertThat(acts.text()).isEqualTo("Recipient ● must act vendite@contoso.com");
        assertThat(parsed(HtmlPage.of(Bounces.told("451 4.7.1 Greylisting in action", "en")))
                        .select("td.acts, .mark"))
                .isEmpty();
    }

    @Test
    void a_long_wait_stands_out_in_words_of_the_language() {
        Document page = parsed(HtmlPage.of(Bounces.told(Bounces.several(), "it")));
        assertThat(page.text()).contains("3 passaggi fra server, in tutto 2 h e 31 min.");
        assertThat(page.select("b.mark").eachText()).containsExactly("2 h e 30 min — attesa insolita");
        assertThat(page.text()).contains("4 nov 2026, 15:01:48 UTC+01:00");
    }

    @Test
    void authentication_is_told_in_plain_words() {
        assertThat(parsed(HtmlPage.of(Bounces.told(Bounces.several(), "en"))).text())
                .contains(
                        "SPF softfail ✕ The sending server doesn’t seem authorized",
                        "DKIM pass ✓ The signature is valid",
                        "compauth pass ✓ reason=100");
    }

    @Test
    void the_whole_of_a_wrapped_answer_is_shown() {
        assertThat(parsed(HtmlPage.of(Bounces.told(
                                "550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 <a@fabrikam.com>:"
                                        + " Relay access denied",
                                "en")))
                        .select("blockquote")
                        .eachText())
                .anyMatch(quote -> quote.contains("Relay access denied"));
    }

    @Test
    void an_error_is_a_page_too() {
        Document page = parsed(HtmlPage.of(Bounces.told("hello there", "it")));
        assertThat(page.title()).startsWith("Nel testo non ci sono né un codice");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void several_answers_are_one_document() {
        Result first = Bounces.told("550 5.1.1 user unknown", "it");
        Result second = Bounces.told("hello there", "en");
        Document page = parsed(HtmlPage.begin(first.words(), "<Two>")
                + HtmlPage.answer(first, "a&b.eml")
                + HtmlPage.answer(second, "c.eml")
                + HtmlPage.end(first.words()));
        assertThat(page.select("html, head, body")).hasSize(3);
        assertThat(page.title()).isEqualTo("<Two>");
        assertThat(page.select("article").eachAttr("lang")).containsExactly("it", "en");
        assertThat(page.select("h1").eachText().get(0)).startsWith("a&b.eml · ");
    }

    @Test
    void a_part_for_one_person_has_that_persons_steps_only() {
        Result result = Bounces.example("two-recipients.eml", "en");
        Document part =
                Jsoup.parseBodyFragment(HtmlPage.part(result, result.failures().get(1), "sender"));
        assertThat(part.select("h4").eachText()).containsExactly("Whoever wrote the message");
        assertThat(part.select("h2").text()).isEqualTo("The recipient’s mailbox is full");
        assertThat(part.select("style, script, html html")).isEmpty();
        assertThat(part.text()).doesNotContain("Get-Mailbox", "luca.verdi");
    }

    @Test
    void the_same_bounce_always_gives_the_same_page() {
        assertThat(Stream.generate(() -> HtmlPage.of(Bounces.told(Bounces.several(), "en")))
                        .limit(3)
                        .distinct())
                .hasSize(1);
    }

    /** The one place is a FormattedText, which escapes by itself. */
    @Test
    void templates_escape_all_but_one_value() throws IOException {
        StringBuilder templates = new StringBuilder();
        try (Stream<Path> files = Files.list(Knowledge.PROJECT.resolve("src/main/jte"))) {
            for (Path file : files.sorted().toList()) {
                templates.append(Files.readString(file));
            }
        }
        assertThat(templates.toString().split("\\$unsafe", -1)).hasSize(2);
        assertThat(templates).contains("$unsafe{section.cause().html()}");
    }

    /** WCAG 2.2, success criterion 1.4.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d2126 ffffff", "59626c ffffff", "59626c f7f8f9", "b3390b fdf0ea", "b3390b ffffff", "1d2126 f2f4f6",
                "e7eaed 1b1e22", "a6afb8 1b1e22", "a6afb8 24282d", "ffa477 38241b", "ffa477 1b1e22", "e7eaed 272c32"
            })
    void text_has_contrast(String pair) {
        assertThat(HtmlPage.of(Bounces.told(Bounces.several(), "en"))).contains(pair.split(" "));
        double a = luminance(pair.substring(0, 6));
        double b = luminance(pair.substring(7));
        assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).isGreaterThanOrEqualTo(4.5);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void nothing_of_a_message_is_more_than_text() {
        Set<String> known = Set.of(
                ("html head meta title style body main article section table thead tbody tr td th h1 h2 h3 h4 p b a br hr ul"
                                + " ol li pre code blockquote span div bdi wbr")
                        .split(" "));
        for (String lang : List.of("it", "en")) {
            Result result = Bounces.told(Bounces.hostile(), lang);
            assertThat(result.failures()).hasSize(2);
            String html = HtmlPage.of(result);
            Document page = parsed(html);
            for (Element element : page.getAllElements()) {
                if (!element.tagName().startsWith("#")) {
                    assertThat(known).contains(element.tagName());
                }
                element.attributes()
                        .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
            }
            assertThat(page.select("a[href]").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(href -> result.failures().stream()
                            .anyMatch(told -> told.guidance() != null
                                    && told.guidance().links().stream()
                                            .anyMatch(link -> link.url().equals(href))));
            assertThat(html.chars()
                            .filter(c -> c != '\n' && Character.isISOControl(c)
                                    || c >= 0x202A && c <= 0x202E
                                    || c >= 0x2066 && c <= 0x2069))
                    .isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script><img src=x onerror=alert(2)>");
        }
    }
}
