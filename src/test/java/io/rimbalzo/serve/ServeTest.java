package io.rimbalzo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
        return new ProcessBuilder(command).start();
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
                new String[] {"--port", "0", "--bind", "203.0.113.7"})) {
            Process process = start(wrong);
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(complaint).startsWith("rimbalzo: ").hasLineCount(1);
        }
    }
}
