package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiName;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.RuleBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the server lives, whether it can answer, and what it has counted. */
final class Health {

    /** The process answers. */
    public record Alive(String status) {}

    /**
     * Whether answers can be had, and by which rules.
     *
     * @param status  {@code ready}, or {@code stuck} where all its threads are busy with work that took too long
     * @param waiting requests that wait for their turn
     * @param running requests that are worked on
     * @param left    pieces of work that took too long and have not ended yet
     */
    public record Ready(String status, RulesInUse rules, int waiting, int running, int left) {}

    /**
     * The set in use.
     *
     * @param set      its name, by what its files hold
     * @param number   how many sets have been in use, this one included
     * @param loadedAt since when, in ISO 8601
     * @param refused  a newer set that cannot be used; absent where there is none
     */
    public record RulesInUse(
            String set,
            int number,
            String loadedAt,
            int files,
            int rules,
            @OpenApiNullable @Nullable RefusedRules refused) {}

    /**
     * A newer set that cannot be used.
     *
     * @param set        absent where a file could not even be read
     * @param complaints {@code rules/tls.drl:16:7: there is no fact "Dmrac". ...}
     */
    @OpenApiName("RefusedRules")
    public record RefusedRules(@OpenApiNullable @Nullable String set, String at, List<String> complaints) {}

    private final RuleBook book;
    private final Work work;
    private final Meters meters;

    Health(RuleBook book, Work work, Meters meters) {
        this.book = book;
        this.work = work;
        this.meters = meters;
    }

    @OpenApi(
            path = "/healthz",
            methods = HttpMethod.GET,
            operationId = "isAlive",
            summary = "Whether the process answers",
            tags = "operation",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(mimeType = Representation.JSON, from = Alive.class)))
    void alive(Context http) {
        Wire.answer(http, Representation.JSON, Wire.text(new Alive("ok")));
    }

    @OpenApi(
            path = "/readyz",
            methods = HttpMethod.GET,
            operationId = "isReady",
            summary = "Whether answers can be had, by which rules, and whether newer ones were refused",
            tags = "operation",
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = Ready.class)),
                @OpenApiResponse(
                        status = "503",
                        description = "Not for now.",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = Ready.class))
            })
    void ready(Context http) {
        boolean stuck = work.isStuck();
        Ready ready =
                new Ready(stuck ? "stuck" : "ready", rules(book.status()), work.waiting(), work.running(), work.left());
        Wire.answer(http.status(stuck ? 503 : 200), Representation.JSON, Wire.text(ready));
    }

    private static RulesInUse rules(RuleBook.Status status) {
        RuleBook.Refusal refusal = status.refused();
        RefusedRules refused = refusal == null
                ? null
                : new RefusedRules(refusal.set(), refusal.at().toString(), refusal.complaints());
        return new RulesInUse(
                status.set(), status.number(), status.loadedAt().toString(), status.files(), status.rules(), refused);
    }

    @OpenApi(
            path = "/metrics",
            methods = HttpMethod.GET,
            operationId = "getMetrics",
            summary = "What has been counted, as Prometheus reads it",
            tags = "operation",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(mimeType = "text/plain", type = "string")))
    void metrics(Context http) {
        Wire.answer(http, Meters.TYPE, meters.text());
    }
}
