package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Under which names a server is reached, and what whoever uses another one is told. */
class HostsTest {

    private static final Hosts HERE = Hosts.of("127.0.0.1", List.of());
    private static final Hosts NAMED =
            Hosts.of("127.0.0.1", List.of("Bounces.Example.IT.", "192.0.2.7", "[2001:db8::1]"));
    private static final Hosts LAN = Hosts.of("192.0.2.7", List.of());
    private static final Hosts EVERYWHERE = Hosts.of("0.0.0.0", List.of("bounces.example.it"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "localhost.",
                "app.localhost",
                "127.0.0.1",
                "127.8.9.10",
                "[::1]",
                "::1",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]"
            })
    void this_computer_is_reached_by_its_own_names_wherever_it_listens(String host) {
        assertThat(List.of(HERE, NAMED, LAN, EVERYWHERE)).allMatch(hosts -> hosts.own(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "127.0.0.01",
                "256.0.0.1",
                "a..b",
                "a b",
                "[::1",
                "::1::",
                "[::1%eth0",
                "[v1.x]",
                "a/b",
                "localhost:80:80",
                "bounces.example.it.evil.example",
                "bounces_example.it"
            })
    void whatever_else_is_somebody_elses(String host) {
        assertThat(List.of(HERE, NAMED, LAN, EVERYWHERE)).noneMatch(hosts -> hosts.own(host));
    }

    @Test
    void names_and_addresses_that_were_told_are_ours_however_they_are_written() {
        for (String host : List.of("bounces.example.it", "BOUNCES.example.it.", "192.0.2.7", "[2001:DB8:0:0::1]")) {
            assertThat(NAMED.own(host)).as(host).isTrue();
            assertThat(HERE.own(host)).as(host).isFalse();
        }
        assertThat(Hosts.of("127.0.0.1", List.of("città.example.it")).own("xn--citt-3na.example.it"))
                .isTrue();
    }

    @Test
    void who_listens_on_one_address_is_reached_there_and_who_listens_on_all_at_any_but_by_no_other_name() {
        assertThat(LAN.own("192.0.2.7")).isTrue();
        assertThat(LAN.own("192.0.2.8")).isFalse();
        assertThat(List.of("192.0.2.7", "198.51.100.3", "[2001:db8::9]", "bounces.example.it"))
                .allMatch(EVERYWHERE::own);
        assertThat(Hosts.of("::", List.of()).own("192.0.2.7")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, 192.0.2.7, true",
        "HTTPS://Bounces.Example.IT:8443, 192.0.2.7, true",
        "http://192.0.2.7:8080, 192.0.2.7, true",
        // a page may be anywhere: that we are reached by any address makes none of them ours
        "http://198.51.100.66, 192.0.2.7, false",
        "https://evil.example, bounces.example.it, false",
        "https://bounces.example.it.evil.example, bounces.example.it, false",
        "http://localhost@evil.example, localhost, false",
        "http://evil.example#localhost, localhost, false",
        "null, localhost, false",
        "file://, localhost, false",
        "localhost, localhost, false",
        "ftp://localhost, localhost, false",
        "'', localhost, false"
    })
    void pages_of_the_same_host_and_of_ours_may_ask(String origin, String host, boolean may) {
        assertThat(EVERYWHERE.mayAsk(origin, host)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://bounces.example.it", "bounces.example.it:8080", "*", "", "a,b", "bounces.example.it/x"})
    void what_is_no_name_of_a_host_is_noticed(String name) {
        assertThat(Hosts.canonical(name)).isNull();
    }

    @Test
    void a_refusal_names_the_host_that_was_read_and_the_option_to_add(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.start(folder, Bounds.DEFAULT, EVERYWHERE)) {
            String get = "GET /healthz HTTP/1.1\r\nHost: %s\r\n%sAccept-Language: %s\r\nConnection: close\r\n\r\n";
            for (String host :
                    List.of("bounces.example.it", "BOUNCES.EXAMPLE.IT.:8080", "198.51.100.3", "[2001:db8::9]:1")) {
                assertThat(server.raw(get.formatted(host, "", "it"))).startsWith("HTTP/1.1 200");
            }
            assertThat(server.raw("GET /healthz HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200");
            String name = server.raw(get.formatted("Rebound.example:8080", "", "it"));
            assertThat(name).startsWith("HTTP/1.1 421").contains("Content-Type: application/problem+json");
            assertThat(problem(name).path("code").asString()).isEqualTo("misdirected");
            assertThat(problem(name).path("detail").asString())
                    .isEqualTo("Il server non risponde al nome «Rebound.example». Se è quello giusto, chi lo gestisce "
                            + "può aggiungerlo all’avvio: --host rebound.example");
            assertThat(problem(server.raw(get.formatted("127.1", "", "en")))
                            .path("detail")
                            .asString())
                    .isEqualTo("The server doesn’t answer under the name “127.1”.");
            String page = server.raw(get.formatted("localhost", "Origin: https://evil.example\r\n", "en"));
            assertThat(page).startsWith("HTTP/1.1 403");
            assertThat(problem(page).path("detail").asString())
                    .contains("Pages from https://evil.example may not", "--host evil.example");
            assertThat(problem(server.raw(get.formatted("localhost", "Origin: null\r\n", "it")))
                            .path("detail")
                            .asString())
                    .contains("(Origin: null)")
                    .doesNotContain("--host");
            assertThat(server.raw(get.formatted("localhost", "Origin: http://localhost\r\nOrigin: null\r\n", "it")))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private static JsonNode problem(String response) {
        return Wire.JSON.readTree(response.substring(response.indexOf("\r\n\r\n") + 4));
    }
}
