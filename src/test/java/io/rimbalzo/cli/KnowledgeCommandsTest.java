package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import org.junit.jupiter.api.Test;

/** {@code rimbalzo rules} and {@code rimbalzo why}: what comes out where, and with which status. */
class KnowledgeCommandsTest {

    private static Run run(String in, String... arguments) {
        return Trial.reading(in).run(arguments);
    }

    @Test
    void the_knowledge_is_listed_in_the_language_and_form_asked_for() {
        String[][] table = {
            {"it", "text", "Ciò che Rimbalzo sa riconoscere"},
            {"en", "text", "access.group-sender-not-allowed"},
            {"it", "markdown", "# Il catalogo di Rimbalzo"},
            {"en", "html", "<html lang=\"en\">"},
            {"en", "json", "\"lang\" : \"en\""},
        };
        for (String[] row : table) {
            Run run = run("", "rules", "--lang", row[0], "--format", row[1]);
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains(row[2]);
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void one_topic_or_diagnosis_is_told_in_full() {
        Run one = run("", "rules", "--lang", "it", "access.group-sender-not-allowed");
        assertThat(one.out())
                .startsWith("Il mittente non è fra quelli che possono scrivere al gruppo\n")
                .contains("Se il codice di stato è 5.7.124, allora è probabile:", "rules/access-group.drl:")
                .doesNotContain("access.group-large");
        assertThat(run("", "rules", "--lang", "en", "inference").out())
                .contains("then we conclude that the message was forwarded or came through a list");
    }

    @Test
    void wrong_usage_is_told_in_a_sentence() {
        String[][] table = {
            {"rules --lang en acess", "Did you mean access?"},
            {"rules --lang it --format pdf", "non è un formato"},
            {"rules --lang xx", "xx"},
            {"why --lang en --format html", "isn’t a format"},
            {"why --lang en a b", "“b” is one too many. How to use the command is told by: rimbalzo help why"},
            {"why --lang en --context recipient-kin=group", "Did you mean recipient-kind?"},
        };
        for (String[] row : table) {
            Run run = run("", row[0].split(" "));
            assertThat(run.status()).as(row[0]).isEqualTo(Main.WRONG_USAGE);
            assertThat(run.err()).as(row[0]).contains(row[1]);
            assertThat(run.out()).as(row[0]).isEmpty();
        }
    }

    @Test
    void why_ends_as_the_answer_itself_would() {
        assertThat(run("550 5.7.124", "why", "--lang", "en").status()).isZero();
        assertThat(run("hello", "why", "--lang", "en").status()).isEqualTo(Main.NOTHING_READABLE);
        assertThat(run("hello", "why", "--lang", "en").err()).contains("rimbalzo:");
        assertThat(run("", "why", "--lang", "en", "no-such-file.eml").status()).isEqualTo(Main.NOTHING_READABLE);
        assertThat(run(
                                "550 5.7.1 RESOLVER.RST.NotAuthorized",
                                "why",
                                "--lang",
                                "en",
                                "--context",
                                "recipient-kind=group")
                        .out())
                .contains("recipient-kind");
    }

    @Test
    void help_speaks_of_the_command_not_of_the_option_of_its_name() {
        assertThat(run("", "rules", "--help", "--lang", "en").out())
                .contains("Lists what Rimbalzo knows")
                .contains("The folder of the rules")
                .contains("a page to browse");
        assertThat(run("", "why", "--help", "--lang", "en").out())
                .contains("--all\n")
                .doesNotContain("null");
    }
}
