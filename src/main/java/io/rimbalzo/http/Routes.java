package io.rimbalzo.http;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.rimbalzo.RuleBook;
import io.rimbalzo.guidance.Words;
import java.util.List;
import java.util.Map;

/** Which path is answered by whom, and what becomes of what goes wrong there. */
final class Routes {

    private static final System.Logger LOG = System.getLogger("io.rimbalzo.http");
    private static final String MESSAGE = "/v1/messages/{language}/{kind}/{name}";

    private final RuleBook book;
    private final Meters meters;
    private final WebFiles web = new WebFiles();
    private final Diagnosing diagnosing;
    private final Knowledge knowledge;
    private final Reference reference;
    private final Health health;
    private final MessageRoutes messages;
    private final BotRoutes bots;
    private final Exchange exchange;
    private final List<Mount> mounts;

    Routes(RuleBook book, Settings settings, Work work, List<Mount> mounts) {
        Bodies bodies = new Bodies(settings.bounds().bytes());
        this.book = book;
        this.mounts = mounts;
        this.meters = new Meters(book, work);
        this.diagnosing = new Diagnosing(
                book, bodies, work, meters, new Intake(settings.bounds().bytes()));
        this.knowledge = new Knowledge(book, work);
        this.reference = new Reference(book, new Description());
        this.health = new Health(book, work, meters);
        this.exchange = new Exchange(bodies, work);
        this.bots = new BotRoutes(book, exchange);
        this.messages = new MessageRoutes(book, bodies, work, new MessageDesk(settings.messages()), settings.access());
    }

    void register(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE; // Bodies looks after it
        config.requestLogger.http((http, milliseconds) ->
                meters.answered(http.method().name(), route(http), http.statusCode(), milliseconds));
        RoutesConfig routes = config.routes;
        routes.before(this::page);
        routes.post("/v1/diagnose", diagnosing::diagnose);
        routes.post("/v1/turn", diagnosing::turn);
        get(routes, "/v1/diagnoses", knowledge::diagnoses);
        get(routes, "/v1/diagnoses/{id}", knowledge::diagnosis);
        get(routes, "/v1/codes/{code}", knowledge::code);
        get(routes, "/v1/rules", knowledge::rules);
        get(routes, "/v1/languages", reference::languages);
        get(routes, "/v1/schema", reference::schema);
        get(routes, "/v1/messages", messages::list);
        routes.post("/v1/messages", messages::make);
        routes.post("/v1/messages/preview", messages::preview);
        get(routes, MESSAGE, messages::get);
        routes.put(MESSAGE, messages::set);
        routes.delete(MESSAGE, messages::remove);
        get(routes, "/openapi.json", reference::description);
        get(routes, "/healthz", health::alive);
        get(routes, "/readyz", health::ready);
        get(routes, "/metrics", health::metrics);
        routes.post("/webhook/rasa", bots::rasa);
        routes.post("/webhook/dialogflow", bots::dialogflow);
        mounts.forEach(mount -> routes.post(mount.path(), http -> exchange.answer(http, mount.face())));
        routes.exception(Refusal.class, (refusal, http) -> tell(refusal, http));
        routes.exception(HttpResponseException.class, (e, http) -> tell(refusal(e, http), http));
        routes.exception(Exception.class, this::fault);
    }

    /** HEAD is the same without the body, which the server leaves out by itself. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void page(Context http) {
        boolean get = http.method().equals(HandlerType.GET) || http.method().equals(HandlerType.HEAD);
        if (get && !http.path().startsWith("/v1/") && web.serve(http)) {
            http.skipRemainingHandlers();
        }
    }

    /** The pattern of the path, so that nobody's input makes a new row. */
    private static String route(Context http) {
        Endpoint matched = http.endpoints().matchedHttpEndpoint();
        return matched == null ? http.statusCode() < 400 ? "web" : "none" : matched.path;
    }

    private void tell(Refusal refusal, Context http) {
        Words words = Asked.words(http, book.current());
        http.status(refusal.status());
        refusal.headers().forEach(http::header);
        http.header("Content-Language", words.locale()).header("Vary", "Accept, Accept-Language");
        Wire.answer(http, Problem.TYPE, Wire.text(refusal.problem(words, http.path())));
    }

    private static Refusal refusal(HttpResponseException e, Context http) {
        Refusal refusal = new Refusal(
                e.getStatus(),
                Errors.code(e.getStatus()),
                Map.of("path", http.path(), "method", http.method().name()));
        return e instanceof MethodNotAllowedResponse ? refusal.with("Allow", String.join(", ", allowed(e))) : refusal;
    }

    private static List<String> allowed(HttpResponseException e) {
        return List.of(String.valueOf(e.getDetails().getOrDefault("availableMethods", ""))
                .split(",\\s*"));
    }

    /** What went wrong is for the log; a client that is gone is nobody's fault. */
    private void fault(Exception e, Context http) {
        boolean gone = Errors.isGone(e);
        LOG.log(gone ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "a request failed", e);
        tell(new Refusal(gone ? 400 : 500, gone ? "broken-body" : "fault", Map.of()), http);
    }
}
