package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Exchange's four cmdlets on the command line, and what the texts then do. */
class MessagesTest extends MessagesTrial {

    private static final String TEXT = "Chiamare l’help desk, <B>interno 4500</B>. Il gruppo {recipient} è riservato.";
    private static final String REPORT = """
            From: %s
            To: vendite@contoso.com

            Final-Recipient: rfc822;vendite@contoso.com
            Action: failed
            Status: 5.7.124
            Diagnostic-Code: smtp;550 5.7.124 Sender not in allowed-senders list
            """;

    private JsonNode guidance(String from, String lang) {
        Run run = run(REPORT.formatted(from), "diagnose", "--format", "json", "--lang", lang);
        return run.json().at("/failures/0/guidance");
    }

    @Test
    void a_text_stands_in_for_title_and_cause_for_its_audience_and_language_only() {
        assertThat(make("true", TEXT)).isEqualTo(new Run(0, "It\\Internal\\5.7.124: creato.\n", ""));

        JsonNode inside = guidance("mario@contoso.com", "it");
        assertThat(inside.path("custom").asString()).isEqualTo("It\\Internal\\5.7.124");
        assertThat(inside.path("title").asString()).isEqualTo("Chiamare l’help desk, interno 4500");
        assertThat(inside.path("cause").asString())
                .isEqualTo("Chiamare l’help desk, interno 4500. Il gruppo vendite@contoso.com è riservato.");
        assertThat(inside.path("short").asString()).isEqualTo("Chiamare l’help desk, interno 4500.");
        assertThat(inside.path("html").asString()).isEqualTo("Il gruppo vendite@contoso.com è riservato.");
        assertThat(inside.path("do").path("recipient-admin").isEmpty())
                .as("steps stay")
                .isFalse();

        for (JsonNode other : List.of(guidance("mario@fabrikam.com", "it"), guidance("mario@contoso.com", "en"))) {
            assertThat(other.path("custom").isNull()).isTrue();
            assertThat(other.has("html")).isFalse();
            assertThat(other.toString()).doesNotContain("4500");
        }
        assertThat(guidance("mario@contoso.com", "it-CH").path("custom").asString())
                .as("the parent language")
                .isEqualTo("It\\Internal\\5.7.124");
    }

    @Test
    void its_formatting_is_told_as_html_in_which_all_else_is_escaped() {
        make(
                "true",
                "Vietato. <B>Chiamare</B> {recipient}, <A HREF=\"mailto:a@contoso.com\">Anna &amp; C.</A><BR>&lt;i&gt;");
        Run run = run(
                REPORT.formatted("mario@contoso.com").replace("rfc822;vendite", "rfc822;\"<b>x</b>&amp;\u202e\""),
                "diagnose",
                "--format",
                "json",
                "--lang",
                "it");
        assertThat(Run.json(run.out()).at("/failures/0/guidance/html").asString())
                .isEqualTo(
                        "<b>Chiamare</b> &quot;&lt;b&gt;x&lt;/b&gt;&amp;amp;&quot;@contoso.com, "
                                + "<a href=\"mailto:a@contoso.com\" rel=\"noopener noreferrer\">Anna &amp; C.</a><br>&lt;i&gt;");
    }

    @Test
    void a_headline_with_a_long_address_says_more_than_its_first_word() {
        make("true", "L’indirizzo {recipient} non esiste.");
        String report =
                REPORT.formatted("mario@contoso.com").replace("rfc822;vendite", "rfc822;" + "lungo".repeat(12) + "x");
        assertThat(Run.json(run(report, "diagnose", "--format", "json", "--lang", "it")
                                .out())
                        .at("/failures/0/guidance/title")
                        .asString())
                .startsWith("L’indirizzo " + "lungo".repeat(12))
                .endsWith("…")
                .hasSize(80);
    }

    @Test
    void a_sender_that_may_be_forged_is_told_nothing_internal() {
        make("true", TEXT);
        String forged = "Authentication-Results: contoso.com; dmarc=fail header.from=contoso.com\n"
                + REPORT.formatted("mario@contoso.com");
        assertThat(run(forged, "diagnose", "--format", "json", "--lang", "it").out())
                .doesNotContain("4500");
    }

    @Test
    void a_text_for_the_diagnosis_wins_over_one_for_the_code() {
        make("true", TEXT);
        run(
                "",
                "messages",
                "new",
                "--dsn-code",
                "access.group-sender-not-allowed",
                "--internal",
                "true",
                "--language",
                "it",
                "--text",
                "Per la diagnosi.");
        assertThat(guidance("mario@contoso.com", "it").path("custom").asString())
                .isEqualTo("It\\Internal\\access.group-sender-not-allowed");
    }

