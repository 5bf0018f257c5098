package io.rimbalzo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.rimbalzo.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rimbalzo mcp} as a program of its own, and what stands on its input line by line. */
class McpStreamTest extends McpContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n";

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Drimbalzo.home=" + Knowledge.PROJECT,
                "-Drimbalzo.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "io.rimbalzo.cli.Main",
                "mcp");
    }

    @Override
    McpClientTransport transport() {
        return new StdioClientTransport(
                ServerParameters.builder(command().get(0))
                        .args(command().subList(1, command().size()))
                        .build(),
                McpJsonDefaults.getMapper());
    }

    private record Run(List<JsonNode> answers, List<Integer> unused) {}

    private static Run run(String input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> unused = new ArrayList<>();
        McpStream.serve(
                Knowledge::rimbalzo,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                unused::add);
        return new Run(
                out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList(), unused);
    }

    @Test
    void blank_and_broken_lines_do_no_harm() throws IOException {
        Run run = run("\n  \r\n{broken\n[]\n\"text\"\n17\nnull\n" + "[".repeat(5_000) + "\n"
                + "{\"jsonrpc\":\"2.0\",\"method\":5}\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n" + PING);
        assertThat(run.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.path("id").asInt()).isEqualTo(7);
            assertThat(answer.has("result")).isTrue();
        });
        assertThat(run.unused()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void what_was_asked_before_the_end_is_answered_also_without_a_last_line_end() throws IOException {
        Run run =
                run("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"explain_code\","
                        + "\"arguments\":{\"code\":\"5.1.1\"}}}\r\n" + PING.strip());
        assertThat(run.answers())
                .extracting(answer -> answer.path("id").asString())
                .containsExactly("a", "7");
        assertThat(run.answers().get(0).at("/result/isError").asBoolean(true)).isFalse();
    }

    @Test
    void a_request_that_cannot_be_used_gets_an_error_and_not_silence() throws IOException {
        Run run = run("{\"jsonrpc\":\"2.0\",\"id\":1}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"no/such\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":\"x\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no-such\"}\n" + PING);
        assertThat(run.answers().stream().map(answer -> answer.at("/error/code").asInt(0)))
                .startsWith(-32600, -32601, -32602)
                .hasSize(5)
                .endsWith(0);
        assertThat(run.answers().get(3).has("error")).isTrue();
        assertThat(run.unused()).isEmpty();
    }

    @Test
    void each_version_of_the_protocol_is_spoken() throws IOException {
        for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
            Run run = run("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                    + version + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n");
            assertThat(run.answers().get(0).at("/result/protocolVersion").asString())
                    .isEqualTo(version);
        }
    }

    @Test
    void the_command_ends_with_its_input_and_writes_nothing_but_messages(@TempDir Path folder) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), "not a message\n" + PING);
        Process process = new ProcessBuilder(command())
                .redirectInput(in.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n");
        assertThat(Files.readString(folder.resolve("err")))
                .startsWith("rimbalzo: ")
                .contains("1");
    }
}
