package io.rimbalzo.mcp;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.spec.McpSchema;
import io.rimbalzo.Rimbalzo;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The Model Context Protocol over streamable HTTP, at a path that ends in {@code /mcp}. It keeps no sessions, since nothing
 * in a call depends on the one before: any number of servers may stand side by side.
 *
 * <pre>{@code
 * McpServlet servlet = McpServlet.of(book::current, McpServlet.Access.LOOPBACK);
 * }</pre>
 */
public final class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** Where the servlet has to be mounted. */
    public static final String PATH = "/mcp";

    /**
     * Who may ask, and how much: a page from anywhere that a browser shows must not reach a server at home (DNS rebinding).
     *
     * @param hosts   the values of Host that are ours: {@code localhost}, {@code mail.example.it:8080}, {@code localhost:*}
     * @param origins the values of Origin allowed, where a browser sends one: {@code https://help.example.it}
     * @param bytes   of one request: more is refused with 413
     */
    public record Access(List<String> hosts, List<String> origins, int bytes) {

        private static final List<String> OWN = List.of("localhost", "127.0.0.1", "[::1]");

        /** Only programs and pages of this machine; 16 MB. */
        public static final Access LOOPBACK = new Access(
                OWN.stream().flatMap(h -> List.of(h, h + ":*").stream()).toList(), origins(OWN), 16 << 20);

        public Access {
            hosts = List.copyOf(hosts);
            origins = List.copyOf(origins);
        }

        /** The same, and these hosts too, with their own pages: {@code mail.example.it:8080}. */
        public Access withHosts(List<String> more) {
            List<String> allHosts = new ArrayList<>(hosts);
            List<String> allOrigins = new ArrayList<>(origins);
            allHosts.addAll(more);
            more.forEach(host -> allOrigins.addAll(List.of("http://" + host, "https://" + host)));
            return new Access(allHosts, allOrigins, bytes);
        }

        private static List<String> origins(List<String> hosts) {
            List<String> origins = new ArrayList<>();
            hosts.forEach(host -> List.of("http://", "https://").forEach(scheme -> {
                origins.add(scheme + host);
                origins.add(scheme + host + ":*");
            }));
            return origins;
        }
    }

    private static final String JSON = "application/json";

    private final transient JsonRpc messages = new JsonRpc();
    private final transient DefaultServerTransportSecurityValidator validator;
    private final transient Capabilities capabilities;
    private final int longest;

    private McpServlet(Supplier<Rimbalzo> current, Access access) {
        validator = DefaultServerTransportSecurityValidator.builder()
                .allowedHosts(access.hosts())
                .allowedOrigins(access.origins())
                .build();
        longest = access.bytes();
        capabilities = new Capabilities(current, messages);
    }

    /** For this machine only. See {@link #of(Supplier, Access)}. */
    public static McpServlet of(Supplier<Rimbalzo> current) {
        return of(current, Access.LOOPBACK);
    }

    /**
     * For those who may ask.
     *
     * @param current what answers now, asked once in each call: {@code book::current} of a RuleBook
     */
    public static McpServlet of(Supplier<Rimbalzo> current, Access access) {
        return new McpServlet(current, access);
    }

    /** There is no stream to listen to and no session to end: both are refused, as the protocol has it. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            doPost(request, response);
        } else {
            response.setHeader("Allow", "POST");
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "only POST is answered here");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            validator.validateHeaders(headers(request));
        } catch (ServerTransportSecurityException e) {
            refuse(response, e.getStatusCode(), "this Host or Origin may not ask");
            return;
        }
        String type = request.getContentType();
        String accept = request.getHeader("Accept");
        String version = request.getHeader("MCP-Protocol-Version");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "the body has to be " + JSON);
        } else if (accept != null
                && List.of(JSON, "*/*", "application/*").stream().noneMatch(accept::contains)) {
            refuse(response, HttpServletResponse.SC_NOT_ACCEPTABLE, "answers are " + JSON + " only");
        } else if (version != null && !JsonRpc.VERSIONS.contains(version)) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "MCP-Protocol-Version is one of " + JsonRpc.VERSIONS);
        } else {
            answer(request, response);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InputStream in = request.getInputStream();
        byte[] body = request.getContentLengthLong() > longest ? new byte[0] : in.readNBytes(longest);
        if (request.getContentLengthLong() > longest || body.length == longest && in.read() >= 0) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "a request has at most " + longest + " bytes");
            return;
        }
        capabilities.follow();
        JsonRpc.Answered answered = messages.answered(new String(body, StandardCharsets.UTF_8));
        if (!answered.understood()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "this is no message of JSON-RPC");
        } else if (answered.answer() == null) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else {
            write(response, HttpServletResponse.SC_OK, answered.answer());
        }
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        write(response, status, JsonRpc.refusal(null, McpSchema.ErrorCodes.INVALID_REQUEST, message));
    }

    private static void write(HttpServletResponse response, int status, byte[] json) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
