package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rimbalzo new}: a diagnosis is begun, nothing is lost, and check leads on. */
class NewCommandTest extends KnowledgeTrial {

    @Test
    void a_diagnosis_of_a_known_topic_is_appended_to_its_files() throws IOException {
        String before = knowledge.read("rules/post.drl");
        Trial.Run run = knowledge.run("new", "post.torn", "--lang", "it");
        assertThat(run.status()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "Cominciata:",
                        "  rules/post.cases:16",
                        "  rules/post.drl:24",
                        "  i18n/post_it.properties:13",
                        "  i18n/post_en.properties:13",
                        "Che cosa resta da scrivere lo dice: rimbalzo check");
        assertThat(knowledge.read("rules/post.drl"))
                .startsWith(before)
                .contains("rule \"post.torn\"\n    @source(\"TODO: chi lo dice: ");
        assertThat(knowledge.read("i18n/post_en.properties")).contains("post.torn.title = TODO: what happened");
        assertThat(knowledge.read("i18n/post_it.properties")).contains("post.torn.title = TODO: che cosa è successo");
    }

    @Test
    void what_is_begun_can_be_used_and_check_tells_what_is_still_to_be_written() {
        knowledge.run("new", "letter.torn", "--lang", "en");
        Trial.Run run = knowledge.run("check", "--lang", "en");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines())
                .hasSize(13)
                .startsWith(
                        "rules/letter.cases:4:5: still to be written: a title: who refuses what",
                        "rules/letter.cases:7:1: still to be written: paste here what came in, with names and addresses replaced",
                        "rules/letter.drl:6:4: still to be written: the line of the server that this rule explains")
                .contains("i18n/letter_it.properties:4:21: letter.torn.title: still to be written: che cosa è successo,"
                        + " in una riga di 80 caratteri al massimo, senza punto finale")
                .endsWith("To put right: 12; files: 4.");
    }

    @Test
    void the_three_steps_lead_to_a_diagnosis_that_is_complete() throws IOException {
        knowledge.run(
                "new",
                "letter.torn",
                "--lang",
                "en",
                "--text",
                "550 5.7.910 The \"letter\" was torn.",
                "--code",
                "5.7.910");
        assertThat(knowledge.read("rules/letter.drl"))
                .contains("// 550 5.7.910 The \"letter\" was torn.\n")
                .contains("    $reply : Reply( says(\"the \\\"letter\\\" was torn\") ) // TODO: the shortest phrase")
                .contains("\n    Status( code == \"5.7.910\" )\n");
        knowledge.with("rules/letter.cases", "TODO: a title: who refuses what", "The post refuses a torn letter");
        knowledge.with("rules/letter.drl", "TODO: who says so: the page and its row, or the standard", "a page");
        knowledge.write("rules/letter.drl", knowledge.read("rules/letter.drl").replaceAll(" // TODO:.*", ""));
        for (String language : List.of("it", "en")) {
            String file = "i18n/letter_" + language + ".properties";
            knowledge.write(file, knowledge.read(file).replaceAll("TODO:.*", "Parole"));
        }
        Trial.Run run = knowledge.run("check", "--lang", "it");
        assertThat(run.out()).startsWith("Nulla da segnalare: 3 regole, 3 casi");
        assertThat(knowledge.run("diagnose", "--lang", "it", "no-such-file").err())
                .contains("no-such-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post.lost | post.lost esiste già, in rules/post.drl:4 | post.lost exists already, at rules/post.drl:4",
                "post.lots | si scrive quasi come una conclusione che esiste. Forse si intendeva post.lost? | Did you mean post.lost?",
                "Post.Torn | «Post.Torn» non è il nome di una conclusione | “Post.Torn” is no name for a conclusion",
                "torn | «torn» non è il nome di una conclusione | “torn” is no name for a conclusion",
                "../a.b | «../a.b» non è il nome di una conclusione | “../a.b” is no name for a conclusion",
            })
    void a_name_that_cannot_be_new_changes_nothing(String id, String italian, String english) throws IOException {
        List<String> before = knowledge.everything();
        assertThat(knowledge.run("new", id, "--lang", "it").err()).contains(italian);
        Trial.Run run = knowledge.run("new", id, "--lang", "en");
        assertThat(run.err()).contains(english);
        assertThat(run.status()).isEqualTo(2);
        assertThat(knowledge.everything()).isEqualTo(before);
    }

    @Test
    void options_that_make_no_sense_change_nothing() throws IOException {
        List<String> before = knowledge.everything();
        assertThat(knowledge
                        .run("new", "post.torn", "--code", "910", "--lang", "en")
                        .err())
                .contains("“910” is no enhanced code");
        assertThat(knowledge
                        .run("new", "post.torn", "--text", " ", "--lang", "it")
                        .err())
                .contains("il testo è vuoto");
        assertThat(knowledge.run("new", "--lang", "it").err()).contains("Serve un nome");
        assertThat(knowledge.everything()).isEqualTo(before);
    }
}
