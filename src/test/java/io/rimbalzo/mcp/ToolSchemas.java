package io.rimbalzo.mcp;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of the tools; answers are held to a strict form of theirs, in which every field must be described. */
final class ToolSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ToolSchemas() {}

    /** What is wrong with an answer, one sentence each. */
    static List<String> complaints(Map<String, Object> schema, Object answer) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed(JSON.valueToTree(schema)))
                .validate(JSON.<JsonNode>valueToTree(answer))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("properties").isObject() && object.path("type").isString()) {
                object.put("additionalProperties", false);
            }
            object.properties().stream().map(Map.Entry::getValue).forEach(ToolSchemas::closed);
        }
        return schema;
    }

    /** Where a schema has what some clients drop a tool for: references, types in lists, choices of schemas. */
    static List<String> notPlain(Map<String, Object> schema) {
        List<String> found = new ArrayList<>();
        notPlain("", JSON.valueToTree(schema), found);
        return found;
    }

    private static void notPlain(String at, JsonNode node, List<String> found) {
        if (List.of("$ref", "$defs", "anyOf", "oneOf", "allOf", "patternProperties").stream()
                        .anyMatch(node::has)
                || node.path("type").isArray()
                || node.path("enum").valueStream().anyMatch(value -> !value.isString())) {
            found.add(at);
        }
        node.properties().forEach(field -> notPlain(at + "/" + field.getKey(), field.getValue(), found));
    }
}
