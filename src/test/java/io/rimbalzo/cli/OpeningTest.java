package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An organization's own folder on the command line. */
class OpeningTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void site() throws IOException {
        Files.createDirectories(folder.resolve("site/rules"));
        Files.writeString(folder.resolve("site/rules/routing.drl"), """
                package rules

                // 550 5.7.950 Contoso: this message has been here before
                rule "routing.loop (Contoso)"
                    @source("us")
                when
                    $status : Status( code == "5.7.950" )
                then
                    conclude.certain("routing.loop", $status);
                end
                """);
        Files.createDirectories(folder.resolve("site/i18n"));
        Files.writeString(folder.resolve("site/i18n/contoso_en.properties"), "routing.loop.do.sender.1 = Call 1234.\n");
    }

    private Trial.Run run(String... more) {
        return runAt(Trial.PROJECT, more);
    }

    private static Trial.Run runAt(Path home, String... more) {
        return Trial.reading("550 5.7.950 This message has been here before")
                .at(home)
                .with(more)
                .run("diagnose", "--lang", "en", "--format", "json");
    }

    private static void isTheSites(Trial.Run run) {
        JsonNode failure = run.json().get("failures").get(0);
        JsonNode rule = failure.get("diagnosis").get("rule");
        assertThat(failure.get("diagnosis").get("id").asString()).isEqualTo("routing.loop");
        assertThat(rule.get("file").asString()).isEqualTo("site/rules/routing.drl");
        assertThat(rule.get("line").asInt()).isEqualTo(4);
        assertThat(failure.get("guidance").get("do").get("sender"))
                .extracting(JsonNode::asString)
                .containsExactly("Call 1234.");
        assertThat(run.status()).isZero();
    }

    @Test
    void a_site_that_is_named_is_used_and_its_file_is_named() {
        isTheSites(run("--site", folder.resolve("site").toString()));
    }

    @Test
    void a_site_beside_the_program_is_used_without_being_named() {
        isTheSites(runAt(folder, "--rules", Trial.PROJECT + "/rules", "--i18n", Trial.PROJECT + "/i18n"));
        assertThat(runAt(folder, "--site", folder.resolve("site/rules").toString())
                        .out())
                .isEmpty();
    }

    @Test
    void a_folder_that_is_no_site_is_told() {
        Trial.Run rules = run("--site", folder.resolve("site/rules").toString());
        assertThat(rules.status()).isEqualTo(2);
        assertThat(rules.err()).contains("site/rules holds neither rules nor i18n");
        Trial.Run sight = run("--site", folder.resolve("sight").toString());
        assertThat(sight.status()).isEqualTo(2);
        assertThat(sight.err()).contains("There is no folder").contains("sight");
    }

    @Test
    void a_site_that_cannot_be_used_is_told_with_its_place() throws IOException {
        Path rules = folder.resolve("site/rules/routing.drl");
        Files.writeString(rules, Files.readString(rules).replace("routing.loop", "routing.lop"));
        Trial.Run run = run("--site", folder.resolve("site").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("  site/rules/routing.drl:4: rule “routing.lop (Contoso)”: no rule is named exactly");
    }
}
