package io.rimbalzo.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rimbalzo.Folders;
import io.rimbalzo.MessagePreview;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.Flaw;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.MessageStore;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.render.CatalogueJson;
import io.rimbalzo.render.HtmlPage;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.MarkdownPage;
import io.rimbalzo.render.TextPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page with the interface it calls, {@code POST /v1/diagnose}, over the machine itself: nothing is made up. */
final class LocalService implements Service {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private record Answer(int status, String type, byte[] body) {

        static Answer of(int status, String type, String body) {
            return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer json(String body) {
            return of(200, "application/json", body);
        }

        static Answer problem(int status, String detail, List<String> violations) {
            Map<String, Object> problem = new LinkedHashMap<>(Map.of("status", status, "detail", detail));
            problem.put(
                    "violations",
                    violations.stream().map(one -> Map.of("detail", one)).toList());
            return of(status, "application/problem+json", MAPPER.writeValueAsString(problem));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Rimbalzo rimbalzo;
    private final MessageStore store;

    private LocalService(HttpServer server, Rimbalzo rimbalzo, MessageStore store) {
        this.server = server;
        this.rimbalzo = rimbalzo;
        this.store = store;
    }

    static LocalService start(Folders folders, Path messages) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LocalService service = new LocalService(server, Rimbalzo.open(folders), new MessageStore(messages));
        server.setExecutor(service.threads);
        server.createContext("/", service::serve);
        server.start();
        return service;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange http) throws IOException {
        Answer answer;
        try {
            answer = answer(http);
        } catch (RuntimeException e) {
            answer = Answer.problem(500, String.valueOf(e), List.of());
        }
        http.getResponseHeaders().set("Content-Type", answer.type());
        http.getResponseHeaders().set("Content-Security-Policy", POLICY);
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        http.getResponseBody().write(answer.body());
        http.close();
    }

    private Answer answer(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getRawPath();
        Map<String, List<String>> query = query(http.getRequestURI().getRawQuery());
        String lang = query.containsKey("lang")
                ? query.get("lang").get(0)
                : http.getRequestHeaders().getFirst("Accept-Language");
        Words words = rimbalzo.spoken(lang);
        if (path.equals("/v1/diagnose")) {
            return diagnose(http, query, lang);
        } else if (path.equals("/v1/languages")) {
            return Answer.json(MAPPER.writeValueAsString(Map.of(
                    "languages",
                    rimbalzo.library().spoken().stream()
                            .map(tag -> Map.of("tag", tag))
                            .toList())));
        } else if (path.equals("/v1/diagnoses")) {
            String asked = query.getOrDefault("q", List.of("")).get(0);
            List<String> ids = asked.isEmpty() ? List.of() : rimbalzo.search(asked, 50);
            Catalogue all = Catalogue.of(rimbalzo.rules());
            List<Entry> found = ids.stream()
                    .flatMap(id ->
                            all.entries().stream().filter(entry -> entry.id().equals(id)))
                    .toList();
            return Answer.json(CatalogueJson.of(asked.isEmpty() ? all : new Catalogue(found, List.of()), words));
        } else if (path.startsWith("/v1/diagnoses/")) {
            String id = decoded(path.substring("/v1/diagnoses/".length()));
            return rimbalzo.rules().about().containsKey(id)
                    ? Answer.json(MAPPER.readTree(CatalogueJson.of(
                                    Catalogue.of(rimbalzo.rules()).only(List.of(id)), words))
                            .get("diagnoses")
                            .get(0)
                            .toString())
                    : Answer.problem(404, "There is no " + id, List.of());
        } else if (path.startsWith("/v1/messages")) {
            return messages(http, path, words);
        }
        return file(path.equals("/") ? "/index.html" : path);
    }

    private Answer diagnose(HttpExchange http, Map<String, List<String>> query, String lang) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        Map<String, String> context = new HashMap<>();
        query.getOrDefault("context", List.of()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            context.put(parts[0], parts[1]);
        });
        if (http.getRequestHeaders().getFirst("Content-Type").equals("application/json")) {
            JsonNode line = MAPPER.readTree(body);
            line.path("context")
                    .properties()
                    .forEach(one -> context.put(one.getKey(), one.getValue().asString()));
            body = line.get("message").asString().getBytes(StandardCharsets.UTF_8);
        }
        Result result = rimbalzo.diagnose(new Submission(null, body, context, lang));
        if (result.error() != null) {
            return Answer.problem(422, result.error().message(), List.of());
        }
        return switch (http.getRequestHeaders().getFirst("Accept")) {
            case "text/markdown" -> Answer.of(200, "text/markdown;charset=utf-8", MarkdownPage.of(result));
            case "text/html" -> Answer.of(200, "text/html;charset=utf-8", HtmlPage.of(result));
            case "text/plain" -> Answer.of(200, "text/plain;charset=utf-8", TextPage.of(result, false));
            default -> Answer.json(Json.line(result));
        };
    }

