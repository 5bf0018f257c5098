package io.rimbalzo.http;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.guidance.Words;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is told where a request does not even reach a route: a line that is no request, an unknown host, 503 while the server
 * ends. What Jetty drops with a broken request, its language above all, nobody knows any more.
 */
final class Errors extends ErrorHandler {

    private static final System.Logger LOG = System.getLogger("io.rimbalzo.http");
    private static final String FAULT = "fault";

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(413, "too-large"),
            Map.entry(414, "long-address"),
            Map.entry(417, "unsupported-expectation"),
            Map.entry(426, "unsupported-version"),
            Map.entry(429, "busy"),
            Map.entry(431, "large-headers"),
            Map.entry(500, FAULT),
            Map.entry(501, "unsupported-coding"),
            Map.entry(503, "ending"),
            Map.entry(505, "unsupported-version"));

    /** What Jetty puts in place of a path that could not be read. */
    private static final Set<String> UNREAD = Set.of("/badMessage", "/badURI");

    private final RuleBook book;
    private final long megabytes;

    Errors(RuleBook book, Bounds bounds) {
        this.book = book;
        this.megabytes = Math.max(1, bounds.bytes() >> 20);
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (code == 500 && cause != null) {
            LOG.log(isGone(cause) ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "a request failed", cause);
        }
        tell(request, response, refusal(code, request.getMethod(), path(request)), callback);
    }

    /**
     * Sends away what must go no further. What still comes of a body is read and forgotten: a connection that is closed with
     * bytes unread is reset, and the answer may be lost with it.
     */
    void refuse(Request request, Response response, Refusal refusal, Callback callback) {
        response.setStatus(refusal.status());
        refusal.headers().forEach(response.getHeaders()::put);
        if (request.getLength() == 0) {
            tell(request, response, refusal, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        tell(
                request,
                response,
                refusal,
                Callback.from(() -> Content.Source.consumeAll(request, callback), callback::failed));
    }

    Refusal tooLarge() {
        return refusal(413, "", null).with("Connection", "close");
    }

    private void tell(Request request, Response response, Refusal refusal, Callback callback) {
        Rimbalzo rimbalzo = book.current();
        Words words = rimbalzo.spoken(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, words.locale());
        Content.Sink.write(response, true, Wire.text(refusal.problem(words, path(request))), callback);
    }

    private Refusal refusal(int status, String method, @Nullable String path) {
        Map<String, ?> values = Map.of(
                "method",
                method,
                "path",
                String.valueOf(path),
                "limit",
                status == 413 ? megabytes : Server.HEADER_BYTES / 1024);
        return new Refusal(status, code(status), values);
    }

    private static @Nullable String path(Request request) {
        String path = String.valueOf(request.getHttpURI().getPath());
        return UNREAD.contains(path) ? null : path;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    static String code(int status) {
        return CODES.getOrDefault(status, status >= 500 ? FAULT : "bad-request");
    }

    /** Whether nobody is there any more to be answered. */
    static boolean isGone(Throwable cause) {
        return QuietException.isQuiet(cause) || cause instanceof ClosedChannelException;
    }
}
