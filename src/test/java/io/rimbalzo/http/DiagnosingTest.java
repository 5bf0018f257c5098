package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What programs hand in and get back: forms, languages, problems. */
class DiagnosingTest {

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(folder, Bounds.DEFAULT);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static HttpResponse<String> text(String body, String... headers) throws Exception {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "text/plain";
        return server.post("/v1/diagnose", body, all);
    }

    @Test
    void a_line_of_the_contract_gives_its_result() throws Exception {
        HttpResponse<String> response = server.post(
                "/v1/diagnose",
                "{\"id\": \"7\", \"message\": \"550 5.7.124 x\", \"context\": {\"recipient-kind\": \"group\"}, \"lang\": \"it\"}",
                "Content-Type",
                "application/json; charset=utf-8");
        JsonNode result = TestServer.json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(result.path("id").asString()).isEqualTo("7");
        assertThat(result.path("lang").asString()).isEqualTo("it");
        assertThat(result.at("/failures/0/diagnosis/id").asString()).isEqualTo("access.group-sender-not-allowed");
        assertThat(TestServer.header(response, "Content-Language")).isEqualTo("it");
        assertThat(TestServer.header(response, "Vary")).contains("Accept", "Accept-Language");
    }

    @Test
    void a_mail_is_handed_in_as_it_is_or_by_a_form() throws Exception {
        byte[] mail = Files.readAllBytes(Path.of("examples/gruppo-riservato.eml"));
        HttpResponse<String> raw = server.post("/v1/diagnose", mail, "Content-Type", "message/rfc822");
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.eml\"\r\n"
                + "Content-Type: message/rfc822\r\n\r\n" + new String(mail, StandardCharsets.ISO_8859_1)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"lang\"\r\n\r\nen\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"context\"\r\n\r\nrecipient-kind=group\r\n--x--\r\n";
        HttpResponse<String> sent = server.post(
                "/v1/diagnose",
                form.getBytes(StandardCharsets.ISO_8859_1),
                "Content-Type",
                "multipart/form-data; boundary=\"x\"");
        assertThat(TestServer.json(raw).path("lang").asString()).isEqualTo("it");
        assertThat(TestServer.json(sent).path("lang").asString()).isEqualTo("en");
        String id = "/failures/0/diagnosis/id";
        assertThat(TestServer.json(raw).at(id).asString()).isEqualTo("access.group-sender-not-allowed");
        assertThat(TestServer.json(sent).at(id)).isEqualTo(TestServer.json(raw).at(id));
    }

    @Test
    void a_text_in_another_encoding_is_understood() throws Exception {
        byte[] text = "550 5.1.1 La casella «utente» non è più attiva".getBytes(Charset.forName("windows-1252"));
        HttpResponse<String> response =
                server.post("/v1/diagnose", text, "Content-Type", "text/plain; charset=windows-1252");
        assertThat(TestServer.json(response).at("/failures/0/text").asString()).contains("non è più attiva");
    }

    @Test
    void the_form_is_the_one_that_suits_best() throws Exception {
        Map<String, String> table = Map.of(
                "*/*", "application/json",
                "text/*", "text/html;charset=utf-8",
                "text/html,application/xhtml+xml,*/*;q=0.8", "text/html;charset=utf-8",
                "text/plain;q=0.2, text/markdown;q=0.9", "text/markdown;charset=utf-8",
                "image/png, application/json;q=0.1", "application/json");
        for (Map.Entry<String, String> row : table.entrySet()) {
            HttpResponse<String> response = text(TestServer.BOUNCE, "Accept", row.getKey());
            assertThat(TestServer.type(response)).as(row.getKey()).isEqualTo(row.getValue());
        }
        HttpResponse<String> none = text(TestServer.BOUNCE, "Accept", "image/png", "Accept-Language", "it");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(TestServer.json(none).path("detail").asString()).contains("text/markdown", "application/json");
    }

    @Test
    void the_language_is_that_of_the_query_then_of_the_header_then_the_reports_own() throws Exception {
        String italian =
                "Il messaggio non è stato recapitato a vendite@contoso.com. 550 5.7.124 Sender not in allowed-senders list";
        assertThat(lang(server.post("/v1/diagnose?lang=en", italian, plain("it"))))
                .isEqualTo("en");
        assertThat(lang(server.post("/v1/diagnose", italian, plain("fr-CH, en;q=0.5, it;q=0.1"))))
                .isEqualTo("en");
        assertThat(lang(server.post("/v1/diagnose", TestServer.BOUNCE, plain("it-CH"))))
                .isEqualTo("it");
        assertThat(lang(server.post(
                        "/v1/diagnose", Files.readAllBytes(Path.of("examples/gruppo-riservato.eml")), plain("ja"))))
                .isEqualTo("it");
    }

    private static String[] plain(String languages) {
        return new String[] {"Content-Type", "text/plain", "Accept-Language", languages};
    }

    private static String lang(HttpResponse<String> response) {
        return TestServer.json(response).path("lang").asString();
    }

