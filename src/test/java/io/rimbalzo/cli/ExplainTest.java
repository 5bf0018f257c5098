package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code rimbalzo explain} as a person or a program sees it. */
class ExplainTest {

    private static Run run(String... arguments) {
        return Trial.silent().run(arguments);
    }

    @Test
    void a_code_is_told_in_italian_and_in_english() {
        Run italian = run("explain", "--lang", "it", "5.7.124");
        assertThat(italian.status()).isZero();
        assertThat(italian.err()).isEmpty();
        assertThat(italian.out())
                .startsWith("Il mittente non è fra quelli che possono scrivere al gruppo\n"
                        + "probabile · permanente · access.group-sender-not-allowed\n")
                .contains(
                        "Quando significa questo\n  probabile: il codice di stato è 5.7.124\n    rules/access-group.drl:",
                        "Come risolvere\n  Il proprietario del gruppo\n",
                        "Fonti\n  - Email non-delivery reports in Exchange Online, row 5.7.124");
        assertThat(run("explain", "--lang", "en", "5.7.124").out())
                .contains(
                        "When it means this\n  likely: the status code is 5.7.124\n",
                        "What to do\n  The group’s owner\n");
    }

    @Test
    void what_only_a_person_knows_is_told_as_question_and_answer() {
        Run run = run("explain", "--lang", "it", "access.group-large");
        assertThat(String.join(" ", run.out().split("\\s+")))
                .contains("alla domanda «Quanti membri ha il gruppo?» si è risposto «più di 5.000»")
                .contains("alla domanda «A chi era diretto il messaggio?» si è risposto «A un gruppo o a una lista"
                        + " di distribuzione», o non si è risposto affatto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5.7.124", "5.7.x", "5.3.99", "452", "mailbox full", "cassetta piena", "tls.certificate-expired"
            })
    void no_line_is_wider_than_a_terminal_but_for_what_is_copied(String what) {
        for (String language : List.of("it", "en")) {
            Run run = run("explain", "--lang", language, what);
            assertThat(run.status()).isZero();
            assertThat(run.out()
                            .lines()
                            .filter(line -> line.length() > 80 && !line.strip().startsWith("http")))
                    .allMatch(line -> line.startsWith("         "));
        }
    }

    @Test
    void words_that_need_no_quotes_are_one_question() {
        assertThat(run("explain", "--lang", "en", "mailbox", "full").out())
                .isEqualTo(run("explain", "--lang", "en", "mailbox full").out());
    }

    @Test
    void what_is_not_known_is_one_sentence_with_what_was_meant() {
        Run id = run("explain", "--lang", "it", "acces.group-large");
        assertThat(id.status()).isEqualTo(1);
        assertThat(id.out()).isEmpty();
        assertThat(id.err())
                .isEqualTo(
                        "rimbalzo: «acces.group-large» non è una diagnosi. Forse si intendeva access.group-large?\n");
        Run code = run("explain", "--lang", "en", "5.7.1240");
        assertThat(code.status()).isEqualTo(1);
        assertThat(code.err()).startsWith("rimbalzo: “5.7.1240” isn’t a status code: the form is x.y.z");
    }

    @Test
    void wrong_usage_is_told() {
        assertThat(run("explain").status()).isEqualTo(2);
        assertThat(run("explain").err()).startsWith("rimbalzo: What to explain is missing");
        assertThat(run("explain", "--format", "jsn", "5.1.1").err()).contains("json");
        assertThat(run("explain", "--lang", "xx", "5.1.1").status()).isEqualTo(2);
        assertThat(run("explain", "--rules", "no-such-folder", "5.1.1").status())
                .isEqualTo(2);
    }

    @Test
    void programs_get_all_rules_with_what_they_ask_for() {
        Run run = run("explain", "--lang", "en", "--format", "json", "5.7.124");
        assertThat(run.status()).isZero();
        JsonNode tree = run.json();
        assertThat(tree.get("kind").asString()).isEqualTo("code");
        JsonNode first = tree.get("diagnoses").get(0);
        assertThat(first.get("id").asString()).isEqualTo("access.group-sender-not-allowed");
        assertThat(first.get("responsible").asString()).isEqualTo("group-owner");
        assertThat(first.get("guidance").get("do").has("group-owner")).isTrue();
        JsonNode when = first.get("when").get(0);
        assertThat(when.get("text").asString()).isEqualTo("the status code is 5.7.124");
        assertThat(when.get("asked").asBoolean()).isTrue();
        assertThat(when.get("rule").get("file").asString()).isEqualTo("rules/access-group.drl");
        assertThat(when.get("requirements").get(0).get("values").get(0).asString())
                .isEqualTo("5.7.124");
        assertThat(first.get("when").size()).isGreaterThan(6);
        Run unknown = run("explain", "--lang", "en", "--format", "json", "acces.group-large");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.json().get("near").get(0).asString()).isEqualTo("access.group-large");
    }
}
