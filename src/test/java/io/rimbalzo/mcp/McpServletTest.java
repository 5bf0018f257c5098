package io.rimbalzo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.rimbalzo.knowledge.Knowledge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol over HTTP, in the server that Javalin uses too; and who may not ask. */
class McpServletTest extends McpContract {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";

    private Server server;
    private int port;

    @Override
    McpClientTransport transport() throws Exception {
        McpServlet.Access access = McpServlet.Access.LOOPBACK.withHosts(List.of("help.contoso.com"));
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(McpServlet.of(Knowledge::rimbalzo, access));
        holder.setAsyncSupported(true);
        context.addServlet(holder, McpServlet.PATH);
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
        return HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
                .endpoint(McpServlet.PATH)
                .build();
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    /** The status that a request gets; a client that forbids itself nothing sends it. */
    private String status(String host, String origin, String body) throws IOException {
        return answer(host, origin, body).split(" ")[1];
    }

    private String answer(String host, String origin, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\n" + (origin == null ? "" : "Origin: " + origin + "\r\n")
                        + "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: "
                        + content.length + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            try {
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // who is refused need not be heard out; the answer is there
                assertThat(content.length).isGreaterThan(McpServlet.Access.LOOPBACK.bytes());
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080,",
        "127.0.0.1,",
        "localhost:8080, http://localhost:5173",
        "'[::1]:8080', http://[::1]:8080",
        "help.contoso.com, https://help.contoso.com"
    })
    void programs_and_pages_of_this_machine_and_of_the_named_hosts_may_ask(String host, String origin)
            throws IOException {
        assertThat(status(host, origin, PING)).isEqualTo("200");
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
        assertThat(status(host, origin, PING)).isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "192.0.2.7", "127.0.0.1.evil.example"})
    void a_name_that_is_not_ours_is_refused_so_that_no_name_can_be_bound_to_us(String host) throws IOException {
        assertThat(status(host, null, PING)).startsWith("4").isNotEqualTo("400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{broken",
                "17",
                "[]",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":\"x\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"diagnose_bounce\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/read\",\"params\":{\"uri\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"initialize\",\"params\":7}"
            })
    void what_is_wrong_is_told_as_an_error_of_the_protocol_and_never_by_a_trace(String body) throws IOException {
        String answer = answer("localhost", null, body);
        assertThat(answer.substring(answer.indexOf('{')))
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":")
                .contains("\"error\":{\"code\":-32")
                .doesNotContain("Exception", "stackTrace", "io.rimbalzo", "jackson");
    }

    @Test
    void several_messages_are_answered_together_and_a_notification_with_nothing() throws IOException {
        assertThat(answer("localhost", null, "[" + PING + "," + PING + "]"))
                .endsWith("]")
                .contains(" 200 ", "[{");
        String told = answer("localhost", null, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(told).contains(" 202 ").doesNotContain("{");
    }

    @Test
    void a_body_over_the_limit_is_refused() throws IOException {
        String body = PING.replace("ping", "x".repeat(McpServlet.Access.LOOPBACK.bytes()));
        assertThat(status("localhost", null, body)).isEqualTo("413");
    }

    @Test
    void a_broken_body_is_the_clients_fault() throws IOException {
        assertThat(status("localhost", null, "{broken")).isEqualTo("400");
        assertThat(status("localhost", null, "")).isEqualTo("400");
        assertThat(status("localhost", null, "[]")).isEqualTo("400");
        assertThat(status("localhost", null, PING)).isEqualTo("200");
    }
}