    @Test
    void what_cannot_be_read_is_a_problem_in_the_readers_language() throws Exception {
        Map<String, Map.Entry<String, Integer>> table = Map.of(
                "Buongiorno", Map.entry("not-a-report", 422),
                "   ", Map.entry("empty", 422),
                "5.7.9999", Map.entry("bad-code", 422));
        for (Map.Entry<String, Map.Entry<String, Integer>> row : table.entrySet()) {
            HttpResponse<String> response = text(row.getKey(), "Accept-Language", "it");
            JsonNode problem = TestServer.json(response);
            assertThat(response.statusCode()).isEqualTo(row.getValue().getValue());
            assertThat(TestServer.type(response)).isEqualTo("application/problem+json");
            assertThat(TestServer.header(response, "Content-Language")).isEqualTo("it");
            assertThat(problem.path("code").asString()).isEqualTo(row.getValue().getKey());
            assertThat(problem.path("type").asString())
                    .isEqualTo("urn:rimbalzo:problem:" + row.getValue().getKey());
            assertThat(problem.path("status").asInt()).isEqualTo(row.getValue().getValue());
            assertThat(problem.path("instance").asString()).isEqualTo("/v1/diagnose");
            assertThat(problem.path("detail").asString()).isNotEmpty();
        }
    }

    @Test
    void what_is_told_beside_is_checked() throws Exception {
        String[] type = {"Content-Type", "text/plain"};
        HttpResponse<String> unknown =
                server.post("/v1/diagnose?context=recipient-kind%3Dgroop&lang=en", TestServer.BOUNCE, type);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(unknown).path("code").asString()).isEqualTo("bad-context");
        assertThat(TestServer.json(unknown).path("detail").asString()).contains("Did you mean group?");
        assertThat(TestServer.json(server.post("/v1/diagnose?context=group", TestServer.BOUNCE, type))
                        .path("code")
                        .asString())
                .isEqualTo("bad-context");
        assertThat(TestServer.json(server.post("/v1/diagnose?lang=ja", TestServer.BOUNCE, type))
                        .path("code")
                        .asString())
                .isEqualTo("bad-language");
    }

    @Test
    void a_path_or_method_that_is_none_is_a_problem_too() throws Exception {
        HttpResponse<String> path = server.get("/v1/nothing", "Accept-Language", "it");
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(path).path("detail").asString()).startsWith("In /v1/nothing non c’è nulla.");
        HttpResponse<String> method =
                server.send(HttpRequest.newBuilder(server.uri("/v1/rules")).DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(TestServer.header(method, "Allow")).isEqualTo("GET, HEAD");
        assertThat(TestServer.json(method).path("code").asString()).isEqualTo("method-not-allowed");
    }

    @Test
    void a_problem_is_in_utf_8() throws Exception {
        String head = "Accept-Language: it\r\nConnection: close\r\n";
        String local = "Host: 127.0.0.1\r\n";
        Map<String, String> table = Map.of(
                "GET /v1/niente HTTP/1.1\r\n" + local,
                "non c’è nulla",
                "GET /v1/codes/casella HTTP/1.1\r\n" + local,
                "«casella»",
                "POST /v1/diagnose?lang=ja HTTP/1.1\r\nContent-Length: 0\r\n" + local,
                "«ja»");
        for (Map.Entry<String, String> row : table.entrySet()) {
            // TestServer.raw reads the bytes as UTF-8, whatever the header says
            String response = server.raw(row.getKey() + head + "\r\n");
            assertThat(response)
                    .as(row.getKey())
                    .contains("Content-Type: application/problem+json\r\n", row.getValue());
        }
    }

    @Test
    void what_is_diagnosed_is_counted() throws Exception {
        text("550 5.7.124 Sender not in allowed-senders list");
        text("550 Blorb snark frobnicated");
        text("Buongiorno");
        String metrics = server.get("/metrics").body();
        assertThat(metrics)
                .containsPattern(
                        "rimbalzo_diagnoses_total\\{category=\"recipient-restricted\",certainty=\"certain\"} [1-9]")
                .containsPattern("rimbalzo_unreadable_total\\{code=\"not-a-report\"} [1-9]")
                .containsPattern(
                        "rimbalzo_http_requests_total\\{method=\"POST\",route=\"/v1/diagnose\",status=\"200\"} [1-9]")
                .containsPattern("rimbalzo_http_request_duration_seconds_count\\{route=\"/v1/diagnose\"} [1-9]")
                .containsPattern("rimbalzo_rules \\d{3}")
                .contains("rimbalzo_work_waiting 0.0", "rimbalzo_rules_refused 0.0", "rimbalzo_unexplained_total");
    }

    @Test
    void words_find_diagnoses_the_best_first() throws Exception {
        JsonNode found = TestServer.json(server.get("/v1/diagnoses?q=cassetta+piena&lang=it"));
        List<String> ids = found.path("diagnoses").findValuesAsString("id");
        assertThat(ids).isNotEmpty().hasSizeLessThan(51);
        assertThat(ids.get(0)).isEqualTo("mailbox.full");
        int all = TestServer.json(server.get("/v1/diagnoses")).path("diagnoses").size();
        assertThat(all).isGreaterThan(100);
    }

    @Test
    void a_page_may_not_be_framed_and_keeps_its_own_policy() throws Exception {
        HttpResponse<String> page = text(TestServer.BOUNCE, "Accept", "text/html");
        assertThat(TestServer.header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'")
                .endsWith("frame-ancestors 'none'");
        HttpResponse<String> catalogue = server.get("/v1/rules?name=tls", "Accept", "text/html");
        assertThat(TestServer.header(catalogue, "Content-Security-Policy")).contains("script-src 'sha256-");
    }
}
