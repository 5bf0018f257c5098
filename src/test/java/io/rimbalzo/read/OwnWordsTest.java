package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errore 550 5.7.1 quando invio una mail a un fornitore | 550 5.7.1",
                "5.7.1 – cosa vuol dire? | 0 5.7.1",
                "Mi torna 5.7.124 ogni volta che scrivo al gruppo vendite | 0 5.7.124",
                "Mi torna 5.7.1 anche se la mailbox full non è | 0 5.7.1",
                "I get 550 5.7.708 since yesterday, please help | 550 5.7.708",
                "550 5.7.1 cosa significa, e che faccio? | 550 5.7.1",
                "5.7.1 error | 0 5.7.1",
                "5.1.1 User unknown, Linux kernel 5.4.1 | 0 5.1.1 User unknown, Linux kernel 5.4.1",
            })
    void words_of_a_person_around_a_code_are_no_answer(String text, String answer) {
        assertThat(Samples.answers(Samples.only(Samples.read(text)))).containsExactly(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Scrivo a Luca e ricevo \"550 5.7.1 Unable to relay\". Perché? | 550 5.7.1 Unable to relay",
                "Ricevo «550 5.7.1 Unable to relay» da ieri | 550 5.7.1 Unable to relay",
                "il server risponde 550 5.2.2 Mailbox full, che posso fare? | 550 5.2.2 Mailbox full",
                "ricevo questo: 550 5.1.1 Content filter. User unknown. Che cosa devo fare? | 550 5.1.1 Content filter. User unknown",
                "550 5.1.1 Utente sconosciuto in questa casella | 550 5.1.1 Utente sconosciuto in questa casella",
                "554 5.7.1 Rejected: why? See http://example.it/x | 554 5.7.1 Rejected: why? See http://example.it/x",
            })
    void an_answer_ends_where_the_person_goes_on(String text, String answer) {
        assertThat(Samples.answers(Samples.only(Samples.read(text)))).containsExactly(answer);
    }

    @Test
    void a_question_below_an_answer_is_not_part_of_it() {
        assertThat(Samples.answers(Samples.only(Samples.read("550 5.7.1 Unable to relay", "che cosa vuol dire?"))))
                .containsExactly("550 5.7.1 Unable to relay");
    }

    @Test
    void what_introduces_pasted_headers_is_no_answer() {
        Report report = Samples.read(
                "Ciao, mailbox full di offerte, guarda le intestazioni",
                "",
                "Received: from a.example.it by b.example.it; Tue, 3 Nov 2026 09:15:58 +0000",
                "From: anna@example.it");
        assertThat(report.format()).isEqualTo(Report.HEADERS);
        assertThat(Samples.only(report).answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uso .NET Framework 4.7.2",
                "PHP 5.6.40 e Android 4.4.2 non vanno",
                "Ho Linux kernel 5.4.1 da ieri",
                "La riunione è fissata per il 5.7.2026 alle ore 10.",
                "Chiamami al +39 0376 5.71.33 appena puoi"
            })
    void versions_dates_and_numbers_are_no_report(String text) {
        assertThat(Samples.read(text).format()).isEqualTo(Report.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#550 5.7.1234", "550 6.1.1", "Ho ricevuto il codice 5.7.1234, cosa vuol dire?"})
    void an_impossible_code_is_told_where_a_code_is_meant(String text) {
        assertThat(Samples.problem(text)).isEqualTo(Problem.BAD_CODE);
    }

    @Test
    void a_section_of_a_standard_is_no_impossible_code() {
        assertThat(Samples.answers(
                        Samples.only(Samples.read("Access denied, message must be RFC 5322 section 3.6.2 compliant"))))
                .containsExactly("0 null Access denied, message must be RFC 5322 section 3.6.2 compliant");
    }
}
