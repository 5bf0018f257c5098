package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    private static final String SEEN = "heading.when.seen.";

    private final Rimbalzo rimbalzo = Knowledge.rimbalzo();

    private String when(String language, String name) {
        Rule rule = rimbalzo.rules().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return When.of(rule, rimbalzo.library().words(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access.group-sender-not-allowed (code 5.7.124) | it | il codice è 5.7.124",
                "access.group-sender-not-allowed (code 5.7.124) | en | the code is 5.7.124",
                "access.group-large (restrictions missing) | it | il server risponde «needssenderrestrictions» o «dl expansion needs sender restrictions»",
                "reputation.activity-throttled (words alone) | it | il server risponde «access denied, please try again later»; il codice non è 4.7.500-999"
            })
    void a_rule_is_told_in_words(String name, String language, String told) {
        assertThat(when(language, name)).isEqualTo(told);
    }

    @Test
    void every_rule_is_told_in_every_language_and_most_of_them_without_signs() {
        for (String language : rimbalzo.library().spoken()) {
            Words words = rimbalzo.library().words(language);
            long signs = 0;
            for (Rule rule : rimbalzo.rules().all()) {
                String told = When.of(rule, words);
                assertThat(told).as(rule.name()).isNotBlank().doesNotContain("heading.", "context.", "{");
                signs += told.contains("==") || told.contains(">=") || told.contains(" in (") ? 1 : 0;
            }
            assertThat(signs).isLessThan(rimbalzo.rules().all().size() / 20);
        }
    }

    @Test
    void no_words_are_left_that_no_rule_needs() {
        Set<String> needed = new TreeSet<>();
        for (Rule rule : rimbalzo.rules().all()) {
            for (Requirement one : rule.requirements()) {
                boolean fact = one.kind() == Requirement.Kind.FACT;
                needed.add(!fact ? "" : SEEN + When.key(one.text()) + (one.absent() ? ".absent" : ""));
            }
        }
        Set<String> leftOver =
                new TreeSet<>(rimbalzo.library().words("it").entries().keySet());
        leftOver.removeIf(key -> !key.startsWith(SEEN) || needed.contains(key));
        assertThat(needed).contains(SEEN + "Recipient.form.is.x500.absent");
        assertThat(leftOver).isEmpty();
    }
}
