package io.rimbalzo.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes, whichever face it is for: the host it names, the page it comes from, the header fields of its
 * answer, and the time in which it must be done. Jetty's own limit is for silence; one who sends a byte now and then is never
 * silent.
 */
final class Gate extends Handler.Wrapper implements Connection.Listener {

    private static final long SWEEP_MILLIS = 250;
    private static final int LONGEST = 300;
    private static final List<HttpField> FIELDS = List.of(
            new HttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new HttpField("X-Content-Type-Options", "nosniff"),
            new HttpField("Referrer-Policy", "no-referrer"),
            new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new HttpField("Cache-Control", "no-store"));

    private final Hosts hosts;
    private final Errors errors;
    private final int bytes;
    private final Duration head;
    private final Duration whole;
    /** Until when, in nanoseconds, something must have ended on a connection. */
    private final Map<Connection, Long> deadlines = new ConcurrentHashMap<>();

    private Scheduler.@Nullable Task sweep;

    Gate(Hosts hosts, Errors errors, Bounds bounds) {
        this.hosts = hosts;
        this.errors = errors;
        this.bytes = bounds.bytes();
        this.head = bounds.head();
        this.whole = bounds.whole();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        FIELDS.forEach(field -> response.getHeaders().put(field));
        Connection connection = request.getConnectionMetaData().getConnection();
        expect(connection, whole);
        Request.addCompletionListener(request, failure -> expect(connection, head));
        Refusal refusal = refusal(request);
        if (refusal != null) {
            errors.refuse(request, response, refusal, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private @Nullable Refusal refusal(Request request) {
        String host = Request.getServerName(request);
        if (!hosts.own(host)) {
            // a page from elsewhere whose name has been made to point here, or a name that nobody has told us
            return new Refusal(421, "misdirected", named("host", String.valueOf(host), host));
        }
        for (String origin : request.getHeaders().getValuesList(HttpHeader.ORIGIN)) {
            if (!hosts.mayAsk(origin, host)) {
                return new Refusal(403, "foreign-page", named("origin", origin, Hosts.hostOf(origin)));
            }
        }
        List<String> codings = request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            return new Refusal(501, "unsupported-coding", Map.of()).with("Connection", "close");
        }
        return request.getLength() > bytes ? errors.tooLarge() : null;
    }

    /** What was read, and what to add to the command so that it is right; {@code none} where it can never be. */
    private static Map<String, ?> named(String what, String read, @Nullable String host) {
        String name = Objects.requireNonNullElse(Hosts.canonical(host), "none");
        return Map.of(what, read.length() > LONGEST ? read.substring(0, LONGEST) + "…" : read, "name", name);
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
