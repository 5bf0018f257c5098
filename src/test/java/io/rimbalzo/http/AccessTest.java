package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change texts: nobody where there is no token or no folder, and otherwise whoever shows the token. */
class AccessTest {

    private static final String ENTRY =
            "{\"language\": \"it\", \"internal\": true, \"dsnCode\": \"5.7.124\", \"text\": \"Riservato\"}";

    @TempDir
    Path folder;

    private static HttpResponse<String> made(TestServer server, String authorization) throws Exception {
        String[] headers = {"Content-Type", "application/json", "Accept-Language", "it", "Authorization", authorization
        };
        return server.post("/v1/messages", ENTRY, headers);
    }

    private static Settings settings(Access access, Path messages) {
        return new Settings("127.0.0.1", 0, Hosts.of("127.0.0.1", List.of()), access, messages, Bounds.DEFAULT);
    }

    private Access access() throws IOException {
        return Access.read(Files.writeString(folder.resolve("token"), TestServer.TOKEN + "\n"));
    }

    @Test
    void no_token_is_right_where_the_server_has_none() throws Exception {
        try (TestServer server = TestServer.start(settings(null, folder))) {
            HttpResponse<String> refused = made(server, "Bearer " + TestServer.TOKEN);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(TestServer.json(refused).path("code").asString()).isEqualTo("writing-off");
            assertThat(TestServer.json(refused).path("detail").asString())
                    .isEqualTo("I testi si possono cambiare solo se il server è stato avviato con --token-file.");
        }
    }

    @Test
    void the_right_token_is_not_enough_where_there_is_no_folder() throws Exception {
        try (TestServer server = TestServer.start(settings(access(), null))) {
            HttpResponse<String> refused = made(server, "Bearer " + TestServer.TOKEN);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(TestServer.json(refused).path("code").asString()).isEqualTo("no-folder");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer 9f2c1b7a5d3e4f6",
                "Bearer 9f2c1b7a5d3e4f600",
                "Bearer 9F2C1B7A5D3E4F60",
                "Basic 9f2c1b7a5d3e4f60",
                "9f2c1b7a5d3e4f60"
            })
    void nothing_but_the_token_is_right(String authorization) throws Exception {
        try (TestServer server = TestServer.start(settings(access(), folder))) {
            assertThat(made(server, authorization).statusCode()).isEqualTo(401);
            assertThat(made(server, "bearer " + TestServer.TOKEN).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void what_cannot_be_written_is_a_fault_of_the_server_not_of_the_client() throws Exception {
        Path file = Files.createDirectory(folder.resolve("i18n"));
        Files.createDirectories(file.resolve("system-messages_it.properties").resolve("in the way"));
        try (TestServer server = TestServer.start(settings(access(), file))) {
            HttpResponse<String> failed = made(server, "Bearer " + TestServer.TOKEN);
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(TestServer.json(failed).path("code").asString()).isEqualTo("fault");
        }
    }
}