    private Answer messages(HttpExchange http, String path, Words words) throws IOException {
        String method = http.getRequestMethod();
        if (method.equals("GET")) {
            return Answer.json(MAPPER.writeValueAsString(Map.of(
                    "messages",
                    store.read().all().stream().map(LocalService::entry).toList())));
        }
        boolean preview = path.equals("/v1/messages/preview");
        if (!preview && !("Bearer " + TOKEN).equals(http.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.problem(401, "The token is not valid.", List.of());
        }
        byte[] body = http.getRequestBody().readAllBytes();
        JsonNode told = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
        String text = told.path("text").asString("");
        Identity.Parsed parsed = Identity.parse(
                preview || path.equals("/v1/messages")
                        ? name(told)
                        : decoded(path.substring("/v1/messages/".length())).replace("quota/", ""));
        List<Flaw> flaws = new ArrayList<>(parsed.flaws());
        flaws.addAll(method.equals("DELETE") ? List.of() : RichText.flaws(text));
        if (!flaws.isEmpty()) {
            return Answer.problem(
                    422,
                    "The text cannot be used.",
                    flaws.stream().map(flaw -> sentence(flaw, words)).toList());
        }
        SystemMessage message = new SystemMessage(parsed.identity(), text, false, null, 0);
        if (preview) {
            return Answer.json(MAPPER.writeValueAsString(MessagePreview.of(rimbalzo, message)));
        }
        if (method.equals("DELETE")) {
            store.remove(parsed.identity());
        } else {
            store.put(message);
        }
        return new Answer(204, "application/json", new byte[0]);
    }

    private static Map<String, Object> entry(SystemMessage message) {
        Identity identity = message.identity();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("identity", identity.toString());
        entry.put("language", identity.language());
        entry.put("internal", identity.audience() == Identity.Audience.INTERNAL);
        entry.put(identity.isQuota() ? "quotaMessageType" : "dsnCode", identity.name());
        entry.put("text", message.text());
        entry.put("original", message.original());
        return entry;
    }

    private static String name(JsonNode told) {
        return told.path("language").asString("") + "\\"
                + (told.has("quotaMessageType")
                        ? told.get("quotaMessageType").asString()
                        : (told.path("internal").asBoolean() ? "Internal" : "External") + "\\"
                                + told.path("dsnCode").asString(""));
    }

    private static String sentence(Flaw flaw, Words words) {
        Map<String, Object> values = new HashMap<>(flaw.values());
        values.put("suggestion", "");
        return words.say(flaw.key(), values);
    }

    private static Answer file(String path) throws IOException {
        try (InputStream in = LocalService.class.getResourceAsStream("/web" + path)) {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            return in == null || !TYPES.containsKey(ending)
                    ? Answer.problem(404, path, List.of())
                    : new Answer(200, TYPES.get(ending), in.readAllBytes());
        }
    }

    private static Map<String, List<String>> query(String raw) {
        return raw == null
                ? Map.of()
                : List.of(raw.split("&")).stream()
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> decoded(pair[0]),
                                Collectors.mapping(pair -> decoded(pair[1]), Collectors.toList())));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
