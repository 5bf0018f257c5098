package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Little of a report, as people copy it: one header, one line of a log, a label that is not known. */
class FragmentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forefront-Antispam-Report: CIP:203.0.113.7;SCL:5;SFV:SPM;PTR:InfoDomainNonexistent;CAT:SPM;",
                "X-Spam-Status: Yes, score=8.3 required=5.0 tests=BAYES_99,URIBL_BLACK",
            })
    void a_verdict_alone_is_headers_and_no_answer(String text) {
        Report report = Samples.read(text);
        assertThat(report.format()).isEqualTo(Report.HEADERS);
        assertThat(Samples.only(report).answers()).isEmpty();
    }

    @Test
    void a_line_of_postfix_log_without_an_answer_tells_the_reason() {
        Failure failure =
                Samples.only(Samples.read("Feb  3 10:11:12 mx postfix/smtp[4321]: 4F1A2B3C: to=<luca@example.it>,"
                        + " relay=none, delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred"
                        + " (connect to mx.example.it[203.0.113.7]:25: Connection timed out)"));
        assertThat(Samples.answers(failure))
                .containsExactly("0 4.4.1 connect to mx.example.it[203.0.113.7]:25: Connection timed out");
    }

    @Test
    void a_code_under_an_unknown_label_of_the_modern_report_counts() {
        Failure failure = Samples.only(Samples.read(
                "Il messaggio a vendite@contoso.com non è stato recapitato.",
                "",
                "Il gruppo vendite accetta messaggi solo da persone nella propria organizzazione.",
                "",
                "mario\tOffice 365\tvendite",
                "Mittente\t\tAzione richiesta",
                "Stato: 550 5.7.133"));
        assertThat(failure.bestStatus()).isEqualTo("5.7.133");
    }

    @Test
    void sendmail_names_the_recipient_before_three_dots() {
        Failure failure = Samples.only(Samples.read(
                "   ----- Transcript of session follows -----",
                "<luca@example.it>... Deferred: Connection timed out with mx.example.it.",
                "Warning: message still undelivered after 4 hours"));
        assertThat(failure.recipient()).isEqualTo("luca@example.it");
        assertThat(Samples.answers(failure).get(0)).startsWith("0 null Deferred: Connection timed out");
    }

    @Test
    void a_notice_of_certified_mail_is_a_report() {
        Failure failure = Samples.only(Samples.read(
                "From: posta-certificata@pec.example.it",
                "To: mario@pec.contoso.com",
                "Subject: AVVISO DI MANCATA CONSEGNA: documenti",
                "X-Ricevuta: errore-consegna",
                "",
                "Il giorno 12/03/2026 nel messaggio \"documenti\" proveniente da \"mario@pec.contoso.com\"",
                "e destinato all'utente \"anna@pec.fabrikam.com\"",
                "è stato rilevato un errore 5.1.1 - Gestore PEC S.p.A. - indirizzo non valido.",
                "Il messaggio è stato rifiutato dal sistema.",
                "Identificativo messaggio: opec123.20260312101233.12345.67.1.8@pec.example.it"));
        assertThat(failure.recipient()).isEqualTo("anna@pec.fabrikam.com");
        assertThat(failure.bestStatus()).isEqualTo("5.1.1");
        assertThat(failure.answers().get(0).text()).contains("indirizzo non valido");
    }

    @Test
    void results_alone_are_compared_with_the_domain_that_dmarc_names() {
        Report report = Samples.read("Authentication-Results: spf=pass smtp.mailfrom=bounce.fabrikam.com;"
                + " dkim=pass header.d=fabrikam.com; dmarc=fail action=quarantine header.from=example.it");
        assertThat(report.message().authentication().alignments())
                .allSatisfy(a -> assertThat(a.fromDomain()).isEqualTo("example.it"))
                .allSatisfy(a -> assertThat(a.aligned()).isFalse())
                .hasSize(2);
    }
}
