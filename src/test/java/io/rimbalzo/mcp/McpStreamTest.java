package io.rimbalzo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
    void several_messages_in_a_list_are_answered_with_a_list() throws IOException {
        Run run = run("[" + PING.strip() + ",{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},5,"
                + PING.strip().replace("7", "\"b\"") + "]\n"
                + "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]\n" + PING);
        assertThat(run.answers()).hasSize(2);
        JsonNode several = run.answers().get(0);
        assertThat(several.get(0).toString()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}");
        assertThat(several.get(1).at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(several.get(2).path("id").asString()).isEqualTo("b");
        assertThat(run.unused()).isEmpty();
    }

    @Test
    void an_id_that_the_protocol_does_not_know_ends_nothing() throws IOException {
        Run run = run(PING.replace("7", "1.5")
                + PING.replace("7", "123456789012345678901")
                + PING.replace("7", "{}")
                + PING.replace("7", "true")
                + PING);
        assertThat(run.answers().stream().map(answer -> answer.at("/error/code").asInt(0)))
                .containsExactly(-32600, -32600, 0);
        assertThat(run.unused()).containsExactly(3, 4);
    }

    @Test
    void a_line_without_bounds_is_passed_over() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> unused = new ArrayList<>();
        byte[] input = (PING.replace("ping", "x".repeat(2_000)) + PING).getBytes(StandardCharsets.UTF_8);
        McpStream.serve(Knowledge::rimbalzo, new ByteArrayInputStream(input), out, unused::add, 1_000);
        assertThat(unused).containsExactly(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n");
    }

    @Test
    void an_edit_of_the_knowledge_is_in_the_next_answer(@TempDir Path site) throws Exception {
        Files.createDirectories(site.resolve("rules"));
        Files.createDirectories(site.resolve("i18n"));
        Files.writeString(site.resolve("rules/contoso.drl"), """
                package rules

                // 550 5.7.1 Contoso says no
                rule "contoso.says-no"
                    @source("Contoso") @responsible("sender") @category("policy")
                when
                    $r : Reply( says("contoso says no") )
                then
                    conclude.certain("contoso.says-no", $r);
                end
                """);
        Files.writeString(site.resolve("i18n/contoso_en.properties"), """
                contoso.says-no.title = Contoso says no
                contoso.says-no.cause = Contoso does not want it.
                contoso.says-no.do.sender.1 = Ask Contoso.
                """);
        Rimbalzo edited = Rimbalzo.open(Folders.in(Knowledge.PROJECT).withSite(site));
        AtomicReference<Rimbalzo> current = new AtomicReference<>(Knowledge.rimbalzo());
        String asked = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"resources/read\",\"params\":{\"uri\":"
                + "\"rimbalzo://diagnosis/contoso.says-no?lang=en\"}}\n";
        InputStream before = new ByteArrayInputStream(asked.getBytes(StandardCharsets.UTF_8));
        InputStream after = new FilterInputStream(new ByteArrayInputStream(asked.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                current.set(edited);
                return super.read(into, from, length);
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        McpStream.serve(current::get, new SequenceInputStream(before, after), out, line -> {});
        List<JsonNode> answers =
                out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        int known = Knowledge.rimbalzo().rules().about().size();
        assertThat(answers.get(0).at("/result/resources").size()).isEqualTo(known);
        assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(answers.get(2).at("/result/resources").size()).isEqualTo(known + 1);
        assertThat(answers.get(3).at("/result/contents/0/text").asString()).startsWith("# Contoso says no");
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
