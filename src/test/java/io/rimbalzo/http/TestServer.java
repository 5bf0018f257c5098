package io.rimbalzo.http;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.read.Limits;
import io.rimbalzo.rule.Refused;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A server of the project's own knowledge on a free port, and a client of it. */
final class TestServer implements AutoCloseable {

    static final String TOKEN = "9f2c1b7a5d3e4f60";
    static final String BOUNCE = "550 5.7.124 Sender not in allowed-senders list";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RuleBook book;
    private final Server server;

    private TestServer(RuleBook book, Server server) {
        this.book = book;
        this.server = server;
    }

    static Bounds quick(int bytes, Duration budget, Duration head, Duration whole) {
        return new Bounds(bytes, 2, 4, budget, head, whole, Duration.ofSeconds(5), 100);
    }

    static TestServer start(Path folder, Bounds bounds, Mount... mounts) throws IOException, Refused {
        return start(folder, bounds, Hosts.of("127.0.0.1", List.of()), mounts);
    }

    static TestServer start(Path folder, Bounds bounds, Hosts hosts, Mount... mounts) throws IOException, Refused {
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Path messages = Files.createDirectories(folder.resolve("i18n"));
        return start(new Settings("127.0.0.1", 0, hosts, Access.read(token), messages, bounds), mounts);
    }

    static TestServer start(Settings settings, Mount... mounts) throws IOException, Refused {
        Limits limits = Limits.DEFAULT.ofBytes(settings.bounds().bytes());
        RuleBook book = Rimbalzo.watch(Folders.in(Path.of("")), limits, null, status -> {});
        return new TestServer(book, Server.start(book, settings, List.of(mounts)));
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    /** Each method with its path, but HEAD, which is where GET is: {@code GET /healthz}. */
    List<String> served() {
        return server.served();
    }

    Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** What comes back for these bytes, until the server closes. */
    String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(headers(HttpRequest.newBuilder(uri(path)), headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(headers(HttpRequest.newBuilder(uri(path)), headers).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
        return send(headers(HttpRequest.newBuilder(uri(path)), headers).POST(BodyPublishers.ofByteArray(body)));
    }

    static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return Wire.JSON.readTree(response.body());
    }

    static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Ends the server alone. */
    void end() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
        book.close();
    }
}
