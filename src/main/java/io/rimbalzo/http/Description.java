package io.rimbalzo.http;

import io.rimbalzo.render.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the interface (OpenAPI), made of the annotations when the program is compiled; what has a JSON Schema of
 * its own, a result above all, is described by that.
 */
final class Description {

    private static final String MADE = "/openapi-plugin/openapi-default.json";
    private static final String COMPONENTS = "#/components/schemas/";

    /** Those of this package, beside those of {@link JsonSchema}. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("Catalogue", "catalogue.schema.json"),
            Map.entry("Entry", "entry.schema.json"),
            Map.entry("Explanation", "explanation.schema.json"),
            Map.entry("AdaptiveCard", "card.schema.json"),
            Map.entry("SlackMessage", "blocks.schema.json"),
            Map.entry("JsonSchema", "any.schema.json"),
            Map.entry("Form", "form.schema.json"),
            Map.entry("Turn", "turn.schema.json"),
            Map.entry("RasaCall", "rasa-call.schema.json"),
            Map.entry("RasaAnswer", "rasa-answer.schema.json"),
            Map.entry("DialogflowCall", "dialogflow-call.schema.json"),
            Map.entry("DialogflowAnswer", "dialogflow-answer.schema.json"));

    /** The tags of what takes mail to be diagnosed. */
    private static final List<String> OF_MAIL = List.of("diagnosis", "bots");

    private @Nullable String text;

    synchronized String text() {
        if (text == null) {
            text = Wire.text(tree());
        }
        return text;
    }

    static ObjectNode tree() {
        ObjectNode tree = (ObjectNode) Wire.JSON.readTree(read(MADE));
        String version = Description.class.getPackage().getImplementationVersion();
        // the schemas are of draft 2020-12, which 3.1 knows
        tree.put("openapi", "3.1.0");
        tree.putObject("info")
                .put("title", "Rimbalzo")
                .put("version", version == null ? "0" : version)
                .put(
                        "description",
                        "Tells why mail bounced and what to do about it. Language models ask at /mcp, by the Model Context "
                                + "Protocol (streamable HTTP), which describes itself.");
        ObjectNode components = (ObjectNode) tree.path("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        ObjectNode schemas = (ObjectNode) components.path("schemas");
        schemas.forEach(Description::open);
        put(schemas, "Result", JsonSchema.of("result"));
        put(schemas, "Submission", JsonSchema.of("submission"));
        OWN.forEach((name, file) -> put(schemas, name, read(file)));
        tree.path("paths").forEach(path -> path.forEach(Description::otherwise));
        return tree;
    }

    /** Of a record: fields may be added, those that are absent are no null, and all others are there. */
    private static void open(JsonNode schema) {
        ArrayNode required =
                ((ObjectNode) schema).without(List.of("additionalProperties")).putArray("required");
        schema.path("properties").properties().forEach(property -> {
            boolean optional = property.getValue().path("nullable").asBoolean(false);
            ((ObjectNode) property.getValue()).remove("nullable");
            if (!optional) {
                required.add(property.getKey());
            }
        });
    }

    /** Of any route: what is wrong with a request as such, and faults of the server. */
    private static void otherwise(JsonNode operation) {
        ObjectNode responses = (ObjectNode) operation.path("responses");
        boolean mail = operation.path("tags").valueStream().anyMatch(tag -> OF_MAIL.contains(tag.asString()));
        if (mail && operation.has("requestBody")) {
            problem(responses, "406", "In none of these forms.");
            problem(responses, "413", "Over the limit.");
            problem(responses, "415", "A body of another type.");
            problem(responses, "429", "Too much at once: try again after Retry-After.");
        }
        problem(
                responses,
                "default",
                "The request cannot be used, there is too much at once (429), or the server is at fault.");
    }

    private static void problem(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject(Problem.TYPE)
                .putObject("schema")
                .put("$ref", COMPONENTS + "Problem");
    }

    private static String read(String resource) {
        try (InputStream in = Description.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema as a component; its definitions become components too: {@code ResultFailure} of {@code #/$defs/failure}. */
    private static void put(ObjectNode schemas, String name, String schema) {
        ObjectNode tree = (ObjectNode) Wire.JSON.readTree(schema);
        JsonNode definitions = tree.path("$defs");
        tree.remove(List.of("$schema", "$id", "$defs"));
        definitions.properties().forEach(one -> schemas.set(component(name, one.getKey()), one.getValue()));
        schemas.set(name, tree);
        point(tree, name);
        definitions.forEach(one -> point(one, name));
    }

    private static String component(String name, String definition) {
        return name + definition.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + definition.substring(1);
    }

    private static void point(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String to = object.path("$ref").asString();
            if (to.startsWith("#/$defs/")) {
                object.put("$ref", COMPONENTS + component(name, to.substring("#/$defs/".length())));
            }
        }
        node.forEach(child -> point(child, name));
    }
}
