package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.knowledge.Knowledge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an answer came about is told of the answer that was given. */
class WhyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<Result> results() throws IOException {
        List<Result> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            for (Path file : files.sorted().toList()) {
                for (String lang : List.of("it", "en")) {
                    results.add(Knowledge.rimbalzo()
                            .diagnose(new Submission(file.toString(), Files.readAllBytes(file), Map.of(), lang)));
                }
            }
        }
        for (String text : List.of(
                "550 5.7.1 Delivery not authorized", "550 5.7.1 nothing known", "5.7.124", "no report at all")) {
            results.add(Knowledge.rimbalzo().diagnose(Submission.of(text, "it")));
        }
        results.add(Knowledge.rimbalzo()
                .diagnose(new Submission(
                        null,
                        "550 5.7.1 RESOLVER.RST.NotAuthorized".getBytes(StandardCharsets.UTF_8),
                        Map.of("recipient-kind", "group", "group-members", "9000"),
                        "en")));
        return results;
    }

    @Test
    void it_agrees_with_the_answer_in_everything_that_both_tell() throws IOException {
        int failures = 0;
        for (Result result : results()) {
            JsonNode why = JSON.readTree(WhyJson.of(result));
            JsonNode answer = JSON.readTree(Json.line(result));
            for (String same : List.of("id", "lang", "report", "error")) {
                assertThat(why.path(same)).as(same).isEqualTo(answer.path(same));
            }
            assertThat(why.path("failures").size())
                    .isEqualTo(answer.path("failures").size());
            for (int i = 0; i < why.path("failures").size(); i++) {
                agrees(why.path("failures").get(i), answer.path("failures").get(i));
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(10);
    }

    private static void agrees(JsonNode why, JsonNode answer) {
        assertThat(why.path("recipient")).isEqualTo(answer.path("recipient"));
        List<String> alternatives = ids(why.path("ranking"), "alternative");
        assertThat(alternatives).isEqualTo(ids(answer.path("alternatives"), null));
        if (answer.path("diagnosis").isNull()) {
            assertThat(why.path("diagnosis").isNull()).isTrue();
            assertThat(why.path("ranking").size()).isZero();
            return;
        }
        JsonNode diagnosis = answer.path("diagnosis");
        assertThat(why.path("diagnosis").path("id")).isEqualTo(diagnosis.path("id"));
        assertThat(why.path("diagnosis").path("certainty")).isEqualTo(diagnosis.path("certainty"));
        assertThat(ids(why.path("ranking"), "diagnosis"))
                .containsExactly(diagnosis.path("id").asString());
        assertThat(why.path("fired")).anySatisfy(fired -> {
            assertThat(fired.path("rule").path("name"))
                    .isEqualTo(diagnosis.path("rule").path("name"));
            assertThat(fired.path("rule").path("line"))
                    .isEqualTo(diagnosis.path("rule").path("line"));
        });
        // every proof is a fact that was read
        for (JsonNode proof : diagnosis.path("evidence")) {
            assertThat(proof.path("fact").asString().equals("Inferred") ? why.path("inferred") : why.path("facts"))
                    .anySatisfy(fact -> assertThat(fact.toString())
                            .contains(proof.path("fact").toString()));
        }
        List<String> fired = new ArrayList<>();
        why.path("fired").forEach(one -> fired.add(one.path("rule").path("name").asString()));
        why.path("nearly").forEach(near -> {
            assertThat(fired).doesNotContain(near.path("rule").path("name").asString());
            assertThat(near.path("missing").asString()).isNotBlank().doesNotContain("rules.");
        });
    }

    private static List<String> ids(JsonNode array, String place) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : array) {
            if (place == null || one.path("place").asString().equals(place)) {
                ids.add(one.path("id").asString());
            }
        }
        return ids;
    }

    @Test
    void a_text_one_word_off_is_told_with_the_phrase_that_was_missing() {
        String[][] table = {
            {"it", "mancava: la risposta contiene «not authorized to send to the distribution group»"},
            {"en", "missing: the answer contains “not authorized to send to the distribution group”"},
        };
        for (String[] row : table) {
            Result result = Knowledge.rimbalzo()
                    .diagnose(Submission.of("550 5.7.124 not authorised to send to the distribution group", row[0]));
            String page = WhyText.of(result, false, false).replaceAll("\\s+", " ");
            assertThat(page).contains(row[1]).contains("rules/access-group.drl:");
        }
    }

    @Test
    void the_page_has_eighty_columns_and_no_key_or_brace() throws IOException {
        for (Result result : results()) {
            for (boolean all : List.of(false, true)) {
                String page = WhyText.of(result, all, false);
                assertThat(page)
                        .doesNotContain("why.")
                        .doesNotContain("rules.R")
                        .doesNotContain("{value}");
                assertThat(page.lines().filter(line -> line.length() > TextPage.WIDTH))
                        .allSatisfy(line -> assertThat(line.strip()).doesNotContain(" "));
            }
        }
    }

    @Test
    void what_decided_is_told_in_words() {
        Result result = Knowledge.rimbalzo()
                .diagnose(new Submission(
                        null,
                        "550 5.7.1 RESOLVER.RST.NotAuthorized".getBytes(StandardCharsets.UTF_8),
                        Map.of("recipient-kind", "group"),
                        "en"));
        String page = WhyText.of(result, false, false).replaceAll("\\s+", " ");
        assertThat(page)
                .contains("It is the diagnosis.")
                .contains("what was answered to the questions has already chosen the diagnosis");
    }
}
