package io.rimbalzo.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.rimbalzo.RuleBook;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server on one port.
 *
 * <pre>{@code
 * try (Server server = Server.start(book, settings, List.of())) {
 *     server.address(); // http://127.0.0.1:8080/
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {

    static final int THREADS = 200;
    private static final int SPARE_THREADS = 4;
    static final int HEADER_BYTES = 16 * 1024;

    private final Settings settings;
    private final Work work;
    private final Javalin javalin;

    private Server(RuleBook book, Settings settings, List<Mount> mounts) {
        this.settings = settings;
        this.work = new Work(settings.bounds());
        Routes routes = new Routes(book, settings, work, mounts);
        this.javalin = Javalin.create(config -> {
            quiet(config);
            config.router.javaLangErrorHandler(Server::failed);
            jetty(config, book);
            routes.register(config);
        });
    }

    /**
     * Starts it.
     *
     * @param book   what answers; whoever opened it closes it
     * @param mounts other faces
     * @throws io.javalin.util.JavalinException where the port or the address cannot be had
     */
    public static Server start(RuleBook book, Settings settings, List<Mount> mounts) {
        Server server = new Server(book, settings, mounts);
        try {
            server.javalin.start();
            return server;
        } catch (RuntimeException e) {
            server.work.close();
            throw e;
        }
    }

    /** Not even an Error of the machine leaves a client without a problem: {@link Errors} writes it, and tells the log. */
    private static void failed(HttpServletResponse response, Error error) {
        throw error;
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private void jetty(JavalinConfig config, RuleBook book) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, SPARE_THREADS);
        threads.setName("rimbalzo-http");
        config.jetty.threadPool = threads;
        config.jetty.host = settings.bind();
        config.jetty.port = settings.port();
        Errors errors = new Errors(book, settings.bounds());
        Gate gate = new Gate(settings.hosts(), errors, settings.bounds());
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(settings.bounds().drain().toMillis());
            server.setErrorHandler(errors);
            server.setHandler(gate);
            gate.setHandler(new GracefulHandler());
            server.addBean(new NetworkConnectionLimit(settings.bounds().connections(), server));
        });
        config.jetty.addConnector((server, http) -> connector(server, http, gate));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
    }

    private Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http, Gate gate) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // else a field that differs from an earlier one of the connection only in case is taken for it: token, boundary
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.bounds().head().toMillis());
        connector.addBean(gate);
        return connector;
    }

    public int port() {
        return javalin.port();
    }

    /** Each method with its path, but HEAD, which is where GET is: {@code GET /healthz}. */
    List<String> served() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint ->
                        !endpoint.method.equals(HandlerType.HEAD) && !endpoint.method.equals(HandlerType.BEFORE))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** {@code http://127.0.0.1:8080/} */
    public URI address() {
        String bind = settings.bind();
        return URI.create("http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + port() + "/");
    }

    /** Takes no more requests, waits for those under way, then ends. */
    @Override
    public void close() {
        javalin.stop();
        work.close();
    }
}
