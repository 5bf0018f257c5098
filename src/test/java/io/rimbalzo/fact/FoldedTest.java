package io.rimbalzo.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Access Denied|access denied",
                "È PIENA|è piena",
                "domain’s policy|domain's policy",
                "l‘utente ‚x′|l'utente 'x'",
                "“spam” „x” «y»|\"spam\" \"x\" \"y\"",
                "a–b—c‑d|a-b-c-d",
            })
    void case_quotes_and_dashes_are_as_a_keyboard_writes_them(String text, String folded) {
        assertThat(Folded.fold(text)).isEqualTo(folded);
    }

    @Test
    void white_space_of_any_kind_is_one_blank_and_what_takes_no_room_is_gone() {
        assertThat(Folded.fold("a \t\r\n b\u00a0c\u202fd\u2009e\u3000f")).isEqualTo("a b c d e f");
        assertThat(Folded.fold("a\u00a0 \u202f\nb")).isEqualTo("a b");
        assertThat(Folded.fold("\ufeffde\u200bni\u00aded")).isEqualTo("denied");
        assertThat(Folded.fold("a \u200b b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 User\tunknown|user unknown|true",
                "spf check failed|spf|true",
                "spfx check failed|spf|false",
                "the nospf zone|spf|false",
                "(spf)|spf|true",
                "5.7.10|5.7.1|false",
                "5.7.1: denied|5.7.1|true",
                "x5.7.1|5.7.1|false",
                "spfx and spf|spf|true",
                "error: <x> is full|<x> is full|true",
                "error:<x>is full|<x>|true",
                "user bob@example.it is unknown|user * unknown|true",
                "user unknown|user * unknown|true",
                "unknown user|user * unknown|false",
                "userx unknown|user * unknown|false",
                "user user unknown|user*user * unknown|true",
                "user unknown|user*user * unknown|false",
                "denied|access denied|false",
            })
    void a_phrase_is_found_at_the_bounds_of_words(String text, String phrase, boolean says) {
        assertThat(Folded.says(text, phrase)).isEqualTo(says);
        assertThat(Folded.says(text, "something else", phrase)).isEqualTo(says);
    }

    @Test
    void nothing_says_nothing() {
        assertThat(Folded.says(null, "spf")).isFalse();
        assertThat(Folded.says("", "spf")).isFalse();
    }
}
