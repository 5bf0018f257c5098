package io.rimbalzo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person starts it: a process, its one line, its end. */
@Timeout(60)
class ServeTest {

    @TempDir
    Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Drimbalzo.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.rimbalzo.cli.Main",
                "serve"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void it_tells_its_address_answers_and_ends_when_told_to() throws Exception {
        Process process = start("--port", "0", "--lang", "en");
        try {
            String line = line(process);
            assertThat(line).startsWith("rimbalzo: answering at http://127.0.0.1:");
            URI health = URI.create(line.substring(line.indexOf("http"))).resolve("/readyz");
            var response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(response.body()).contains("\"status\":\"ready\"");
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrong_usage_is_one_sentence() throws Exception {
        Path shortToken = Files.writeString(folder.resolve("token"), "1234\n");
        for (String[] wrong : List.of(
                new String[] {"--port", "80000"},
                new String[] {"--token-file", shortToken.toString()},
                new String[] {"--host", "bounces.example.it,https://bounces.example.it"},
                new String[] {"--port", "0", "--bind", "203.0.113.7"})) {
            Process process = start(wrong);
            assertThat(process.waitFor()).isEqualTo(2);
            String complaint = Files.readString(folder.resolve("err"));
            assertThat(complaint).startsWith("rimbalzo: ").hasLineCount(1);
        }
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void it_answers_under_the_names_told_over_every_face_and_what_clients_do_wrong_is_not_told_at_the_terminal()
            throws Exception {
        Process process =
                start("--port", "0", "--lang", "it", "--host", "bounces.example.it, it.contoso.com", "--host", "city");
        try {
            int port = URI.create(line(process).replaceAll("^.*(?=http)", "")).getPort();
            String post =
                    "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nContent-Type: application/json; charset=nope\r\n"
                            + "Accept: application/json, text/event-stream\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            for (String host : List.of("bounces.example.it", "it.contoso.com", "CITY:80", "localhost")) {
                assertThat(raw(port, post.formatted("/mcp", host, host))).startsWith("HTTP/1.1 400");
                assertThat(raw(port, post.formatted("/webhook/rasa", host, host)))
                        .startsWith("HTTP/1.1 200");
                assertThat(raw(port, post.formatted("/v1/messages/preview", host, host)))
                        .startsWith("HTTP/1.1 422");
            }
            for (String path : List.of("/mcp", "/webhook/rasa", "/v1/messages/preview", "/")) {
                assertThat(raw(port, post.formatted(path, "fabrikam.com", "localhost")))
                        .startsWith("HTTP/1.1 421");
                assertThat(raw(port, post.formatted(path, "city", "fabrikam.com")))
                        .startsWith("HTTP/1.1 403");
            }
            raw(port, "GARBAGE\r\n\r\n");
            raw(port, "GET /" + "x".repeat(40_000) + " HTTP/1.1\r\n\r\n");
            try (Socket gone = new Socket("127.0.0.1", port)) {
                gone.getOutputStream()
                        .write(post.formatted("/mcp", "city", "city").getBytes(StandardCharsets.US_ASCII));
                gone.setSoLinger(true, 0);
            }
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("err"))).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
