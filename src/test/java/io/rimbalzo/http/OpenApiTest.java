package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final String JSON = "application/json";
    private static final String CARD = "application/vnd.microsoft.card.adaptive+json";
    private static final String SLACK = "application/vnd.slack.blocks+json";
    private static final String PREVIEW = "/v1/messages/preview";
    private static final String MESSAGE = "/v1/messages/it/internal/5.7.124";

    /** One call, the operation that it is one of, and what should come back. */
    private record Call(
            String operation, String method, String path, String type, String body, String accept, int status) {

        Call(String operation, String path, String accept, int status) {
            this(operation, "GET", path, null, null, accept, status);
        }
    }

    private static final String TEXT = "{\"text\": \"<B>Il gruppo è riservato</B>\"}";
    private static final String MAKE =
            "{\"language\": \"it\", \"internal\": true, \"dsnCode\": \"5.7.124\", \"text\": \"%s\"}";
    private static final String QUOTA =
            "{\"language\": \"it\", \"quotaMessageType\": \"WarningMailbox\", \"text\": \"Casella quasi piena\"}";
    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + TestServer.BOUNCE
                    + "\r\n--b--\r\n";

    private static final List<Call> CALLS = List.of(
            new Call("diagnose", "POST", "/v1/diagnose", JSON, "{\"message\": \"5.1.1\"}", JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/html", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/markdown", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/plain", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, CARD, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, SLACK, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "message/rfc822", TestServer.BOUNCE, JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "application/vnd.ms-outlook", "x", JSON, 422),
            new Call("diagnose", "POST", "/v1/diagnose", "multipart/form-data; boundary=b", FORM, JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "multipart/form-data; boundary=c", FORM, JSON, 400),
            new Call("diagnose", "POST", "/v1/diagnose", JSON, "[]", JSON, 400),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "x", "image/png", 406),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "5.1.1 ".repeat(20_000), JSON, 413),
            new Call("diagnose", "POST", "/v1/diagnose", "image/png", "x", JSON, 415),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "Buongiorno a tutti", JSON, 422),
            new Call("listDiagnoses", "/v1/diagnoses", JSON, 200),
            new Call("listDiagnoses", "/v1/diagnoses?q=cassetta+piena&lang=it", JSON, 200),
            new Call("listDiagnoses", "/v1/diagnoses", "text/html", 406),
            new Call("listDiagnoses", "/v1/diagnoses?lang=ja", JSON, 422),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-large", JSON, 200),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-large", "text/markdown", 200),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-larg", JSON, 404),
            new Call("getDiagnosis", "/v1/diagnoses/access", JSON, 404),
            new Call("explainCode", "/v1/codes/5.7.124", JSON, 200),
            new Call("explainCode", "/v1/codes/550", "text/plain", 200),
            new Call("explainCode", "/v1/codes/mailbox", JSON, 404),
            new Call("listRules", "/v1/rules", JSON, 200),
            new Call("listRules", "/v1/rules?name=tls&name=network", "text/html", 200),
            new Call("listRules", "/v1/rules?name=nothing", JSON, 404),
            new Call("listLanguages", "/v1/languages", JSON, 200),
            new Call("getSchema", "/v1/schema", "application/schema+json", 200),
            new Call("getSchema", "/v1/schema?of=submission", "*/*", 200),
            new Call("getSchema", "/v1/schema?of=results", "*/*", 404),
            new Call("getDescription", "/openapi.json", JSON, 200),
            new Call("isAlive", "/healthz", JSON, 200),
            new Call("isReady", "/readyz", JSON, 200),
            new Call("getMetrics", "/metrics", "text/plain", 200),
            new Call("getMessage", MESSAGE, JSON, 404),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("Riservato"), JSON, 201),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("Riservato"), JSON, 409),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("<I>Riservato</I>"), JSON, 422),
            new Call("previewMessage", "POST", PREVIEW, JSON, MAKE.formatted("Riservato"), JSON, 200),
            new Call("previewMessage", "POST", PREVIEW, JSON, QUOTA, JSON, 200),
            new Call("previewMessage", "POST", PREVIEW, JSON, MAKE.formatted("<I>Riservato</I>"), JSON, 422),
            new Call("listMessages", "/v1/messages", JSON, 200),
            new Call("getMessage", MESSAGE, JSON, 200),
            new Call("getMessage", "/v1/messages/it/internal/9.7.124", JSON, 422),
            new Call("setMessage", "PUT", MESSAGE, JSON, TEXT, JSON, 200),
            new Call("setMessage", "PUT", MESSAGE, JSON, "{\"text\": \"<U>\"}", JSON, 422),
            new Call("removeMessage", "DELETE", MESSAGE, null, null, JSON, 204),
            new Call("removeMessage", "DELETE", MESSAGE, null, null, JSON, 404));

    /** What no test can bring about at will. */
    private static final Set<String> RARE = Set.of("diagnose 429", "previewMessage 429", "isReady 503");

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
        for (Call call : CALLS) {
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
        CALLS.forEach(call -> called.add(call.operation() + " " + call.status()));
        assertThat(called).containsAll(described);
        assertThat(described).hasSizeGreaterThan(30);
    }

    @Test
    void every_form_of_an_answer_is_described() {
        JsonNode answer = operations().get("diagnose").at("/responses/200/content");
        assertThat(answer.propertyNames()).containsExactlyInAnyOrderElementsOf(Representation.TYPES);
    }

    @Test
    void whoever_has_no_token_changes_nothing() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Call call : CALLS) {
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
