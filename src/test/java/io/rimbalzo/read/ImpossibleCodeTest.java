package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleCodeTest {

    private final Spoken spoken = Anchors.of(Samples.words()).spoken();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.7.1234 | 5.7.1234",
                "#6.1.1. | 6.1.1",
                "che cos’è 5.7.1234? | 5.7.1234",
                "550 6.1.1 | 6.1.1",
                "#550 5.7.1234 | 5.7.1234",
                "Ho ricevuto il codice 5.7.1234, cosa vuol dire? | 5.7.1234",
                "NDR 5.1000.1 | 5.1000.1"
            })
    void an_impossible_code_is_told_from_no_code(String text, String code) {
        assertThat(ImpossibleCode.in(text, spoken)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.1",
                "203.0.113.5",
                "version 6.1.1",
                "Ci vediamo alle 13?",
                "6.1",
                "1.2.3.4.5",
                "La riunione è fissata per il 5.7.2026 alle ore 10.",
                "Ci vediamo il 4.11.2026?",
                "Il fatturato è di 5.500.000 euro?",
                "Access denied, message must be RFC 5322 section 3.6.2 compliant",
                "Ho aggiornato PHP 7.4.33, va bene?"
            })
    void versions_addresses_dates_amounts_and_sections_are_no_impossible_codes(String text) {
        assertThat(ImpossibleCode.in(text, spoken)).isNull();
    }
}
