package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal that comes before the body: it arrives, and the next request does not find the rest of that body. */
class RefusedBodyTest {

    private static final int LIMIT = 100_000;

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(
                folder, TestServer.quick(LIMIT, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "415, POST /v1/diagnose, localhost, image/png, */*",
        "406, POST /v1/turn, localhost, text/plain, image/png",
        "406, POST /webhook/rasa, localhost, application/json, image/png",
        "422, POST /v1/diagnose?lang=ja, localhost, text/plain, */*",
        "404, POST /v1/nothing, localhost, text/plain, */*",
        "405, POST /v1/rules, localhost, text/plain, */*",
        "421, POST /v1/diagnose, evil.example, text/plain, */*"
    })
    void whoever_is_refused_before_the_body_came_is_told_that_the_connection_ends(
            int status, String request, String host, String type, String accept) throws Exception {
        String answer = server.raw(request + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: " + accept
                + "\r\nContent-Type: " + type + "\r\nContent-Length: 5\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void a_body_far_over_the_limit_gets_its_answer_every_time() throws Exception {
        String large = "5.1.1 ".repeat(40 * LIMIT);
        for (int i = 0; i < 10; i++) {
            assertThat(server.post("/v1/diagnose", large, "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(413);
        }
    }
}
