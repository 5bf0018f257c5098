package io.rimbalzo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void a_swap_a_gap_and_a_wrong_letter_are_one_step() {
        assertThat(Spelling.distance("gmial.com", "gmail.com")).isEqualTo(1);
        assertThat(Spelling.distance("gmal.com", "gmail.com")).isEqualTo(1);
        assertThat(Spelling.distance("gnail.com", "gmail.com")).isEqualTo(1);
        assertThat(Spelling.distance("libero.it", "libero.it")).isZero();
        assertThat(Spelling.distance("", "it")).isEqualTo(2);
    }

    @Test
    void the_nearest_word_is_told_only_when_it_is_near() {
        List<String> known = List.of("recipient-kind", "sender-location", "deployment");
        assertThat(Spelling.nearest("recipent-kind", known)).contains("recipient-kind");
        assertThat(Spelling.nearest("DEPLOYMENT", known)).contains("deployment");
        assertThat(Spelling.nearest("xyz", known)).isEmpty();
    }
}
