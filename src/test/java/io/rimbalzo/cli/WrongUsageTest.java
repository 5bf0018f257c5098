package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed, the answer is one sentence for a person: what was read, and what was possible. */
class WrongUsageTest {

    private static final String GROUP = "examples/gruppo-riservato.eml";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hlep | 2 | “hlep” is not a command. Did you mean help? Possible: diagnose, explain,",
                "--verison | 2 | Did you mean --version?",
                "help diagnos | 2 | “diagnos” is not a command. Did you mean diagnose?",
                "diagnose -f | 2 | “-f” is not an option. Possible: --lang, --format,",
                "diagnose --mask=yes | 2 | --mask takes no value.",
                "diagnose --lang | 2 | The value of --lang is missing.",
                "diagnose --input jsn | 2 | “jsn” isn’t a value of --input. Possible: auto and ndjson.",
                "diagnose - a - | 2 | “-” is standard input and can be read only once.",
                "diagnose 5.7.124 | 3 | There is no file 5.7.124. What the code means is told by: rimbalzo explain 5.7.124",
                "diagnose -- --help | 3 | There is no file --help.",
                "check everything | 2 | “everything” is one too many. How to use the command is told by: rimbalzo help check",
                "schema result | 2 | “result” is one too many.",
                "schema --lang xx | 2 | There are no words in the language “xx”.",
                "check --lang xx | 2 | There are no words in the language “xx”.",
                "new a.b --lang xx | 2 | There are no words in the language “xx”.",
                "messages get --lang xx | 2 | There are no words in the language “xx”.",
                "messages | 2 | Say what to do: new, get, set,",
                "messages show | 2 | Name the text, for instance It\\Internal\\5.7.124",
                "messages get --format html | 2 | “html” isn’t a format. Possible: table, list, json, and csv.",
                "messages new --format xml | 2 | “xml” isn’t a format.",
                "messages import examples | 2 | examples is a folder: name the files in it.",
                "messages export --output no/such/folder | 2 | The file no/such/folder can’t be written.",
                "diagnose --unexplained no/such/folder | 2 | The file no/such/folder can’t be written.",
                "unexplained - - | 2 | “-” is standard input and can be read only once.",
            })
    void every_slip_is_a_sentence(String typed, int status, String sentence) {
        Run run = Trial.reading("5.1.1").run(typed.split(" "));
        assertThat(run.err()).startsWith("rimbalzo: ").contains(sentence).doesNotContain("Exception");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(status);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_in_the_language_asked_for_last() {
        Run run = Trial.silent()
                .run("diagnose", "--lang", "en", "--format", "q", "--context", "recipient-kind=x", "--lang", "it");
        assertThat(run.err())
                .isEqualTo(
                        "rimbalzo: «q» non è un formato. Sono possibili: text, markdown, html, json, ndjson e reply.\n"
                                + "rimbalzo: «x» non è un valore di recipient-kind. Sono possibili: mailbox, group, public-folder,"
                                + " mail-user e contact.\n");
    }

    @Test
    void of_an_option_given_twice_the_last_value_counts() {
        Run run =
                Trial.silent().run("diagnose", "--format", "text", "--lang=it", "--format=json", "--lang", "en", GROUP);
        assertThat(run.json().get("lang").asString()).isEqualTo("en");
        Run told = Trial.reading("550 5.7.1 RESOLVER.RST.NotAuthorized")
                .run("diagnose", "--context", "recipient-kind=mailbox", "--context=recipient-kind=group");
        assertThat(told.out()).contains("access.group");
    }

    @Test
    void what_a_name_hides_does_not_reach_the_terminal() throws IOException {
        String name = "a\u001B[31m\n\u202Eb.eml";
        Run missing = Trial.silent().run("diagnose", folder.resolve(name).toString());
        assertThat(missing.err()).endsWith("/a [31m b.eml.\n");
        Path lunch = Files.writeString(folder.resolve(name), "Lunch?");
        Path full = Files.writeString(folder.resolve("b\u001B.eml"), "550 5.1.1 User unknown");
        Run both = Trial.silent().run("diagnose", lunch.toString(), full.toString());
        assertThat(both.out() + both.err()).contains("== ", "[31m b.eml: ").doesNotContain("\u001B", "\u202E");
    }

    @Test
    void a_name_that_is_empty_is_told() {
        Run run = Trial.silent().speaking("it_IT.UTF-8").run("diagnose", "");
        assertThat(run.err()).isEqualTo("rimbalzo: Il nome di un file è vuoto.\n");
        assertThat(run.status()).isEqualTo(Main.NOTHING_READABLE);
    }

    @Test
    void help_is_a_word_like_others_among_arguments() {
        assertThat(Trial.silent().run("explain", "help", "desk").out()).startsWith("About this\n");
        assertThat(Trial.silent().run("explain", "help").out()).startsWith("rimbalzo explain [OPTIONS] WHAT...\n");
    }
}
