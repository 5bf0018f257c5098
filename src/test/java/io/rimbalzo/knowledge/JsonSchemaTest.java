package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rimbalzo.Submission;
import io.rimbalzo.check.Case;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.JsonSchema;
import io.rimbalzo.rule.About;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the program writes is what its schema says, field by field. */
class JsonSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CORPUS = Path.of("../shared/corpus/emails");

    private static String answer(byte[] content, Map<String, String> context, String lang) {
        return Json.line(Knowledge.rimbalzo().diagnose(new Submission("7", content, context, lang)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "submission"})
    void the_schemas_are_schemas(String name) {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(ResultSchema.complaints(meta, JSON.readTree(JsonSchema.of(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en-GB"})
    void each_case_and_example_gives_what_the_schema_says(String lang) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Case one : Knowledge.cases()) {
            String result = answer(one.text().getBytes(StandardCharsets.UTF_8), one.context(), lang);
            ResultSchema.complaints(result).forEach(c -> wrong.add(one.place() + ": " + c));
        }
        for (Path example : files(Path.of("examples"))) {
            ResultSchema.complaints(answer(Files.readAllBytes(example), Map.of(), lang))
                    .forEach(c -> wrong.add(example + ": " + c));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_real_bounce_gives_what_the_schema_says() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS));
        List<String> wrong = new ArrayList<>();
        for (Path file : files(CORPUS)) {
            for (String lang : List.of("it", "en")) {
                ResultSchema.complaints(answer(Files.readAllBytes(file), Map.of(), lang))
                        .forEach(c -> wrong.add(CORPUS.relativize(file) + ": " + c));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void an_error_gives_what_the_schema_says() {
        TreeSet<String> codes = new TreeSet<>();
        Map<String, String> lines = Map.of(
                "", "it", "Ci vediamo alle 13?", "en", "5.7.1234", "it", "5.7.1", "xx", "\u0000\u0001\u0002", "it");
        lines.forEach((text, lang) -> {
            Result result = Knowledge.rimbalzo().diagnose(Submission.of(text, lang));
            codes.add(result.error().code());
            assertThat(ResultSchema.complaints(Json.line(result))).as(text).isEmpty();
        });
        assertThat(codes).containsExactly("bad-code", "bad-language", "empty", "not-a-report", "unreadable");
    }

    /** Categories, and who must act, are closed lists of ours: the schema names all that the rules may. */
    @Test
    void the_lists_of_the_schema_hold_what_the_rules_say() {
        JsonNode diagnosis = JSON.readTree(JsonSchema.of("result")).at("/$defs/diagnosis/properties");
        for (About about : Knowledge.rimbalzo().rules().about().values()) {
            assertThat(values(diagnosis.at("/category/enum"))).contains(about.category());
            assertThat(values(diagnosis.at("/responsible/enum"))).contains(about.responsible());
        }
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asString()));
        return values;
    }

    @Test
    void the_strict_form_finds_what_is_wrong() {
        ObjectNode result =
                (ObjectNode) JSON.readTree(answer("5.7.124".getBytes(StandardCharsets.UTF_8), Map.of(), "it"));
        assertThat(ResultSchema.complaints(result.toString())).isEmpty();
        List<String> pointers = List.of(
                "",
                "/language",
                "/report",
                "/failures/0",
                "/failures/0/servers",
                "/failures/0/diagnosis",
                "/failures/0/diagnosis/rule",
                "/failures/0/diagnosis/evidence/0",
                "/failures/0/guidance",
                "/message",
                "/message/authentication");
        for (String pointer : pointers) {
            ObjectNode changed = result.deepCopy();
            ((ObjectNode) changed.at(pointer)).put("more", 1);
            assertThat(ResultSchema.complaints(changed.toString())).as(pointer).isNotEmpty();
        }
        for (String pointer : pointers) {
            ObjectNode changed = result.deepCopy();
            ObjectNode object = (ObjectNode) changed.at(pointer);
            object.remove(object.propertyNames().iterator().next());
            assertThat(ResultSchema.complaints(changed.toString())).as(pointer).isNotEmpty();
        }
        ObjectNode changed = result.deepCopy();
        ((ObjectNode) changed.at("/failures/0/diagnosis")).put("category", "other");
        assertThat(ResultSchema.complaints(changed.toString())).isNotEmpty();
    }

    @Test
    void lines_of_input_are_told_from_others() {
        for (String line : List.of(
                "{\"message\": \"5.7.1\"}",
                "{\"id\": 7, \"message\": \"\", \"context\": {\"group-members\": 6000}, \"lang\": \"it-CH\", \"more\": 1}",
                "{\"id\": null, \"message\": \"5.7.1\", \"context\": null, \"lang\": null}")) {
            assertThat(ResultSchema.complaintsOfLine(line)).as(line).isEmpty();
        }
        for (String line : List.of("{}", "[1]", "{\"message\": 5}", "{\"message\": \"\", \"context\": []}")) {
            assertThat(ResultSchema.complaintsOfLine(line)).as(line).isNotEmpty();
        }
    }
}
