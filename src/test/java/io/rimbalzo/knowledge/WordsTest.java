package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words: complete in each language, none left over, the same values in all, and free of known slips. */
class WordsTest {

    @Test
    void the_words_are_complete_in_both_languages_and_in_order() {
        assertThat(CasesTest.faults(fault -> fault.kind().startsWith("words."))).isEmpty();
        assertThat(Knowledge.checked().texts()).isGreaterThan(6000);
        assertThat(Knowledge.checked().languages()).contains("it", "en");
    }
}
