package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code rimbalzo check}: what is wrong is told with its place, and with what was possible. */
class CheckCommandTest extends KnowledgeTrial {

    @Test
    void where_nothing_is_wrong_the_figures_are_told() {
        Trial.Run run = knowledge.run("check", "--lang", "it");
        assertThat(run.out())
                .startsWith("Nulla da segnalare: 2 regole, 2 casi, ")
                .endsWith(" testi in en, it.\n");
        assertThat(run.status()).isZero();
        assertThat(knowledge.run("check", "--lang", "en").out())
                .startsWith("Nothing to complain of: 2 rules, 2 cases, ");
        assertThat(knowledge.run("check", "--format", "json").out().strip()).isEqualTo("[ ]");
    }

    @Test
    void a_broken_file_does_not_hide_what_is_wrong_in_others() throws IOException {
        knowledge.with(DRL, "Reply( says(\"box is full\") )", "Reply( says(\"box is full\" )");
        knowledge
                .with(CASES, "expect: post.full", "expct: post.full")
                .with(EN, "post.lost.title = ", "post.lost.title ");
        knowledge.write(
                "rules/letter.drl",
                "package rules\n\nrule \"letter.torn\"\n    @sorce(\"a\")\nwhen\n    $s : Spff()\nthen\n    conclude.sure(\"letter.torn\", $s);\nend\n");
        List<String> lines = knowledge.run("check", "--lang", "en").lines();
        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "rules/letter.drl:4:5: rule “letter.torn”: there is no annotation “@sorce”. Did you mean source?"),
                        line -> assertThat(line)
                                .startsWith(
                                        "rules/letter.drl:6:5: rule “letter.torn”: there is no fact “Spff”. Did you mean Spf?"),
                        line -> assertThat(line)
                                .startsWith("rules/letter.drl:8:14: rule “letter.torn”: there is no verb “sure”."),
                        line -> assertThat(line).startsWith("rules/post.cases:10:1: above the text"),
                        line -> assertThat(line).isEqualTo("rules/post.drl:18:19: this bracket is not closed"),
                        line -> assertThat(line).startsWith("i18n/post_en.properties:1:1: this line is neither"),
                        line -> assertThat(line).startsWith("i18n/post_en.properties:4:1: post.lost.title is missing"),
                        line -> assertThat(line).isEqualTo("The cases were not run: the rules come first."),
                        line -> assertThat(line).isEqualTo("To put right: 7; files: 4."));
    }

    @Test
    void programs_get_the_complaints_as_json() throws IOException {
        knowledge.with(DRL, "$reply : Reply( says(\"box", "$reply : Repyl( says(\"box");
        JsonNode told =
                knowledge.run("check", "--format", "json", "--lang", "it").json();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("file").asString()).endsWith("rules/post.drl");
        assertThat(told.get(0).path("line").asInt()).isEqualTo(18);
        assertThat(told.get(0).path("column").asInt()).isEqualTo(5);
        assertThat(told.get(0).path("rule").asString()).isEqualTo("post.full");
        assertThat(told.get(0).path("kind").asString()).isEqualTo("rule.unknown-fact");
        assertThat(told.get(0).path("suggestion").asString()).isEqualTo("Reply");
        assertThat(told.get(0).path("message").asString()).startsWith("non esiste il fatto «Repyl».");
    }

    @Test
    void two_rules_that_are_certain_of_different_things_are_told() throws IOException {
        knowledge
                .with(DRL, "conclude.likely(\"post.full\"", "conclude.certain(\"post.full\"")
                .with(DRL, "says(\"hop count exceeded\")", "says(\"hop count exceeded\", \"the letter box is full\")");
        assertThat(knowledge.run("check", "--lang", "en").lines())
                .first()
                .asString()
                .isEqualTo("rules/post.cases:10:9: expected post.full, got post.lost, post.full:"
                        + " “post.lost” (rules/post.drl:4) and “post.full” are both certain");
        knowledge.with(CASES, "expect: post.full", "expect: post.lost, post.full");
        assertThat(knowledge.run("check").status()).isZero();
    }

    @Test
    void a_certainty_that_nobody_would_be_told_is_told() throws IOException {
        String other = """

                rule "post.full (code)"
                    @source("a page")
                when
                    $status : Status( code == "5.4.14" )
                then
                    conclude.certain("post.full", $status);
                end
                """;
        knowledge.write(DRL, knowledge.read(DRL) + other);
        assertThat(knowledge.run("check", "--lang", "it").lines())
                .first()
                .asString()
                .startsWith("rules/post.cases:4:9: anche «post.full (code)» (rules/post.drl:23) è certa di post.full, e"
                        + " nessuno lo viene a sapere: ");
    }

    @Test
    void a_rule_that_can_never_be_the_diagnosis_is_told() throws IOException {
        String shadow = """

                rule "post.full (code)"
                    @source("a page")
                when
                    $status : Status( code == "5.4.14" )
                then
                    conclude.possible("post.full", $status);
                end

                rule "post.lost (codes)"
                    @source("a page")
                when
                    $status : Status( within("5.4.x") )
                then
                    conclude.certain("post.lost", $status);
                end
                """;
        knowledge.write(DRL, knowledge.read(DRL) + shadow);
        assertThat(knowledge.run("check", "--lang", "en").lines())
                .first()
                .asString()
                .isEqualTo("rules/post.drl:23:1: rule “post.full (code)”: post.full can never be the diagnosis by this"
                        + " rule: “post.lost (codes)” (rules/post.drl:31) matches whenever it does, and has the word");
        knowledge.with(DRL, "within(\"5.4.x\")", "within(\"5.4.10-13\", \"5.4.15-20\")");
        assertThat(knowledge.run("check", "--lang", "en").out()).doesNotContain("can never be the diagnosis");
    }

    @Test
    void what_a_third_language_lacks_is_a_line_for_each_file() throws IOException {
        knowledge.write("i18n/post_de.properties", "post.lost.title = Verloren\n");
        Trial.Run run = knowledge.run("check", "--lang", "en");
        assertThat(run.lines())
                .contains(
                        "i18n/post_de.properties:1:1: 6 of 7 texts are not in this language; English stands in for them")
                .contains("i18n/context_de.properties:1:1: the file is missing: 3 texts are not in this language");
        assertThat(run.lines()).hasSizeLessThan(8);
        assertThat(run.status()).isZero();
        knowledge.with("i18n/post_de.properties", "Verloren", "Verloren bei {recipientDomian}");
        assertThat(knowledge.run("check", "--lang", "en").lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("{recipientDomian} is not a value we read. Did you mean {recipientDomain}?"));
    }

    @Test
    void folders_that_cannot_be_used_are_wrong_usage() {
        Trial.Run run = knowledge.run("check", "--format", "jsno", "--lang", "en");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("“jsno” isn’t a format. Did you mean json?");
    }

    @Test
    void a_file_that_is_no_text_is_named_with_its_line() throws IOException {
        Files.write(
                folder.resolve("rules/more.drl"),
                "package rules\n// perch\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Trial.Run run = knowledge.run("check", "--lang", "it");
        assertThat(run.err()).isEqualTo("rimbalzo: rules/more.drl:2: questo non è UTF-8; salvare il file come UTF-8\n");
        assertThat(run.status()).isEqualTo(2);
        assertThat(knowledge.run("diagnose", "--lang", "en", "no-such-file").err())
                .isEqualTo("rimbalzo: rules/more.drl:2: this is not UTF-8; save the file as UTF-8\n");
    }

    @Test
    void who_asks_for_a_diagnosis_is_told_of_broken_rules_and_words_in_their_language() throws IOException {
        knowledge.with(DRL, "Reply( says(\"box", "Repyl( says(\"box");
        assertThat(knowledge.run("diagnose", "--lang", "it", "no-such-file").err())
                .contains("Le regole non si possono usare:")
                .contains(
                        "rules/post.drl:18:5: regola «post.full»: non esiste il fatto «Repyl». Forse si intendeva Reply?");
        knowledge.with(DRL, "Repyl( says(\"box", "Reply( says(\"box").with(IT, "post.full.title =", "post.full.title ");
        assertThat(knowledge
                        .run("diagnose", "--lang", "it", "examples/gruppo-riservato.eml")
                        .err())
                .contains("i18n/post_it.properties:8: questa riga non è né un commento (#) né «chiave = parole»");
    }

    /** Each of the bad files beside the small rules: refused at its lines, for its own reason. */
    @Test
    void every_bad_file_is_told_at_its_lines() throws IOException {
        Path bad = Path.of("src/test/resources/bad-rules");
        List<String> missed = new ArrayList<>();
        for (String expected : Files.readAllLines(bad.resolve("expected.tsv")).subList(1, 85)) {
            String[] parts = expected.split("\t", -1);
            Path copy = folder.resolve("rules").resolve(parts[0]);
            Files.copy(bad.resolve(parts[0]), copy);
            int dash = parts[1].indexOf('-');
            int first = Integer.parseInt(dash < 0 ? parts[1] : parts[1].substring(0, dash));
            int last = Integer.parseInt(parts[1].substring(dash + 1));
            boolean told = knowledge.run("check", "--lang", "it").lines().stream()
                    .filter(line -> line.startsWith("rules/" + parts[0] + ":"))
                    .mapToInt(line -> Integer.parseInt(line.split(":")[1]))
                    .anyMatch(line -> line >= first && line <= last);
            if (!told) {
                missed.add(expected);
            }
            Files.delete(copy);
        }
        assertThat(missed).isEmpty();
    }

    @AfterAll
    static void nothing_in_a_bad_file_ever_ran() {
        assertThat(System.getProperty("rimbalzo.smuggled")).isNull();
    }
}
