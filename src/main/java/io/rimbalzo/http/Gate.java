package io.rimbalzo.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes, whichever face it is for: the host it names, the header fields of its answer, and the time in
 * which it must be done. Jetty's own limit is for silence; one who sends a byte now and then is never silent.
 */
final class Gate extends Handler.Wrapper implements Connection.Listener {

    private static final long SWEEP_MILLIS = 250;
    private static final List<HttpField> FIELDS = List.of(
            new HttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new HttpField("X-Content-Type-Options", "nosniff"),
            new HttpField("Referrer-Policy", "no-referrer"),
            new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new HttpField("Cache-Control", "no-store"));

    private final boolean loopback;
    private final int bytes;
    private final Duration head;
    private final Duration whole;
    private final List<String> unhurried;
    /** Until when, in nanoseconds, something must have ended on a connection. */
    private final Map<Connection, Long> deadlines = new ConcurrentHashMap<>();

    private Scheduler.@Nullable Task sweep;

    /** @param unhurried paths of faces that answer for as long as they like */
    Gate(String bind, Bounds bounds, List<String> unhurried) {
        this.loopback = isLoopback(bind);
        this.bytes = bounds.bytes();
        this.head = bounds.head();
        this.whole = bounds.whole();
        this.unhurried = unhurried;
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        FIELDS.forEach(field -> response.getHeaders().put(field));
        Connection connection = request.getConnectionMetaData().getConnection();
        String path = String.valueOf(request.getHttpURI().getPath());
        boolean hurried = unhurried.stream().noneMatch(p -> path.equals(p) || path.startsWith(p + "/"));
        expect(connection, hurried ? whole : Duration.ofDays(1));
        Request.addCompletionListener(request, failure -> expect(connection, head));
        if (loopback && !isLocal(Request.getServerName(request))) {
            // a page from elsewhere whose name has been made to point here
            Response.writeError(request, response, callback, 421);
            return true;
        }
        if (request.getLength() > bytes) {
            Response.writeError(request, response, callback, 413);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean isLocal(@Nullable String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }

    private void expect(Connection connection, Duration time) {
        deadlines.computeIfPresent(connection, (c, was) -> System.nanoTime() + time.toNanos());
    }

    @Override
    public void onOpened(Connection connection) {
        deadlines.put(connection, System.nanoTime() + head.toNanos());
    }

    @Override
    public void onClosed(Connection connection) {
        deadlines.remove(connection);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        again();
    }

    private void again() {
        sweep = getServer().getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        deadlines.forEach((connection, deadline) -> {
            if (now - deadline > 0) {
                deadlines.remove(connection);
                connection.getEndPoint().close();
            }
        });
        if (isRunning()) {
            again();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (sweep != null) {
            sweep.cancel();
        }
        super.doStop();
    }
}
