package io.rimbalzo.knowledge;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rimbalzo.render.JsonSchema;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas; results are held to a strict form of theirs, in which every field must be described. */
public final class ResultSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema STRICT = schema(closed(JSON.readTree(JsonSchema.of("result"))));
    private static final Schema SUBMISSION = schema(JSON.readTree(JsonSchema.of("submission")));

    private ResultSchema() {}

    /** What is wrong with a result, one sentence each. */
    public static List<String> complaints(String result) {
        return complaints(STRICT, JSON.readTree(result));
    }

    static List<String> complaintsOfLine(String line) {
        return complaints(SUBMISSION, JSON.readTree(line));
    }

    static List<String> complaints(Schema schema, JsonNode node) {
        return schema
                .validate(node, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(ResultSchema::sentence)
                .toList();
    }

    private static String sentence(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }

    static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** The same with no field allowed that is not described. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            boolean describes = object.path("properties").isObject() && object.has("required");
            if (describes && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.properties().stream().map(Map.Entry::getValue).forEach(ResultSchema::closed);
        }
        return schema;
    }
}
