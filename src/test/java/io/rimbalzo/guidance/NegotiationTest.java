package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which language suits whom: tags as people, browsers and systems write them. */
class NegotiationTest {

    private static String best(List<String> spoken, String wish) {
        Negotiation.Match match = new Negotiation(spoken).best(wish);
        return match == null ? null : match.language() + " " + match.locale();
    }

    @Test
    void a_tag_finds_its_language_and_keeps_its_region() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("it", "it it"),
                Map.entry("IT", "it it"),
                Map.entry("it-CH", "it it-CH"),
                Map.entry("it_IT", "it it-IT"),
                Map.entry("it_CH.UTF-8", "it it-CH"),
                Map.entry("it_IT@euro", "it it-IT"),
                Map.entry("it-Latn-SM", "it it-SM"),
                Map.entry("it-ZZ", "it it"),
                Map.entry("it-CH-u-nu-arab", "it it-CH"),
                Map.entry("ita", "it it"),
                Map.entry("en-GB", "en en-GB"),
                Map.entry("en-150", "en en"),
                Map.entry("cy", "en en")));
        expected.forEach((wish, found) ->
                assertThat(best(List.of("en", "it"), wish)).as(wish).isEqualTo(found));
    }

    @Test
    void a_list_as_browsers_send_it_is_read_by_weight() {
        List<String> spoken = List.of("en", "it");
        assertThat(best(spoken, "de-CH, it;q=0.8")).isEqualTo("it it");
        assertThat(best(spoken, "en;q=0.3,it-CH;q=0.9")).isEqualTo("it it-CH");
        assertThat(best(spoken, "de, fr;q=0.9, en-GB;q=0.8, *;q=0.1")).isEqualTo("en en-GB");
        assertThat(best(spoken, "it;q=0, en;q=0.1")).isEqualTo("en en");
        assertThat(best(List.of("de", "en", "it"), "gsw-CH, fr;q=0.8")).isEqualTo("de de");
    }

    @Test
    void what_nobody_speaks_finds_nothing() {
        for (String wish : List.of(
                "",
                " ",
                "xx",
                "de",
                "*",
                "klingon",
                "it;q=0",
                "it;q=much",
                ";;;,,,",
                "en it",
                "x".repeat(600),
                "de, fr")) {
            assertThat(best(List.of("en", "it"), wish)).as(wish).isNull();
        }
        assertThat(best(List.of("en", "it"), null)).isNull();
    }

    @Test
    void forms_of_a_language_are_told_apart() {
        List<String> spoken = List.of("en", "pt", "pt-BR");
        assertThat(best(spoken, "pt-BR")).isEqualTo("pt-BR pt-BR");
        assertThat(best(spoken, "pt")).isEqualTo("pt pt");
        assertThat(best(spoken, "pt-AO")).startsWith("pt ");
    }

    /** ICU costs more at its first use than a whole diagnosis. */
    @Test
    void a_language_that_is_spoken_is_found_without_icu() throws IOException, InterruptedException {
        assertThat(classes("--lang", "it-CH")).noneMatch(line -> line.contains("com.ibm.icu"));
        assertThat(classes("--lang", "gsw, it")).anyMatch(line -> line.contains("com.ibm.icu.util.LocaleMatcher"));
    }

    private static List<String> classes(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-Drimbalzo.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.rimbalzo.cli.Main",
                "diagnose"));
        command.addAll(List.of(arguments));
        command.add("examples/gruppo-riservato.eml");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(
                        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains("access.group-sender-not-allowed"));
        return lines;
    }
}
