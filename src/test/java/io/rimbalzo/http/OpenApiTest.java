package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rimbalzo.http.OpenApiCalls.Call;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every operation of the description is called, and every answer held against it: status, type and body. */
class OpenApiTest {

    /** What no test can bring about at will. */
    private static final Set<String> RARE = Set.of(
            "diagnose 429",
            "takeTurn 429",
            "previewMessage 429",
            "isReady 503",
            "answerRasa 422",
            "answerRasa 429",
            "answerDialogflow 422",
            "answerDialogflow 429");

    @TempDir
    static Path folder;

    private static TestServer server;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(
                folder,
                TestServer.quick(
                        100_000,
                        java.time.Duration.ofSeconds(20),
                        java.time.Duration.ofSeconds(30),
                        java.time.Duration.ofSeconds(60)));
        description = TestServer.json(server.get("/openapi.json"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static HttpResponse<String> send(Call call, boolean token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(call.path()))
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .header("Accept", call.accept());
        if (call.type() != null) {
            request.header("Content-Type", call.type());
        }
        if (token) {
            request.header("Authorization", "Bearer " + TestServer.TOKEN);
        }
        return server.send(request);
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new java.util.TreeMap<>();
        description
                .path("paths")
                .forEach(path -> path.forEach(operation ->
                        operations.put(operation.path("operationId").asString(), operation)));
        return operations;
    }

    /** What is wrong with a response, by the description. */
    private static List<String> complaints(Call call, HttpResponse<String> response) {
        JsonNode responses = operations().get(call.operation()).path("responses");
        JsonNode described = responses.path(String.valueOf(response.statusCode()));
        if (described.isMissingNode()) {
            return List.of(call + ": undescribed status " + response.statusCode() + " " + response.body());
        }
        if (response.body().isEmpty()) {
            return described.path("content").isEmpty() ? List.of() : List.of(call + ": no body");
        }
        String type = TestServer.type(response).replaceAll(";.*", "");
        JsonNode schema = described.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(call + ": undescribed type " + type);
        }
        if (!type.endsWith("json")) {
            return schema.path("type").asString("").equals("string")
                    ? List.of()
                    : List.of(call + ": not described as text");
        }
        return schema(schema).validate(TestServer.json(response)).stream()
                .map(error -> call + ": " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static Schema schema(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema.deepCopy());
        whole.set("components", description.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    @Test
    void every_answer_is_as_described() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Call call : OpenApiCalls.ALL) {
            HttpResponse<String> response = send(call, true);
            if (response.statusCode() != call.status()) {
                complaints.add(call + ": " + response.statusCode() + " " + response.body());
            }
            complaints.addAll(complaints(call, response));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_operation_and_every_status_described_is_called() {
        Set<String> described = new TreeSet<>();
        operations()
                .forEach((id, operation) -> operation
                        .path("responses")
                        .propertyNames()
                        .forEach(status -> described.add(id + " " + status)));
        described.removeIf(one -> one.endsWith(" default") || one.endsWith(" 401") || RARE.contains(one));
        Set<String> called = new TreeSet<>();
        OpenApiCalls.ALL.forEach(call -> called.add(call.operation() + " " + call.status()));
        assertThat(called).containsAll(described);
        assertThat(described).hasSizeGreaterThan(30);
    }

    @Test
    void whatever_is_served_is_described() {
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(server.served()).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void what_bots_send_is_described_as_they_send_it() {
        for (Call call : OpenApiCalls.ALL) {
            JsonNode described = operations().get(call.operation()).at("/requestBody/content/application~1json/schema");
            boolean asTheyDo = call.path().startsWith("/webhook/")
                    && call.status() == 200
                    && call.body().length() > 9;
            if (asTheyDo && !call.body().contains("unknown\",") && !call.body().contains("\"other\"")) {
                assertThat(schema(described).validate(Wire.JSON.readTree(call.body())))
                        .as(call.body())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_form_of_an_answer_is_described() {
        JsonNode answer = operations().get("diagnose").at("/responses/200/content");
        assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(Representation.TYPES);
    }

    @Test
    void whoever_has_no_token_changes_nothing() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Call call : OpenApiCalls.ALL) {
            if (!operations().get(call.operation()).path("security").isEmpty()) {
                HttpResponse<String> response = send(call, false);
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(TestServer.header(response, "WWW-Authenticate")).startsWith("Bearer");
                complaints.addAll(complaints(call, response));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_schema_that_an_answer_breaks_is_noticed() {
        JsonNode schema = Wire.JSON.readTree("{\"$ref\": \"#/components/schemas/Problem\"}");
        assertThat(schema(schema).validate(Wire.JSON.readTree("{\"status\": \"x\"}")))
                .isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> lost = new ArrayList<>();
        for (JsonNode reference : description.findValues("$ref")) {
            if (description.at(reference.asString().substring(1)).isMissingNode()) {
                lost.add(reference.asString());
            }
        }
        assertThat(lost).isEmpty();
    }
}
