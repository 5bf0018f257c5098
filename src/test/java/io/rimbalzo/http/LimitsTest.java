package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Too much, too slow, from elsewhere: what the server does not take, and that it goes on. */
@Timeout(60)
class LimitsTest {

    private static final int BYTES = 100_000;
    private static final Bounds BOUNDS =
            TestServer.quick(BYTES, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(4));

    /** Another face, which answers when it is told to. */
    private static final class Face implements Function<Mount.Call, Mount.Answer> {

        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch may = new CountDownLatch(1);

        @Override
        public Mount.Answer apply(Mount.Call call) {
            if (call.body().length == 0) {
                throw new IllegalStateException("secret trace");
            }
            asked.countDown();
            try {
                may.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Mount.Answer(200, "\"done\"");
        }
    }

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(folder, BOUNDS, new Mount("/face", new Face()));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String head(String more) {
        return "POST /v1/diagnose HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n" + more + "\r\n";
    }

    @Test
    void a_body_over_the_limit_is_refused_before_or_while_it_is_read() throws Exception {
        assertThat(server.raw(head("Content-Length: 2000000\r\n")))
                .startsWith("HTTP/1.1 413")
                .contains("\"too-large\"");
        byte[] much = "x".repeat(BYTES + 1).getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> chunked = server.send(TestServer.headers(
                        java.net.http.HttpRequest.newBuilder(server.uri("/v1/diagnose")), "Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(much))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void a_client_that_sends_a_byte_now_and_then_is_cut_off() throws Exception {
        for (String begin : List.of("GET /healthz HTTP/1.1\r\nHost: loc", head("Content-Length: 5000\r\n") + "550")) {
            long start = System.nanoTime();
            try (Socket socket = server.socket()) {
                socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
                assertThat(isClosedWhileDripping(socket)).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    }

    private static boolean isClosedWhileDripping(Socket socket) throws Exception {
        socket.setSoTimeout(200);
        InputStream in = socket.getInputStream();
        for (int i = 0; i < 60; i++) {
            try {
                socket.getOutputStream().write('a');
                if (in.read() < 0) {
                    return true;
                }
            } catch (java.net.SocketTimeoutException stillOpen) {
                continue;
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }

    @Test
    void many_slow_clients_keep_nobody_else_waiting() throws Exception {
        Socket[] slow = new Socket[60];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = server.socket();
            slow[i].getOutputStream().write(head("Content-Length: 5000\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        long start = System.nanoTime();
        HttpResponse<String> response = server.post("/v1/diagnose", TestServer.BOUNCE, "Content-Type", "text/plain");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void a_page_from_elsewhere_that_points_here_gets_nothing() throws Exception {
        String get = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
        for (String path : List.of("/healthz", "/v1/rules", "/face")) {
            assertThat(server.raw(get.formatted(path, "rebound.example")))
                    .startsWith("HTTP/1.1 421")
                    .contains("\"misdirected\"");
        }
        for (String host : List.of("localhost", "127.0.0.1:8080", "[::1]:80", "app.localhost")) {
            assertThat(server.raw(get.formatted("/healthz", host))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void every_answer_has_the_fields_that_protect_browsers_and_none_that_opens_it_to_other_pages() throws Exception {
        for (String path : List.of("/healthz", "/v1/languages", "/v1/nothing", "/openapi.json", "/example.html")) {
            HttpResponse<String> response = server.get(path, "Origin", "http://localhost:5173");
            assertThat(TestServer.header(response, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(TestServer.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(TestServer.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(response.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
            assertThat(response.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void what_is_no_request_is_a_problem_without_a_trace() throws Exception {
        String head = "Host: localhost\r\nAccept-Language: it\r\nConnection: close\r\n";
        String post = "POST /v1/diagnose HTTP/1.1\r\nContent-Type: text/plain\r\n" + head;
        Map<String, String> table = Map.ofEntries(
                Map.entry("GARBAGE\r\n\r\n", "400 bad-request"),
                Map.entry("GET /a b HTTP/1.1\r\n" + head + "\r\n", "400 bad-request"),
                Map.entry("GET /%2e%2e/pom.xml HTTP/1.1\r\n" + head + "\r\n", "400 bad-request"),
                Map.entry("GET /%E8 HTTP/1.1\r\n" + head + "\r\n", "400 bad-request"),
                Map.entry("GET /healthz HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n", "400 bad-request"),
                Map.entry("GET /healthz HTTP/1.1\r\n\r\n", "400 bad-request"),
                Map.entry("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "400 bad-request"),
                Map.entry("GET http://evil.example/ HTTP/1.1\r\n" + head + "\r\n", "400 bad-request"),
                Map.entry("GET /healthz HTTP/9.9\r\n" + head + "\r\n", "505 unsupported-version"),
                Map.entry("GET /healthz\r\n", "505 unsupported-version"),
                Map.entry("GET /healthz HTTP/2.0\r\n" + head + "\r\n", "426 unsupported-version"),
                Map.entry("GET /healthz HTTP/1.1\r\nX: " + "x".repeat(40_000) + "\r\n\r\n", "431 large-headers"),
                Map.entry("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\n" + head + "\r\n", "414 long-address"),
                Map.entry(post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400 bad-request"),
                Map.entry(post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "501 unsupported-coding"),
                Map.entry(post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n5.1.1\r\n", "400 broken-body"),
                Map.entry(post + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\n5.1.1", "415 packed"),
                Map.entry(post + "Expect: a miracle\r\nContent-Length: 5\r\n\r\n", "417 unsupported-expectation"));
        for (Map.Entry<String, String> row : table.entrySet()) {
            String request = row.getKey().substring(0, Math.min(60, row.getKey().length()));
            String[] expected = row.getValue().split(" ");
            assertThat(server.raw(row.getKey()))
                    .as(request)
                    .startsWith("HTTP/1.1 " + expected[0])
                    .contains("application/problem+json", "urn:rimbalzo:problem:" + expected[1])
                    .doesNotContain("<h1>", "badMessage", "badURI", "\"fault\"");
        }
        HttpResponse<String> fault = server.post("/face", "", "Content-Type", "application/json");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("\"fault\"").doesNotContain("secret", "Exception", "at io.");
    }

    @Test
    void what_a_client_declares_wrongly_is_never_a_fault_of_the_server() throws Exception {
        for (String type :
                List.of("text/plain; charset=nope", "text/plain; charset=\"", "text/plain; charset=\u00e8")) {
            assertThat(server.raw("POST /v1/diagnose HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                            + type + "\r\nContent-Length: 5\r\n\r\n5.1.1"))
                    .as(type)
                    .startsWith("HTTP/1.1 200");
        }
        String part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n";
        HttpResponse<String> parts = server.post(
                "/v1/diagnose", part.repeat(200) + "--b--\r\n", "Content-Type", "multipart/form-data; boundary=b");
        assertThat(parts.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(parts).path("code").asString()).isEqualTo("bad-form");
    }

    @Test
    void head_is_the_same_without_the_body() throws Exception {
        for (String path : List.of("/healthz", "/v1/codes/5.7.124", "/v1/codes/mailbox", "/")) {
            HttpResponse<String> got = server.get(path);
            HttpResponse<String> head = server.send(java.net.http.HttpRequest.newBuilder(server.uri(path))
                    .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(head.statusCode()).as(path).isEqualTo(got.statusCode());
            assertThat(TestServer.type(head)).as(path).isEqualTo(TestServer.type(got));
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void files_of_the_page_have_types_tags_and_a_strict_policy() throws Exception {
        HttpResponse<String> page = server.get("/example.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(TestServer.type(page)).isEqualTo("text/html;charset=utf-8");
        assertThat(TestServer.header(page, "Content-Security-Policy")).isEqualTo(WebFiles.POLICY);
        assertThat(TestServer.type(server.get("/example.css"))).isEqualTo("text/css;charset=utf-8");
        HttpResponse<String> again = server.get("/example.html", "If-None-Match", TestServer.header(page, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (String path : List.of("/../pom.xml", "/%2e%2e/pom.xml", "/web/example.html", "/example.HTML", "/.html")) {
            assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void what_is_under_way_is_finished_when_the_server_ends_and_nothing_new_begins(@TempDir Path own) throws Exception {
        Face face = new Face();
        try (TestServer ending = TestServer.start(own, BOUNDS, new Mount("/face", face))) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return ending.post("/face", "{}", "Content-Type", "application/json");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(face.asked.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> end = CompletableFuture.runAsync(ending::end);
            Thread.sleep(500);
            assertThat(end).isNotDone();
            face.may.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("\"done\"");
            end.get(10, TimeUnit.SECONDS);
            assertThat(CompletableFuture.supplyAsync(() -> {
                                try {
                                    return ending.get("/healthz").statusCode();
                                } catch (Exception refused) {
                                    return 0;
                                }
                            })
                            .get(20, TimeUnit.SECONDS))
                    .isZero();
        }
    }

    @Test
    void a_message_that_takes_longer_than_its_time_is_given_up(@TempDir Path own) throws Exception {
        Bounds hurried =
                TestServer.quick(30 << 20, Duration.ofMillis(1), Duration.ofSeconds(10), Duration.ofSeconds(20));
        String long_ = "Final-Recipient: rfc822;a@example.it\r\nStatus: 5.1.1\r\n\r\n".repeat(5_000);
        String bot =
                "{\"next_action\": \"action_diagnose_bounce\", \"tracker\": {\"latest_message\": {\"text\": \"%s\"}}}"
                        .formatted(long_.replace("\r\n", "\\r\\n"));
        try (TestServer slow = TestServer.start(own, hurried)) {
            for (HttpResponse<String> response : List.of(
                    begun(slow, "/v1/diagnose", long_, "text/plain"),
                    begun(slow, "/webhook/rasa", bot, "application/json"))) {
                assertThat(response.statusCode()).isEqualTo(422);
                assertThat(TestServer.json(response).path("code").asString()).isEqualTo("too-slow");
            }
        }
    }

    /** What has not even begun in its time, on a busy machine, is told to come again. */
    private static HttpResponse<String> begun(TestServer server, String path, String body, String type)
            throws Exception {
        HttpResponse<String> response = server.post(path, body, "Content-Type", type);
        for (int i = 0; i < 100 && response.statusCode() == 429; i++) {
            Thread.sleep(50);
            response = server.post(path, body, "Content-Type", type);
        }
        return response;
    }
}
