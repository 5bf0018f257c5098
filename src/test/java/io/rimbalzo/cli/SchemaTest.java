package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.knowledge.ResultSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code rimbalzo schema}, and the lines that {@code diagnose} writes for whatever it is fed. */
class SchemaTest {

    @Test
    void the_schema_of_results_and_of_lines_is_printed() {
        Trial.Run result = Trial.silent().run("schema");
        assertThat(result.json().get("title").asString()).isEqualTo("Result");
        Trial.Run submission = Trial.silent().run("schema", "--of", "submission");
        assertThat(submission.json().get("title").asString()).isEqualTo("Submission");
        assertThat(result.err() + submission.err()).isEmpty();
        assertThat(result.status() + submission.status()).isZero();
    }

    @Test
    void another_schema_is_a_sentence_with_what_was_meant() {
        Trial.Run run = Trial.silent().run("schema", "--of", "submision", "--lang", "it");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Forse si intendeva submission? Sono possibili: result e submission.");
        assertThat(run.out()).isEmpty();
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
        Trial.Run run = Trial.reading(in)
                .run("diagnose", "--input", "ndjson", "--format", "ndjson", "--lang", "it", "--limit", "1");
        List<String> lines = run.lines();
        assertThat(lines)
                .hasSize(10)
                .allSatisfy(line -> assertThat(ResultSchema.complaints(line)).isEmpty());
        assertThat(lines)
                .extracting(line -> Trial.Run.json(line).at("/error/code").asString(""))
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
        assertThat(Trial.Run.json(lines.get(0)).at("/language/used").asString()).isEqualTo("it");
    }
}
