package io.rimbalzo.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.rimbalzo.RuleBook;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
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
    private static final int HEADER_BYTES = 16 * 1024;

    private final Settings settings;
    private final Work work;
    private final Javalin javalin;

    private Server(RuleBook book, Settings settings, List<Mount> mounts) {
        this.settings = settings;
        this.work = new Work(settings.bounds());
        Routes routes = new Routes(book, settings, work);
        this.javalin = Javalin.create(config -> {
            quiet(config);
            jetty(config, book, mounts);
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

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private void jetty(JavalinConfig config, RuleBook book, List<Mount> mounts) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, SPARE_THREADS);
        threads.setName("rimbalzo-http");
        config.jetty.threadPool = threads;
        config.jetty.host = settings.bind();
        config.jetty.port = settings.port();
        List<String> unhurried = mounts.stream().map(Mount::path).toList();
        Gate gate = new Gate(settings.bind(), settings.bounds(), unhurried);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(settings.bounds().drain().toMillis());
            server.setErrorHandler(new Errors(book, settings.bounds()));
            server.setHandler(gate);
            gate.setHandler(new GracefulHandler());
            server.addBean(new NetworkConnectionLimit(settings.bounds().connections(), server));
        });
        config.jetty.addConnector((server, http) -> connector(server, http, gate));
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new Errors(book, settings.bounds()));
            for (Mount mount : mounts) {
                ServletHolder holder = new ServletHolder(mount.servlet());
                holder.setAsyncSupported(true);
                context.addServlet(holder, mount.path());
                context.addServlet(holder, mount.path() + "/*");
            }
        });
    }

    private Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http, Gate gate) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
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
