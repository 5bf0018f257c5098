package io.rimbalzo.http;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.guidance.Words;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is told where a request does not even reach a route: a line that is no request, 503 while the server ends. */
final class Errors extends ErrorHandler {

    private static final Map<Integer, String> CODES = Map.of(
            404, "not-found",
            405, "method-not-allowed",
            413, "too-large",
            421, "misdirected",
            429, "busy",
            500, "fault",
            503, "ending");

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
        Rimbalzo rimbalzo = book.current();
        Words words = rimbalzo.spoken(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, words.locale());
        String path = String.valueOf(request.getHttpURI().getPath());
        Content.Sink.write(response, true, text(words, code, request.getMethod(), path), callback);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    static String code(int status) {
        return CODES.getOrDefault(status, status >= 500 ? "fault" : "bad-request");
    }

    private String text(Words words, int status, String method, String path) {
        Map<String, ?> values = Map.of("method", method, "path", path, "limit", megabytes);
        return Wire.text(new Refusal(status, code(status), values).problem(words, path));
    }
}
