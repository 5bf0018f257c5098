package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.7.124 | 0 5.7.124",
                "#5.4.14 | 0 5.4.14",
                "550 5.7.1 | 550 5.7.1",
                "4.7.500-699 | 0 4.7.500",
                "che significa NDR 5.4.14?? | 0 5.4.14",
                "ho l’errore 5.4.14 da ieri | 0 5.4.14",
                "errore 550 | 550 null",
                "550 | 550 null",
                "Errore: 5.7.1. | 0 5.7.1",
            })
    void a_typed_code_has_no_words(String text, String code) {
        Report report = Samples.read(text);
        assertThat(report.format()).isEqualTo(Report.CODE);
        assertThat(Samples.answers(Samples.only(report))).containsExactly(code);
        assertThat(Samples.only(report).recipient()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.1234", "6.1.1", "che cosa significa 5.7.1234?"})
    void an_impossible_code_is_told(String text) {
        assertThat(Samples.problem(text)).isEqualTo(Problem.BAD_CODE);
        assertThat(Samples.READING.read("5.7.1234").problem().args()).containsEntry("code", "5.7.1234");
    }

    @Test
    void a_persons_words_around_an_answer_stay_out_of_it() {
        Failure failure = Samples.only(Samples.read(
                "Buongiorno, scrivo al gruppo vendite e ricevo questo:",
                "",
                "550\u00a05.7.124 RESOLVER.RST.RestrictedToGroupPermission; Sender not in\u202fallowed-senders list"));
        assertThat(Samples.answers(failure))
                .containsExactly(
                        "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; Sender not in allowed-senders list");
        assertThat(failure.notice()).startsWith("Buongiorno");
        assertThat(Samples.answers(Samples.only(Samples.read("Ricevo l’errore 550 5.7.1 Unable to relay"))))
                .containsExactly("550 5.7.1 Unable to relay");
    }

    @Test
    void an_answer_right_below_a_subject_is_an_answer() {
        Failure failure =
                Samples.only(Samples.read("Subject: Offerta", "To: luca@example.it", "550 5.1.1 User unknown"));
        assertThat(Samples.answers(failure)).containsExactly("550 5.1.1 User unknown");
    }

    @Test
    void an_answer_of_several_lines_is_one() {
        Failure failure = Samples.only(Samples.read(
                "550-5.7.26 This message does not pass", "550-5.7.26 authentication", "550 5.7.26 checks"));
        assertThat(Samples.answers(failure))
                .containsExactly("550 5.7.26 This message does not pass authentication checks");
        failure = Samples.only(Samples.read(
                "550 5.7.23 The message was rejected because of",
                "Sender Policy Framework violation",
                "-> 550 5.7.1 SPF Check Failed"));
        assertThat(Samples.answers(failure))
                .containsExactly(
                        "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
                        "550 5.7.1 SPF Check Failed");
    }

    @Test
    void answers_for_different_recipients_are_several_failures() {
        Report report = Samples.read(
                "550 5.1.1 <anna@example.it>: Recipient address rejected: User unknown",
                "552 5.2.2 <luca@example.it>: Recipient address rejected: Mailbox full");
        assertThat(report.failures())
                .extracting(Failure::recipient)
                .containsExactly("anna@example.it", "luca@example.it");
        assertThat(report.failures()).extracting(Failure::bestStatus).containsExactly("5.1.1", "5.2.2");
        report = Samples.read("550 5.1.8 <anna@example.it>: Sender address rejected: Domain not found");
        assertThat(Samples.only(report).recipient()).isNull();
    }

    @Test
    void words_without_a_code_are_a_tentative_answer() {
        Report report =
                Samples.read("The message can't be submitted because the sender's submission quota was exceeded");
        assertThat(report.format()).isEqualTo(Report.NONE);
        assertThat(Samples.answers(Samples.only(report)))
                .containsExactly(
                        "0 null The message can't be submitted because the sender's submission quota was exceeded");
        assertThat(Samples.only(Samples.read("Ci vediamo alle 13? ".repeat(200)))
                        .answers())
                .isEmpty();
    }

    @Test
    void an_answer_and_the_headers_below_it_belong_together() {
        String headers = "Received: from a.example.it by b.example.it; Tue, 3 Nov 2026 09:15:02 +0000\n"
                + "From: anna@contoso.com\nTo: luca@example.it\n";
        for (String between :
                new String[] {"\n\nOriginal message headers:\n\n", "\n\nIntestazioni originali del messaggio:\n", "\n\n"
                }) {
            Report report = Samples.read("550 5.7.509 Access denied" + between + headers);
            assertThat(report.format()).isEqualTo(Report.TEXT);
            assertThat(report.message().from()).isEqualTo("anna@contoso.com");
            assertThat(Samples.answers(Samples.only(report))).containsExactly("550 5.7.509 Access denied");
        }
        Report report = Samples.read(headers, "550 5.7.509 Access denied");
        assertThat(report.message().to()).containsExactly("luca@example.it");
        assertThat(Samples.only(report).bestStatus()).isEqualTo("5.7.509");
    }

    @Test
    void headers_alone_have_one_failure_of_which_nothing_is_known() {
        Report report = Samples.read(
                "Authentication-Results: mx.example.it; spf=fail smtp.mailfrom=contoso.com",
                "From: anna@contoso.com",
                "To: luca@example.it");
        assertThat(report.format()).isEqualTo(Report.HEADERS);
        assertThat(report.failures()).containsExactly(Failure.of(java.util.List.of()));
        assertThat(report.message().authentication().results()).isNotEmpty();
    }

    @Test
    void an_ordinary_mail_is_none() {
        Report report =
                Samples.read("From: anna@contoso.com", "To: luca@fabrikam.com", "Subject: Pranzo?", "", "Alle 13?");
        assertThat(report.format()).isEqualTo(Report.NONE);
    }

    @Test
    void fields_of_a_delivery_status_may_be_pasted_alone() {
        Report report = Samples.read(
                "Ecco che cosa dice:",
                "",
                "Final-Recipient: rfc822;luca@example.it",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp;550 5.1.1 User unknown");
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
        assertThat(Samples.only(report).action()).isEqualTo("failed");
    }

    @Test
    void nothing_and_rubbish_are_told_apart() {
        assertThat(Samples.problem("")).isEqualTo(Problem.EMPTY);
        assertThat(Samples.problem(" \n\u00a0\n ")).isEqualTo(Problem.EMPTY);
        assertThat(Samples.READING.read(new byte[0]).problem().code()).isEqualTo(Problem.EMPTY);
        assertThat(Samples.READING
                        .read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                        .problem()
                        .code())
                .isEqualTo(Problem.UNREADABLE);
        Reading small = new Reading(Anchors.of(Samples.words()), Samples.knownDomains(), new Limits(100, 10, 5, 10));
        assertThat(small.read("x".repeat(101)).problem().code()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void any_unicode_form_of_a_text_is_read() {
        String text = "550 5.7.1 Unable to relay";
        for (byte[] bytes : new byte[][] {
            text.getBytes(StandardCharsets.UTF_16),
            text.getBytes(StandardCharsets.UTF_16LE),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)
        }) {
            assertThat(Samples.answers(Samples.only(Samples.READING.read(bytes).report())))
                    .containsExactly("550 5.7.1 Unable to relay");
        }
        byte[] few = "550 5.1.1".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Samples.answers(Samples.only(Samples.READING.read(few).report())))
                .containsExactly("550 5.1.1");
    }
}
