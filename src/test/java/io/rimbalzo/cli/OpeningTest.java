package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organization's own folder on the command line. */
class OpeningTest {

    private static final String PROJECT = Path.of("").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    private int status;
    private String err;

    @BeforeEach
    void site() throws IOException {
        System.setProperty("rimbalzo.home", PROJECT);
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

    @AfterEach
    void home() {
        System.setProperty("rimbalzo.home", PROJECT);
    }

    private String run(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"diagnose", "--lang", "en", "--format", "json"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        status = Main.run(
                arguments,
                new Terminal(
                        new ByteArrayInputStream(
                                "550 5.7.950 This message has been here before".getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8),
                        false));
        err = complaints.toString(StandardCharsets.UTF_8);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void isTheSites(String json) {
        JsonNode failure =
                JsonMapper.builder().build().readTree(json).get("failures").get(0);
        JsonNode rule = failure.get("diagnosis").get("rule");
        assertThat(failure.get("diagnosis").get("id").asString()).isEqualTo("routing.loop");
        assertThat(rule.get("file").asString()).isEqualTo("site/rules/routing.drl");
        assertThat(rule.get("line").asInt()).isEqualTo(4);
        assertThat(failure.get("guidance").get("do").get("sender"))
                .extracting(JsonNode::asString)
                .containsExactly("Call 1234.");
    }

    @Test
    void a_site_that_is_named_is_used_and_its_file_is_named() {
        isTheSites(run("--site", folder.resolve("site").toString()));
        assertThat(status).isZero();
    }

    @Test
    void a_site_beside_the_program_is_used_without_being_named() {
        System.setProperty("rimbalzo.home", folder.toString());
        isTheSites(run("--rules", PROJECT + "/rules", "--i18n", PROJECT + "/i18n"));
        assertThat(run("--site", folder.resolve("site/rules").toString())).isEmpty();
    }

    @Test
    void a_folder_that_is_no_site_is_told() {
        run("--site", folder.resolve("site/rules").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err).contains("site/rules holds neither rules nor i18n");
        run("--site", folder.resolve("sight").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err).contains("There is no folder").contains("sight");
    }

    @Test
    void a_site_that_cannot_be_used_is_told_with_its_place() throws IOException {
        Path rules = folder.resolve("site/rules/routing.drl");
        Files.writeString(rules, Files.readString(rules).replace("routing.loop", "routing.lop"));
        run("--site", folder.resolve("site").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err).contains("  site/rules/routing.drl:4: rule “routing.lop (Contoso)”: no rule is named exactly");
    }
}
