package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Original-Rcpt-To: <luca@example.it> | luca@example.it",
                "Removal-Recipient: luca@example.it | luca@example.it",
                "Source-IP: 203.0.113.5 | piero@example.it",
                "Original-Rcpt-To: Undisclosed Recipients |"
            })
    void a_complaint_is_no_failure_of_delivery(String field, String recipient) {
        Report report = Samples.read(
                "From: fbl@example.it",
                "To: abuse@contoso.com",
                "Subject: FW: Offerta",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "This is an email abuse report for a message of 550 5.7.1 bytes.",
                "--b",
                "Content-Type: message/feedback-report",
                "",
                "Feedback-Type: abuse",
                "User-Agent: x",
                "Version: 1",
                field,
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "From: anna@contoso.com",
                recipient == null ? "Subject: y" : "To: piero@example.it",
                "",
                "Offerta",
                "--b--");
        Failure failure = Samples.only(report);
        assertThat(report.format()).isEqualTo(Report.TEXT);
        assertThat(failure.action()).isEqualTo("feedback");
        assertThat(failure.recipient()).isEqualTo(recipient);
        assertThat(failure.answers()).isEmpty();
        assertThat(report.message().from()).isEqualTo("anna@contoso.com");
    }
}