    @Test
    void set_changes_goes_back_to_the_shipped_words_and_forth() {
        make("true", TEXT);
        assertThat(run("", "messages", "set", "it/internal/5.7.124", "--text", "Altro.", "--what-if", "--lang", "it")
                        .out())
                .isEqualTo("It\\Internal\\5.7.124: verrebbe cambiato.\n");
        assertThat(guidance("mario@contoso.com", "it").path("cause").asString()).startsWith("Chiamare");

        assertThat(run("", "messages", "set", "It\\Internal\\5.7.124", "--original")
                        .status())
                .isZero();
        assertThat(guidance("mario@contoso.com", "it").path("custom").isNull()).isTrue();
        assertThat(run("", "messages", "get", "--format", "csv").out())
                .contains("4500")
                .contains(",true\r\n");

        assertThat(run("", "messages", "set", "It\\Internal\\5.7.124", "--text", "Altro.")
                        .status())
                .isZero();
        assertThat(guidance("mario@contoso.com", "it").path("cause").asString()).isEqualTo("Altro.");
        assertThat(run("", "messages", "remove", "It\\Internal\\5.7.124").status())
                .isZero();
        assertThat(run("", "messages", "get").out()).isEqualTo("There is no text of the organization yet.\n");
    }

    @Test
    void what_is_missing_or_there_already_is_an_error_and_no_fallback() {
        assertThat(run("", "messages", "get", "It\\Internal\\5.1.1").status()).isEqualTo(1);
        assertThat(run("", "messages", "remove", "It\\Internal\\5.1.1").err())
                .contains("It\\Internal\\5.1.1 doesn’t exist");
        assertThat(run("", "messages", "set", "It\\Internal\\5.1.1", "--original")
                        .status())
                .isEqualTo(1);
        make("true", TEXT);
        assertThat(make("true", TEXT).err()).contains("esiste già");
        assertThat(make("false", TEXT).status()).as("another audience").isZero();
        run(
                "",
                "messages",
                "new",
                "--dsn-code",
                "5.999.999",
                "--internal",
                "true",
                "--language",
                "fi",
                "--text",
                "Oma");
        assertThat(run("", "messages", "set", "Fi\\Internal\\5.999.999", "--original")
                        .err())
                .contains("no words of its own");
    }

    @Test
    void each_violation_is_a_sentence_of_its_own() {
        Run run = make("true", "<I>" + "x".repeat(520) + "<script>");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith("rimbalzo: "));
        assertThat(run.err()).contains("Carattere 1: il tag «I»", "il tag «SCRIPT»", "531 caratteri");
        assertThat(make("forse", TEXT).err()).contains("true o false");
        assertThat(run("", "messages", "new", "--language", "it", "--text", "x").err())
                .contains("--quota-message-type");
        assertThat(run("", "messages", "nwe").err()).contains("Did you mean new?");
    }

    @Test
    void a_preview_shows_the_report_with_the_text_in_it() {
        make("true", TEXT);
        Run run = run("", "messages", "preview", "It\\Internal\\5.7.124", "--lang", "it");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "Chiamare l’help desk, interno 4500\n",
                        "Il gruppo vendite@contoso.com è riservato.",
                        "Chi ha scritto il messaggio");
        assertThat(run("", "messages", "preview", "It\\External\\5.7.124", "--lang", "it")
                        .out())
                .doesNotContain("4500");
        assertThat(run("", "messages", "preview", "It\\Internal\\access.group-large")
                        .out())
                .contains("access.group-large");
        assertThat(run("", "messages", "preview", "It\\Internal\\access.nothing")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void formatting_survives_in_pages_and_tickets_and_nothing_else_does() throws IOException {
        Files.writeString(
                i18n.resolve("system-messages_it.properties"),
                "Internal\\5.7.124 = Chiamare <B>{recipient}</B>. <A HREF=\"https://intranet.contoso.com/a\">Qui</A> "
                        + "<EM>presto</EM><script>alert(1)</script><A HREF=\"javascript:x\">no</A>\n");
        String report = REPORT.formatted("mario@contoso.com");
        Document page = Jsoup.parse(
                run(report, "diagnose", "--lang", "it", "--format", "html").out());
        assertThat(page.select("a[href=https://intranet.contoso.com/a]").text()).isEqualTo("Qui");
        assertThat(page.select("em").text()).isEqualTo("presto");
        assertThat(page.select("script, a[href^=javascript]")).isEmpty();
        assertThat(page.text()).contains("Chiamare vendite@contoso.com", "<script>alert(1)</script>");
        assertThat(run(report, "diagnose", "--lang", "it", "--format", "markdown")
                        .out())
                .contains("[Qui](<https://intranet.contoso.com/a>)", "*presto*", "\\<script\\>");
        assertThat(run("", "messages", "preview", "It\\Internal\\5.7.124", "--format", "html")
                        .out())
                .contains("<em>presto</em>", "<!DOCTYPE html>");
    }

    @Test
    void a_broken_file_is_told_and_the_rest_goes_on() throws IOException {
        Files.writeString(
                i18n.resolve("system-messages_it.properties"), "Internal\\5.7.124 = Va bene.\nInternal\\9.9.9 = No.\n");
        Run run = run("", "messages", "get", "--lang", "it");
        assertThat(run.out()).contains("Va bene.");
        assertThat(run.err()).contains("i18n/system-messages_it.properties:2: «9.9.9» comincia con 9");
    }
}
