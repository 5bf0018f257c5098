package io.rimbalzo.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of the page in the browser, {@code web/words/it.json}. */
class WebWordsTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final List<String> LANGUAGES = List.of("it", "en");
    private static final Pattern SAID = Pattern.compile("\\b(?:say|count)\\(\"([a-z][a-zA-Z0-9.-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private static Map<String, String> words(String language) throws IOException {
        return JsonMapper.builder()
                .build()
                .readValue(
                        Files.readString(WEB.resolve("words/" + language + ".json")),
                        new TypeReference<TreeMap<String, String>>() {});
    }

    @Test
    void both_languages_have_the_same_keys_and_placeholders() throws IOException {
        Map<String, String> italian = words("it");
        Map<String, String> english = words("en");
        assertThat(english.keySet()).isEqualTo(italian.keySet());
        italian.forEach((key, text) -> {
            // "one" may be a word in one language and a figure in the other
            if (!key.endsWith(".one")) {
                assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text));
            }
        });
    }

    private static Collection<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_other_pages_say_too_is_said_with_the_same_words() throws Exception {
        Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Path.of(".")));
        for (String language : LANGUAGES) {
            Words bundles = rimbalzo.spoken(language);
            Map<String, String> shared = words(language);
            shared.keySet().removeIf(key -> !bundles.has(key));
            assertThat(shared).hasSizeGreaterThan(80);
            shared.forEach(
                    (key, text) -> assertThat(text).as(language + " " + key).isEqualTo(bundles.raw(key)));
        }
    }

    /** A check, a topic or a category that the rest of the program gains has to be told here too. */
    @Test
    void no_check_topic_or_category_is_missing() throws Exception {
        Words bundles = Rimbalzo.open(Folders.in(Path.of("."))).spoken("it");
        Map<String, String> words = words("it");
        List<String> needed = new ArrayList<>();
        for (String file : List.of("i18n/page_it.properties", "i18n/rules_it.properties", "i18n/ui_it.properties")) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String key = line.split("=", 2)[0].strip();
                if (key.matches("(page\\.check|rules\\.topic|rules\\.category|who|certainty|permanence|retry)\\..*")
                        && bundles.has(key)) {
                    needed.add(key);
                }
            }
        }
        assertThat(needed).hasSizeGreaterThan(50);
        assertThat(words).containsKeys(needed.toArray(String[]::new));
    }

    @Test
    void every_key_that_the_page_says_has_its_words() throws IOException {
        Map<String, String> words = words("en");
        List<String> said = new ArrayList<>();
        try (Stream<Path> files = Files.list(WEB.resolve("js"))) {
            for (Path file : files.toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
            }
        }
        assertThat(said)
                .hasSizeGreaterThan(20)
                .allMatch(key -> words.containsKey(key) || words.containsKey(key + ".other"));
    }

    @Test
    void italian_has_the_typographic_apostrophe_and_addresses_nobody() throws IOException {
        words("it")
                .forEach((key, text) ->
                        assertThat(text).as(key).doesNotContain("'").doesNotContainIgnoringCase("si prega"));
        words("en").forEach((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }
}
