package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStatusTest {

    /** A report with these fields, after the text for people. */
    static Report report(String human, String... fields) {
        return Samples.read(
                "From: MAILER-DAEMON@mx.example.it",
                "To: anna@contoso.com",
                "Subject: Undelivered Mail",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
                "",
                "--b1",
                "Content-Type: text/plain; charset=us-ascii",
                "",
                human,
                "",
                "--b1",
                "Content-Type: message/delivery-status",
                "",
                String.join("\n", fields),
                "",
                "--b1",
                "Content-Type: text/rfc822-headers",
                "",
                "From: Anna <anna@contoso.com>",
                "To: luca@example.it",
                "Subject: =?iso-8859-1?Q?Perch=E9?=",
                "",
                "--b1--");
    }

    @Test
    void every_failed_and_delayed_recipient_counts() {
        Report report = report(
                "Sorry.",
                "Reporting-MTA: dns; mx.example.it",
                "Arrival-Date: Tue, 3 Nov 2026 09:15:58 +0000",
                "",
                "Original-Recipient: rfc822;luca@example.it",
                "Final-Recipient: rfc822; luca@example.it",
                "Action: failed",
                "Status: 5.1.1 (permanent failure)",
                "Remote-MTA: dns; mail.example.it (203.0.113.7)",
                "Diagnostic-Code: smtp; 550 5.1.1 <luca@example.it>: User",
                "  unknown",
                "",
                "Final-Recipient: rfc822;<piero@example.it>",
                "Action: delayed",
                "Status: 4.4.1",
                "Will-Retry-Until: Sat, 7 Nov 2026 09:15:58 +0000",
                "",
                "Final-Recipient: rfc822;carla@example.it",
                "Action: relayed",
                "Status: 2.0.0");
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(report.failures())
                .extracting(Failure::recipient)
                .containsExactly("luca@example.it", "piero@example.it");
        Failure first = report.failures().get(0);
        assertThat(first.action()).isEqualTo("failed");
        assertThat(first.status()).isEqualTo("5.1.1");
        assertThat(first.servers()).isEqualTo(new Servers("mx.example.it", "mail.example.it"));
        assertThat(Samples.answers(first)).containsExactly("550 5.1.1 <luca@example.it>: User unknown");
        assertThat(report.failures().get(1).action()).isEqualTo("delayed");
        assertThat(report.failures().get(1).retryUntil()).isEqualTo(OffsetDateTime.parse("2026-11-07T09:15:58Z"));
        assertThat(report.message().subject()).isEqualTo("Perché");
    }

    @Test
    void where_nothing_failed_what_happened_is_kept() {
        Report report = report(
                "OK.",
                "Reporting-MTA: dns; mx.example.it",
                "",
                "Final-Recipient: rfc822;luca@example.it",
                "Action: relayed",
                "Status: 2.0.0");
        assertThat(Samples.only(report).action()).isEqualTo("relayed");
        assertThat(Samples.only(report).bestStatus()).isEqualTo("2.0.0");
    }

    @Test
    void an_answer_that_the_fields_lack_comes_from_the_text() {
        Report report = report(
                "<luca@example.it>: host mail.example.it[203.0.113.7] said: 550 5.1.1 User unknown (in reply\n"
                        + "    to RCPT TO command)\n\n<piero@example.it>: host mail.example.it[203.0.113.7] said: 552 5.2.2 Mailbox full",
                "Reporting-MTA: dns; mx.example.it",
                "",
                "Final-Recipient: rfc822;piero@example.it",
                "Action: failed",
                "Status: 5.0.0",
                "",
                "Final-Recipient: rfc822;luca@example.it",
                "Action: failed",
                "Status: 5.0.0");
        assertThat(report.failures()).extracting(Failure::bestStatus).containsExactly("5.2.2", "5.1.1");
        assertThat(report.failures()).extracting(f -> f.servers().remote()).containsOnly("mail.example.it");
    }

    @Test
    void a_reply_of_which_the_field_has_only_the_first_line_is_completed() {
        Report report = report(
                "   ----- The following addresses had permanent fatal errors -----\n"
                        + "<luca@example.it>\n    (reason: 552-5.7.0 This message was blocked because)\n\n"
                        + "   ----- Transcript of session follows -----\n... while talking to mx.example.it.:\n>>> DATA\n"
                        + "<<< 552-5.7.0 This message was blocked because\n<<< 552 5.7.0 its content presents a risk",
                "Reporting-MTA: dns; mx.contoso.com",
                "",
                "Final-Recipient: rfc822;luca@example.it",
                "Action: failed",
                "Status: 5.7.0",
                "Diagnostic-Code: SMTP; 552-5.7.0 This message was blocked because");
        assertThat(Samples.answers(Samples.only(report)).get(0))
                .isEqualTo("552 5.7.0 This message was blocked because its content presents a risk");
    }

    @Test
    void a_status_without_recipients_gives_way_to_the_text() {
        Report report = report(
                "<luca@example.it>:\nSorry, no mailbox here by that name. (#5.1.1)",
                "Reporting-MTA: dns; mx.example.it");
        assertThat(report.format()).isEqualTo(Report.TEXT);
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
        assertThat(Samples.only(report).bestStatus()).isEqualTo("5.1.1");
        assertThat(Samples.only(report).servers().generating()).isEqualTo("mx.example.it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Final-Recipient: rfc822;luca@example.it\\nAction: failed\\n\\nStatus: 5.1.1 | luca@example.it | 5.1.1",
                "Final-Recipient: rfc822;luca@example.it\\nStatus: 5.1.1\\nReporting-MTA: dns;x.it | luca@example.it | 5.1.1",
                "final-recipient: RFC822; luca@example.it>\\nstatus: 5.1.1 | luca@example.it | 5.1.1",
                "Original-Recipient: rfc822;luca@example.it\\nFinal-Recipient: x400; /C=IT/\\nStatus: 5.1.1 | luca@example.it | 5.1.1",
                "Final-Recipient: rfc822;luca@example.it\\nAction: FAILED (mailbox full)\\nStatus: nonsense | luca@example.it | ",
            })
    void fields_as_real_servers_write_them(String fields, String recipient, String status) {
        Failure failure = Samples.only(report("Sorry.", fields.replace("\\n", "\n")));
        assertThat(failure.recipient()).isEqualTo(recipient);
        assertThat(failure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dns; mx.example.it | mx.example.it",
                "dns;mx.example.it (203.0.113.1) | mx.example.it",
                "dns; [203.0.113.1] | 203.0.113.1",
                "mx.example.it | mx.example.it",
                "dns; mx.example.it. | mx.example.it",
                "dns; | "
            })
    void hosts_in_fields(String field, String host) {
        assertThat(DeliveryStatus.host(field)).isEqualTo(host);
    }

    @Test
    void a_remote_server_is_another_one() {
        Report report = report(
                "Sorry.",
                "Reporting-MTA: dns; mx.example.it",
                "",
                "Final-Recipient: rfc822;luca@example.it",
                "Action: failed",
                "Status: 5.1.1",
                "Remote-MTA: dns; MX.example.it",
                "Diagnostic-Code: smtp; 550 5.1.1 x");
        assertThat(Samples.only(report).servers()).isEqualTo(new Servers("mx.example.it", null));
    }

    @Test
    void a_transcript_that_names_nobody_tells_of_the_only_recipient() {
        Failure failure = Samples.only(report(
                "   ----- Transcript of session follows -----\n554 5.3.0 unknown mailer error 255",
                "Final-Recipient: rfc822; |catch.pl",
                "Action: failed",
                "Status: 5.0.0",
                "Diagnostic-Code: X-Unix; 255"));
        assertThat(Samples.answers(failure)).containsExactly("554 5.3.0 unknown mailer error 255");
        assertThat(Samples.only(report(
                                "Sorry.",
                                "Final-Recipient: rfc822; luca@example.it",
                                "Action: failed",
                                "Status: 5.0.0",
                                "Diagnostic-Code: X-Unix; 127"))
                        .answers())
                .isEmpty();
    }
}
