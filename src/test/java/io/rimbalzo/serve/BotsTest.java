package io.rimbalzo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What bots and language models get from the command as a person starts it. */
@Timeout(60)
class BotsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INITIALIZE = """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18",
             "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""";
    private static final String RASA = """
            {"next_action": "action_diagnose_bounce", "sender_id": "7", "version": "3.6.2", "domain": {},
             "tracker": {"sender_id": "7", "slots": {"language": "it"},
              "latest_message": {"text": "550 5.7.124 Sender not in allowed-senders list", "entities": []}}}""";
    private static final String DIALOGFLOW = """
            {"detectIntentResponseId": "d", "text": "550 5.7.124 Sender not in allowed-senders list", "languageCode": "it",
             "fulfillmentInfo": {"tag": "diagnose_bounce"}, "sessionInfo": {"session": "s", "parameters": {}}}""";

    private static Process process;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Drimbalzo.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "io.rimbalzo.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--lang",
                        "en"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).contains("http://127.0.0.1:");
        port = URI.create(line.substring(line.indexOf("http"))).getPort();
    }

    @AfterAll
    static void end() {
        process.destroyForcibly();
    }

    /** The whole response; a client that forbids itself nothing asks, so that any host can be named. */
    private static String post(String path, String host, String body) throws Exception {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nContent-Length: " + content.length
                + "\r\nConnection: close\r\n\r\n";
        return exchange(head + body);
    }

    private static String exchange(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode answer(String path, String body) throws Exception {
        String response = post(path, "127.0.0.1:" + port, body);
        assertThat(response).startsWith("HTTP/1.1 200 ").contains("Content-Type: application/json");
        return JSON.readTree(response.substring(response.indexOf('{'), response.lastIndexOf('}') + 1));
    }

    @Test
    void a_language_model_is_greeted() throws Exception {
        JsonNode result = answer("/mcp", INITIALIZE).path("result");
        assertThat(result.at("/serverInfo/name").asString()).isEqualTo("rimbalzo");
        assertThat(result.path("capabilities").propertyNames()).contains("tools");
    }

    @Test
    void a_rasa_bot_is_told_why() throws Exception {
        JsonNode answer = answer("/webhook/rasa", RASA);
        assertThat(answer.path("events").findValuesAsString("name")).contains("bounce_next");
        assertThat(answer.at("/responses/0/text").asString()).contains("grupp");
    }

    @Test
    void a_dialogflow_agent_is_told_why() throws Exception {
        JsonNode answer = answer("/webhook/dialogflow", DIALOGFLOW);
        assertThat(answer.at("/sessionInfo/parameters").propertyNames()).contains("bounce_next");
        assertThat(answer.at("/fulfillmentResponse/messages/0/text/text/0").asString())
                .contains("grupp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/webhook/rasa", "/webhook/dialogflow"})
    void who_names_another_host_is_refused(String path) throws Exception {
        String response = post(path, "rebound.example.it", path.equals("/mcp") ? INITIALIZE : RASA);
        assertThat(response).startsWith("HTTP/1.1 421 ").contains("application/problem+json");
    }

    @Test
    void what_a_face_refuses_by_itself_is_a_problem_in_utf_8() throws Exception {
        String request =
                "GET /webhook/rasa HTTP/1.1\r\nHost: localhost\r\nAccept-Language: it\r\nConnection: close\r\n\r\n";
        assertThat(exchange(request))
                .startsWith("HTTP/1.1 405 ")
                .contains(
                        "application/problem+json",
                        "Allow: POST\r\n",
                        "GET non è possibile in /webhook/rasa: l’intestazione");
    }
}
