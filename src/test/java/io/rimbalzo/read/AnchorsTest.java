package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    private final Anchors anchors = Anchors.of(Samples.words());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Generating server: ex01.contoso.com | generating | en | ex01.contoso.com",
                "**Generating server:** ex01.contoso.com | generating | en | ex01.contoso.com",
                "GENERATING  SERVER : ex01.contoso.com | generating | en | ex01.contoso.com",
                "Server di generazione: ex01.contoso.com | generating | it | ex01.contoso.com",
                "Serveur de génération : ex01.contoso.com | generating | fr | ex01.contoso.com",
                "Your message to a@example.it couldn’t be delivered. | title | en | a@example.it",
                "mx.example.it rejected your message to the following email addresses: | refusing | en | mx.example.it",
                "Dettagli dell'errore | errors | it | ~~",
                "--- Below this line is a copy of the message. | original | en | .",
                "Original Message Details | details | en | ~~",
                "Original message headers: | headers | en | ~~",
            })
    void a_line_is_known_by_its_first_words(String line, String role, String language, String rest) {
        Anchors.Hit hit = anchors.match(line);
        assertThat(hit.role()).isEqualTo(role);
        assertThat(hit.language()).isEqualTo(language);
        assertThat(hit.rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Generating server room",
                "Errors happen",
                "Error 5",
                "~~",
                "---",
                "Buongiorno",
                "Returned mails pile up"
            })
    void other_lines_are_not_known(String line) {
        assertThat(anchors.match(line)).isNull();
    }

    @Test
    void every_language_uses_roles_that_english_explains() {
        Map<String, Map<String, String>> words = Samples.words();
        assertThat(words).containsKeys("en", "it");
        Set<String> known = roles(words.get("en"));
        words.forEach((language, phrases) -> assertThat(known).as(language).containsAll(roles(phrases)));
    }

    @Test
    void italian_has_the_words_of_both_reports() {
        assertThat(roles(Samples.words().get("it")))
                .contains(
                        "opening",
                        "admins",
                        "generating",
                        "headers",
                        "title",
                        "status",
                        "error",
                        "dsn-server",
                        "remote",
                        "hops",
                        "recipient",
                        "response",
                        "failure-subject");
    }

    private static Set<String> roles(Map<String, String> phrases) {
        return phrases.keySet().stream()
                .map(key -> key.substring("anchor.".length()).replaceAll("\\.\\d+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
