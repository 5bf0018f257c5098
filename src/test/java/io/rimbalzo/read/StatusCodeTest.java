package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
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
    @ValueSource(
            strings = {
                "192.5.1.1",
                "5.1.1.4",
                "v5.1.1",
                "version 5.1.1",
                "versione 5.1.1",
                "Postfix/5.4.3",
                "5.7.1234",
                "6.1.1",
                "3.1.1",
                "il 5.11.2026",
                "5.7",
                "5..1",
                "a5.7.1",
                "5.7.1a",
                "tel. 045.123.456",
                "5.7.1@example.it"
            })
    void what_only_looks_like_a_code_is_none(String text) {
        assertThat(StatusCode.find(text, 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Il fatturato è di 5.500.000 euro",
                "ore 5.30.15",
                "+39 0376 5.71.33",
                "5.07.001",
                "file-5.7.1.tar.gz",
                "App 5.7.1\\x.exe",
                "http://example.it/?code=5.7.1",
                "relazione-2-5.7.1",
                "RFC 5321 section 4.1.1",
                "2.5.500.1"
            })
    void amounts_times_files_and_sections_are_no_codes(String text) {
        assertThat(StatusCode.find(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dsn=5.1.1, status=bounced | 5.1.1",
                "550-5.7.26 text | 5.7.26",
                "550 5.9.1 text | 5.9.1",
                "(#5.9.2) | 5.9.2"
            })
    void logs_and_replies_name_codes(String text, String code) {
        assertThat(StatusCode.find(text, 0).code()).isEqualTo(code);
    }
}
