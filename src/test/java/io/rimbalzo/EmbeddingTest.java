package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Result;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rimbalzo inside another program, which has none of the libraries of the server and of the other faces. */
class EmbeddingTest {

    /** Parts of the paths of jars that only faces need; optional in the pom. */
    private static final List<String> OF_FACES = List.of(
            "javalin", "jetty", "kotlin", "servlet", "mcp-", "reactor", "prometheus", "commons-cli", "websocket");

    /** The other program. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Path.of(arguments[0])));
            Result result = rimbalzo.diagnose(Submission.of("550 5.7.124 Sender not in allowed-senders list", "en"));
            byte[] title = result.failures().get(0).guidance().title().getBytes(StandardCharsets.UTF_8);
            System.out.write(title, 0, title.length);
            System.out.flush();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(".jar") || OF_FACES.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void it_answers_without_the_libraries_of_the_faces() throws Exception {
        assertThat(classPath()).doesNotContain("javalin").isNotEqualTo(System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        Program.class.getName(),
                        Path.of("").toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEqualTo("The sender isn’t among those who may write to the group");
    }

    @Test
    void the_knowledge_comes_from_the_jar_where_there_are_no_folders() throws Exception {
        Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Path.of("no-such-folder")));
        assertThat(rimbalzo.diagnose(Submission.of("5.7.124", "it")).failures()).hasSize(1);
    }
}
