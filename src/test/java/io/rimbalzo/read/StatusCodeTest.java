package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5.7.124 | 5.7.124",
        "#5.4.14 | 5.4.14",
        "(#5.1.1) | 5.1.1",
        "4.7.500-699 | 4.7.500",
        "5.7.7xx | 5.7.700",
        "errore 5.7.1, che fare? | 5.7.1",
        "finisce con 5.1.10. | 5.1.10",
        "2.1.5 accettato | 2.1.5",
        "da 203.0.113.5 arriva 5.7.1 | 5.7.1",
    })
    void a_code_is_found_in_running_text(String text, String code) {
        assertThat(StatusCode.find(text, 0).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.5.1.1", "5.1.1.4", "v5.1.1", "version 5.1.1", "versione 5.1.1", "Postfix/5.4.3", "5.7.1234",
            "6.1.1", "3.1.1", "il 5.11.2026", "5.7", "5..1", "a5.7.1", "5.7.1a", "tel. 045.123.456", "5.7.1@example.it"})
    void what_only_looks_like_a_code_is_none(String text) {
        assertThat(StatusCode.find(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.7.1234 | 5.7.1234", "6.1.1 | 6.1.1", "che cos’è 5.7.1234? | 5.7.1234"})
    void an_impossible_code_is_told_from_no_code(String text, String code) {
        assertThat(StatusCode.impossible(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.1", "203.0.113.5", "version 6.1.1", "Ci vediamo alle 13?", "6.1", "1.2.3.4.5"})
    void versions_and_addresses_are_no_impossible_codes(String text) {
        assertThat(StatusCode.impossible(text)).isNull();
    }

    @Test
    void a_status_field_is_a_code_as_a_whole() {
        assertThat(StatusCode.isCode("5.1.1")).isTrue();
        assertThat(StatusCode.isCode("5.1.1 ")).isFalse();
        assertThat(StatusCode.isCode(null)).isFalse();
    }
}
