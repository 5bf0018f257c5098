package io.rimbalzo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.http.Bounds;
import io.rimbalzo.http.Hosts;
import io.rimbalzo.http.Mount;
import io.rimbalzo.http.Server;
import io.rimbalzo.http.Settings;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol over HTTP, in the server that carries it; and who may not ask. */
class McpEndpointTest extends McpContract {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
    private static final String TYPES = "Accept: application/json, text/event-stream\r\n";

    private RuleBook book;
    private Server server;

    @Override
    McpClientTransport transport() throws Exception {
        book = Rimbalzo.watch(Folders.in(Path.of("")), Limits.DEFAULT, null, status -> {});
        McpEndpoint endpoint = new McpEndpoint(book::current);
        Hosts hosts = Hosts.of("127.0.0.1", List.of("help.contoso.com"));
        Settings settings = new Settings("127.0.0.1", 0, hosts, null, null, Bounds.DEFAULT);
        Mount mount = new Mount(McpEndpoint.PATH, call -> {
            McpEndpoint.Reply reply = endpoint.answer(call.fields().get(McpEndpoint.VERSION), call.body());
            return new Mount.Answer(reply.status(), reply.json());
        });
        server = Server.start(book, settings, List.of(mount));
        return HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                .endpoint(McpEndpoint.PATH)
                .build();
    }

    @AfterAll
    void stop() {
        server.close();
        book.close();
    }

    /** What a request gets; a client that forbids itself nothing sends it. */
    private String response(String method, String fields, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " /mcp HTTP/1.1\r\n" + fields + "Content-Length: " + content.length
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String posted(String host, String origin, String body) throws IOException {
        String from = origin == null ? "" : "Origin: " + origin + "\r\n";
        return response("POST", "Host: " + host + "\r\n" + from + "Content-Type: application/json\r\n" + TYPES, body);
    }

    private static String status(String response) {
        return response.split(" ")[1];
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080,",
        "127.0.0.1,",
        "localhost:8080, http://localhost:5173",
        "'[::1]:8080', http://[::1]:8080",
        "help.contoso.com, https://help.contoso.com",
        "HELP.contoso.com.:8443, https://help.contoso.com:8443"
    })
    void programs_and_pages_of_this_machine_and_of_the_named_hosts_may_ask(String host, String origin)
            throws IOException {
        assertThat(status(posted(host, origin, PING))).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, https://evil.example",
        "localhost:8080, null",
        "localhost:8080, http://localhost.evil.example",
        "localhost:8080, https://help.contoso.com.evil.example",
        "localhost:8080, file://"
    })
    void a_page_from_elsewhere_may_not(String host, String origin) throws IOException {
        assertThat(posted(host, origin, PING)).startsWith("HTTP/1.1 403").contains("\"foreign-page\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "192.0.2.7", "127.0.0.1.evil.example"})
    void a_name_that_is_not_ours_is_refused_so_that_no_name_can_be_bound_to_us(String host) throws IOException {
        assertThat(posted(host, null, PING)).startsWith("HTTP/1.1 421").contains("\"misdirected\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{broken",
                "",
                "17",
                "[]",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":\"x\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"diagnose_bounce\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/read\",\"params\":{\"uri\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"initialize\",\"params\":7}"
            })
    void what_is_wrong_is_told_as_an_error_of_the_protocol_and_never_by_a_trace(String body) throws IOException {
        String answer = posted("localhost", null, body);
        assertThat(answer.substring(answer.indexOf('{')))
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":")
                .contains("\"error\":{\"code\":-32")
                .doesNotContain("Exception", "stackTrace", "io.rimbalzo", "jackson");
    }

    @Test
    void what_is_no_message_is_the_clients_fault() throws IOException {
        for (String body :
                List.of("{broken", "", "[]", "7", "[".repeat(10_000), "{\"id\": {}, \"method\": \"ping\"}")) {
            assertThat(posted("localhost", null, body)).startsWith("HTTP/1.1 400");
        }
        assertThat(posted("localhost", null, PING)).startsWith("HTTP/1.1 200");
    }

    @Test
    void several_messages_are_answered_together_and_a_notification_with_nothing() throws IOException {
        assertThat(posted("localhost", null, "[" + PING + "," + PING + "]"))
                .startsWith("HTTP/1.1 200")
                .contains("\r\n\r\n[{")
                .endsWith("}]");
        assertThat(posted("localhost", null, "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}"))
                .startsWith("HTTP/1.1 202")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_version_that_nobody_knows_is_refused() throws IOException {
        String head = "Host: localhost\r\nContent-Type: application/json\r\n" + TYPES + "mcp-protocol-version: ";
        assertThat(response("POST", head + "2025-06-18\r\n", PING)).startsWith("HTTP/1.1 200");
        assertThat(response("POST", head + "1999-12-31\r\n", PING))
                .startsWith("HTTP/1.1 400")
                .contains("2025-06-18");
    }

    @Test
    void an_unknown_charset_changes_nothing_but_another_type_is_refused() throws IOException {
        String host = "Host: localhost\r\n" + TYPES + "Content-Type: ";
        assertThat(response("POST", host + "application/json; charset=nope\r\n", PING))
                .startsWith("HTTP/1.1 200");
        assertThat(response("POST", host + "text/plain\r\n", PING)).startsWith("HTTP/1.1 415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "TRACE", "OPTIONS", "PUT"})
    void there_is_no_stream_and_no_session(String method) throws IOException {
        assertThat(response(method, "Host: localhost\r\nX-Secret: 7\r\n" + TYPES, ""))
                .startsWith("HTTP/1.1 405")
                .contains("\r\nAllow: POST\r\n")
                .doesNotContain("X-Secret");
    }

    @Test
    void a_body_over_the_limit_is_refused() throws IOException {
        String head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + (Bounds.DEFAULT.bytes() + 1) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("\"too-large\"");
        }
    }
}
