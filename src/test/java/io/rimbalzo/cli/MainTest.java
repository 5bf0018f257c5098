package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command line as a program or a person sees it: what comes out where, and with which status. */
class MainTest {

    @TempDir
    Path folder;

    private static Run run(String in, String... arguments) {
        return Trial.reading(in).run(arguments);
    }

    @Test
    void an_answer_is_told_in_italian_and_in_english() {
        Run italian = run("550 5.7.124 Sender not in allowed-senders list", "diagnose", "--lang", "it");
        assertThat(italian.status()).isZero();
        assertThat(italian.out())
                .contains(
                        "certo · permanente · access.group-sender-not-allowed",
                        "Come risolvere",
                        "Il proprietario del gruppo");
        assertThat(italian.err()).isEmpty();
        Run english = run("550 5.7.124 Sender not in allowed-senders list", "diagnose", "--lang=en", "-");
        assertThat(english.out())
                .contains("certain · permanent · access.group-sender-not-allowed", "What to do", "The group’s owner");
    }

    @Test
    void no_line_is_wider_than_a_terminal_but_for_what_is_copied() throws IOException {
        List<String> wide = new ArrayList<>();
        try (var files = Files.list(Path.of("examples"))) {
            for (Path file : files.sorted().toList()) {
                for (String lang : List.of("it", "en")) {
                    run("", "diagnose", "--lang", lang, file.toString())
                            .out()
                            .lines()
                            .filter(line ->
                                    line.length() > 80 && line.strip().contains(" ") && !line.matches(" {8,}\\S.*"))
                            .forEach(wide::add);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void an_option_to_copy_is_never_broken() {
        for (String lang : List.of("it", "en")) {
            Run run = run("", "diagnose", "--lang", lang, "examples/classic-report.txt");
            assertThat(run.lines())
                    .anyMatch(line -> line.endsWith(" --context sent-by=application"))
                    .noneMatch(line -> line.endsWith("--context") || line.length() > 80 && line.contains("--context"));
        }
    }

    @Test
    void of_headers_alone_no_reply_claims_that_the_message_was_lost() {
        Run run = run("", "diagnose", "--lang", "en", "--format", "reply", "examples/intestazioni-dmarc.txt");
        assertThat(run.out()).contains("This reply is about the message").doesNotContain("delivered.");
    }

    @Test
    void json_has_the_fields_of_the_contract() {
        Run run = run(
                "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; Sender not in allowed-senders list",
                "diagnose",
                "--format",
                "json",
                "--lang",
                "it");
        JsonNode tree = run.json();
        assertThat(tree.propertyNames())
                .containsExactly("id", "lang", "language", "report", "error", "findings", "failures", "message");
        JsonNode failure = tree.get("failures").get(0);
        assertThat(failure.propertyNames())
                .containsExactly(
                        "recipient",
                        "action",
                        "reply",
                        "status",
                        "text",
                        "servers",
                        "diagnosis",
                        "findings",
                        "alternatives",
                        "questions",
                        "guidance");
        assertThat(failure.get("reply").asInt()).isEqualTo(550);
        assertThat(failure.get("status").asString()).isEqualTo("5.7.124");
        assertThat(failure.get("diagnosis").propertyNames())
                .containsExactly(
                        "id",
                        "certainty",
                        "permanence",
                        "retry",
                        "responsible",
                        "then",
                        "category",
                        "rule",
                        "evidence");
        assertThat(failure.get("guidance").propertyNames())
                .containsExactly("title", "cause", "short", "do", "admin", "commands", "links", "custom", "steps");
    }

    @Test
    void the_rules_line_is_that_of_the_word_rule() throws IOException {
        JsonNode rule = run("5.7.124", "diagnose", "--format", "json")
                .json()
                .get("failures")
                .get(0)
                .get("diagnosis")
                .get("rule");
        String line = Files.readAllLines(Path.of(rule.get("file").asString()))
                .get(rule.get("line").asInt() - 1);
        assertThat(line).isEqualTo("rule \"" + rule.get("name").asString() + "\"");
    }

    @Test
    void each_line_in_gives_one_line_out_whatever_it_holds() {
        String in =
                "{\"id\":\"a\",\"message\":\"5.7.124\",\"lang\":\"en\"}\n{not json\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"message\":\"\"}\n"
                        + "{\"id\":\"d\",\"message\":\"5.7.1\",\"context\":{\"recipient-knd\":\"group\"},\"lang\":\"en\"}\n"
                        + "{\"id\":\"e\",\"message\":\"5.7.1\",\"context\":{\"recipient-kind\":\"grup\"}}\n{\"id\":\"f\",\"message\":\"5.7.1\",\"lang\":\"xx\"}\n"
                        + "{\"id\":\"g\",\"message\":\"5.7.1234\"}\n[1]\n";
        Run run = run(in, "diagnose", "--input", "ndjson", "--format", "ndjson", "--lang", "it");
        List<JsonNode> results = run.out().lines().map(Run::json).toList();
        assertThat(results)
                .extracting(r -> r.get("id").isNull() ? null : r.get("id").asString())
                .containsExactly("a", null, "b", "c", "d", "e", "f", "g", null);
        assertThat(results)
                .extracting(r -> r.get("error").isNull()
                        ? null
                        : r.get("error").get("code").asString())
                .containsExactly(
                        null,
                        "bad-json",
                        "bad-json",
                        "empty",
                        "bad-context",
                        "bad-context",
                        "bad-language",
                        "bad-code",
                        "bad-json");
        assertThat(results.get(4).get("error").get("message").asString()).contains("Did you mean recipient-kind?");
        assertThat(results.get(5).get("error").get("message").asString()).contains("Forse si intendeva group?");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void the_exit_status_tells_how_it_went() throws IOException {
        Path report = Files.writeString(folder.resolve("a.txt"), "550 5.1.1 User unknown");
        Path lunch = Files.writeString(
                folder.resolve("b.txt"),
                "From: anna@contoso.com\nTo: luca@fabrikam.com\nSubject: Pranzo?\n\nCi vediamo alle 13?\n");
        assertThat(run("", "diagnose", report.toString()).status()).isZero();
        assertThat(run("", "diagnose", report.toString(), lunch.toString()).status())
                .isEqualTo(1);
        assertThat(run("", "diagnose", lunch.toString()).status()).isEqualTo(3);
        assertThat(run("", "diagnose", "--lang", "it", folder.resolve("c.txt").toString()))
                .matches(r -> r.status() == 3 && r.err().contains("non esiste"));
        assertThat(run("", "diagnose", folder.toString()).status()).isEqualTo(3);
        Run some = run("", "diagnose", folder.resolve("c.txt").toString(), report.toString());
        assertThat(some.status()).isEqualTo(1);
        assertThat(some.out()).contains("recipient.not-found");
    }

    @Test
    void wrong_usage_is_a_sentence_with_what_was_meant() {
        record Wrong(String sentence, String... arguments) {}
        for (Wrong wrong : List.of(
                new Wrong("Forse si intendeva --format?", "diagnose", "--lang", "it", "--fromat", "json"),
                new Wrong("Forse si intendeva ndjson?", "diagnose", "--lang", "it", "--format", "ndjso"),
                new Wrong(
                        "Forse si intendeva recipient-kind?",
                        "diagnose",
                        "--lang",
                        "it",
                        "--context",
                        "recipient-kin=group"),
                new Wrong("Did you mean it? Possible: en and it.", "diagnose", "--lang", "italain"),
                new Wrong("nome=valore", "diagnose", "--lang", "it", "--context", "group"),
                new Wrong("da 1 a 2000", "diagnose", "--lang", "it", "--limit", "tanto"),
                new Wrong("da 1 a 2000", "diagnose", "--lang", "it", "--limit=0"),
                new Wrong("vuole un numero", "diagnose", "--lang", "it", "--context", "group-members=tanti"),
                new Wrong("Did you mean diagnose?", "diagnos", "--lang", "en"))) {
            Run run = run("5.7.1", wrong.arguments());
            assertThat(run.status()).as(wrong.sentence()).isEqualTo(2);
            assertThat(run.err()).contains(wrong.sentence());
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void a_broken_rule_is_told_with_its_place() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.copy(Path.of("rules/vocabulary.drl"), rules.resolve("vocabulary.drl"));
        Files.copy(Path.of("rules/context.tsv"), rules.resolve("context.tsv"));
        Files.writeString(rules.resolve("routing.drl"), """
                package rules

                rule "routing.loop"
                    @source("a test") @responsible("recipient-admin") @category("routing-loop")
                when
                    $status : Statsu( code == "5.4.6" )
                then
                    conclude.certain("routing.loop", $status);
                end
                """);
        Run run = run("5.4.6", "diagnose", "--rules", rules.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("routing.drl:6", "Statsu", "Status");
    }

    @Test
    void too_much_is_said_so() {
        Run run = run("x".repeat(3 << 20), "diagnose", "--limit", "1", "--lang", "en");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("over the limit");
    }
}
