package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rimbalzo.report.MethodResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Header fields that other projects labelled, where they lie beside this one. */
class HeaderVectorsTest {

    private static final Path VECTORS = Path.of("../shared/corpus/header-vectors.jsonl");

    /** A tenant's domain between two results is how Exchange Online writes: what others refuse, we must read. */
    private static final String MICROSOFT = "header.d=none;thehesiod.com;";

    private final List<JsonNode> vectors = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        assumeThat(Files.exists(VECTORS)).isTrue();
        JsonMapper json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(VECTORS)) {
            vectors.add(json.readTree(line));
        }
    }

    @Test
    void labelled_results_are_read_as_labelled() {
        int valid = 0;
        int refused = 0;
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors) {
            String input = vector.path("input").asString();
            List<MethodResult> found = AuthenticationResults.parse(input);
            if (vector.path("expected").has("authserv_id")) {
                valid++;
                String id = vector.path("expected").path("authserv_id").asString();
                boolean good =
                        id.equals(AuthenticationResults.authservId(input)) && agrees(vector.path("expected"), found);
                wrong.addAll(good ? List.of() : List.of(input + " -> " + found));
            } else if (vector.has("ok")
                            && !vector.path("ok").asBoolean()
                            && vector.path("labelled").asBoolean()
                    || vector.has("error") && !vector.path("error").isNull()) {
                refused++;
                wrong.addAll(
                        found.isEmpty() || input.contains(MICROSOFT) ? List.of() : List.of(input + " -> " + found));
            }
        }
        System.out.println("header vectors: " + valid + " valid and " + refused + " invalid ones labelled, "
                + wrong.size() + " read otherwise, " + vectors.size() + " in all");
        assertThat(wrong).isEmpty();
        assertThat(valid).isPositive();
    }

    private static boolean agrees(JsonNode expected, List<MethodResult> found) {
        return expected.has("go")
                ? go(expected.path("go").asString(), found)
                : structured(expected.path("results"), found);
    }

    private static boolean structured(JsonNode expected, List<MethodResult> found) {
        boolean same = expected.size() == found.size();
        for (int i = 0; same && i < found.size(); i++) {
            JsonNode result = expected.get(i);
            Map<String, String> properties = new HashMap<>();
            for (JsonNode property : result.path("properties")) {
                properties.put(
                        (property.path("type").asString() + "."
                                        + property.path("name").asString())
                                .toLowerCase(Locale.ROOT),
                        property.path("value").asString());
            }
            Map<String, String> dotted = new HashMap<>(found.get(i).properties());
            dotted.keySet().removeIf(name -> !name.contains("."));
            String reason = result.path("reason").isNull()
                    ? null
                    : result.path("reason").asString();
            same = result.path("method").asString().equals(found.get(i).method())
                    && result.path("result").asString().equals(found.get(i).result())
                    && Objects.equals(reason, found.get(i).reason())
                    && properties.equals(dotted);
        }
        return same;
    }

    /** Written as Go source: {@code &SPFResult{Value: ResultFail, Reason: "bad", From: "example.net"}}. */
    private static boolean go(String expected, List<MethodResult> found) {
        StringBuilder ours = new StringBuilder(found.isEmpty() ? "nil" : "[]Result{ ");
        for (MethodResult r : found) {
            String value = r.result().equals("hardfail")
                    ? "HardFail"
                    : r.result().substring(0, 1).toUpperCase(Locale.ROOT)
                            + r.result().substring(1);
            String reason = r.reason() == null ? "" : ", Reason: \"" + r.reason() + "\"";
            ours.append(
                    switch (r.method()) {
                        case "spf" ->
                            "&SPFResult{Value: Result" + value + reason + ", From: " + quoted(r, "smtp.mailfrom");
                        case "dkim" ->
                            "&DKIMResult{Value: Result" + value + reason + ", Identifier: " + quoted(r, "header.i");
                        default -> "&AuthResult{Value: Result" + value + reason + ", Auth: " + quoted(r, "smtp.auth");
                    });
        }
        return ours.append(found.isEmpty() ? "" : "}").toString().equals(expected);
    }

    private static String quoted(MethodResult result, String property) {
        return "\"" + result.properties().get(property) + "\"}, ";
    }

    @Test
    void every_other_field_tells_something() {
        for (JsonNode vector : vectors) {
            String kind = vector.path("kind").asString().toLowerCase(Locale.ROOT);
            String input = vector.path("input").asString();
            if (kind.endsWith("authentication-results")
                    && input.contains("=")
                    && !input.contains("policy.iprev=2001:")) {
                assertThat(AuthenticationResults.parse(input)).as(input).isNotEmpty();
            } else if (kind.equals("received-spf")) {
                assertThat(ReceivedSpf.parse(input)).as(input).isNotNull();
            } else if (kind.equals("x-forefront-antispam-report")) {
                assertThat(AntispamReport.forefront(input)).as(input).isNotEmpty();
            }
        }
    }
}
