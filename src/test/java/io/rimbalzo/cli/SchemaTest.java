package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.knowledge.ResultSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rimbalzo schema}, and the lines that {@code diagnose} writes for whatever it is fed. */
class SchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void home() {
        System.setProperty("rimbalzo.home", Path.of("").toAbsolutePath().toString());
    }

    private int run(String in, String... arguments) {
        return Main.run(
                arguments,
                new Terminal(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
    }

    @Test
    void the_schema_of_results_and_of_lines_is_printed() {
        assertThat(run("", "schema")).isZero();
        JsonNode result = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(result.get("title").asString()).isEqualTo("Result");
        out.reset();
        assertThat(run("", "schema", "--of", "submission")).isZero();
        assertThat(JSON.readTree(out.toString(StandardCharsets.UTF_8))
                        .get("title")
                        .asString())
                .isEqualTo("Submission");
        assertThat(err.size()).isZero();
    }

    @Test
    void another_schema_is_a_sentence_with_what_was_meant() {
        assertThat(run("", "schema", "--of", "submision", "--lang", "it")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Forse si intendeva submission? Sono possibili: result e submission.");
        assertThat(out.size()).isZero();
    }

    @Test
    void every_line_that_comes_out_is_what_the_schema_says() {
        String in = String.join(
                "\n",
                "{\"id\":1,\"message\":\"5.7.124\",\"lang\":\"de-CH, it;q=0.8\"}",
                "{not json",
                "{\"id\":\"b\"}",
                "{\"id\":\"c\",\"message\":\"\"}",
                "{\"id\":\"d\",\"message\":\"5.7.1\",\"context\":{\"recipient-knd\":\"group\"}}",
                "{\"id\":\"e\",\"message\":\"5.7.1\",\"lang\":\"xx\"}",
                "{\"id\":\"f\",\"message\":\"5.7.1234\"}",
                "{\"id\":\"g\",\"message\":\"550 5.1.1 User unknown\",\"context\":{\"group-members\":6000}}",
                "[1]",
                "{\"id\":\"h\",\"message\":\"" + "x".repeat(2 << 20) + "\"}");
        run(in, "diagnose", "--input", "ndjson", "--format", "ndjson", "--lang", "it", "--limit", "1");
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .hasSize(10)
                .allSatisfy(line -> assertThat(ResultSchema.complaints(line)).isEmpty());
        assertThat(lines)
                .extracting(line -> JSON.readTree(line).at("/error/code").asString(""))
                .containsExactly(
                        "",
                        "bad-json",
                        "bad-json",
                        "empty",
                        "bad-context",
                        "bad-language",
                        "bad-code",
                        "",
                        "bad-json",
                        "too-large");
        assertThat(JSON.readTree(lines.get(0)).at("/language/used").asString()).isEqualTo("it");
    }
}
