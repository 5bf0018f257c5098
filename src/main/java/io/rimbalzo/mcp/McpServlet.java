package io.rimbalzo.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.rimbalzo.Rimbalzo;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    private final transient HttpServletStatelessServerTransport transport;
    private final transient Capabilities capabilities;

    private McpServlet(Supplier<Rimbalzo> current, Access access) {
        transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .messageEndpoint(PATH)
                .maxRequestSize(access.bytes())
                .httpHeaderValidator(DefaultServerTransportSecurityValidator.builder()
                        .allowedHosts(access.hosts())
                        .allowedOrigins(access.origins())
                        .build())
                .build();
        capabilities = new Capabilities(current, transport);
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

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        transport.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        capabilities.follow();
        transport.service(request, response);
    }

    @Override
    public void destroy() {
        transport.destroy();
    }
}
