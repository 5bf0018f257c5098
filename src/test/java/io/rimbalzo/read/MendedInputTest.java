package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.MethodResult;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that pasting and forwarding has changed. */
class MendedInputTest {

    private static final String DSN = String.join(
            "\n",
            "From: postmaster@contoso.com",
            "To: anna@contoso.com",
            "Subject: Undeliverable: Offerta",
            "Content-Type: multipart/report; report-type=delivery-status;",
            "\tboundary=b1",
            "",
            "--b1",
            "Content-Type: text/plain",
            "",
            "Sorry.",
            "--b1",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; ex.contoso.com",
            "",
            "Final-Recipient: rfc822; luca@example.it",
            "Action: failed",
            "Status: 5.1.1",
            "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
            "--b1--",
            "");

    @Test
    void a_whole_report_is_indented() {
        String indented = "  " + DSN.replace("\n", "\n  ");
        for (Outcome outcome : new Outcome[] {
            Samples.READING.read(indented),
            Samples.READING.read(indented.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
        }) {
            assertThat(outcome.report().format()).isEqualTo(Report.DSN);
            assertThat(Samples.only(outcome.report()).recipient()).isEqualTo("luca@example.it");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/octet-stream; name=\"Undeliverable.eml\" | base64",
                "application/octet-stream; name=Undeliverable.eml | 7bit",
                "message/rfc822 | base64"
            })
    void a_report_is_attached_as_a_file(String type, String encoding) {
        String file = encoding.equals("base64")
                ? Base64.getMimeEncoder().encodeToString(DSN.getBytes(StandardCharsets.UTF_8))
                : DSN;
        Report report = Samples.read(
                "From: anna@contoso.com",
                "To: help@contoso.com",
                "Subject: I: Offerta",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=out",
                "",
                "--out",
                "Content-Type: text/plain",
                "",
                "guarda",
                "--out",
                "Content-Type: " + type,
                "Content-Transfer-Encoding: " + encoding,
                "",
                file,
                "--out--");
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
    }

    @Test
    void the_source_of_a_page_is_pasted() {
        Failure failure = Samples.only(
                Samples.read(
                        "<p>Delivery has failed to these recipients or groups:</p><p>luca@example.it<br>x</p>"
                                + "<p><b>Diagnostic information for administrators:</b></p><p>Generating server: mbx01.contoso.com</p>"
                                + "<p>luca@example.it<br>mx.example.it #&lt;mx.example.it #5.1.1 smtp;550 5.1.1 not found&gt; #SMTP#</p>"));
        assertThat(failure.recipient()).isEqualTo("luca@example.it");
        assertThat(failure.servers()).isEqualTo(new Servers("mbx01.contoso.com", "mx.example.it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 User unknown\\u0007 | 550 5.1.1 User unknown",
                "550 5.1.1 User\\u0000 unknown" + " | 550 5.1.1 User unknown"
            })
    void stray_control_characters_are_left_out(String text, String answer) {
        String raw = text.replace("\\u0007", "\u0007").replace("\\u0000", "\u0000");
        assertThat(Samples.answers(Samples.only(Samples.read(raw)))).containsExactly(answer);
        assertThat(Samples.answers(Samples.only(Samples.READING
                        .read(raw.getBytes(StandardCharsets.UTF_8))
                        .report())))
                .containsExactly(answer);
    }

    @Test
    void control_characters_alone_are_unreadable_and_white_space_is_nothing() {
        for (String text : new String[] {"\u0000\u0001\u0002", " \u0007\n"}) {
            assertThat(Samples.problem(text)).isEqualTo(Problem.UNREADABLE);
            assertThat(Samples.READING
                            .read(text.getBytes(StandardCharsets.UTF_8))
                            .problem()
                            .code())
                    .isEqualTo(Problem.UNREADABLE);
        }
        assertThat(Samples.problem(" \t\r\n\f")).isEqualTo(Problem.EMPTY);
        assertThat(Samples.READING
                        .read(" \t\r\n".getBytes(StandardCharsets.UTF_8))
                        .problem()
                        .code())
                .isEqualTo(Problem.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void folded_results_lost_their_indentation(boolean bytes) {
        String text = String.join(
                "\n",
                "Authentication-Results: spf=fail (sender IP is 203.0.113.9)",
                "smtp.mailfrom=contoso.com; dkim=none (message not signed)",
                "header.d=none;dmarc=fail action=oreject",
                "header.from=contoso.com;compauth=fail reason=000",
                "From: Anna <anna@contoso.com>",
                "To: luca@example.it",
                "");
        Report report = (bytes
                        ? Samples.READING.read(text.getBytes(StandardCharsets.UTF_8))
                        : Samples.READING.read(text))
                .report();
        assertThat(report.message().authentication().results())
                .extracting(MethodResult::method)
                .containsExactly("spf", "dkim", "dmarc", "compauth");
        assertThat(report.message().from()).isEqualTo("anna@contoso.com");
    }

    @Test
    void a_header_as_it_should_be_stays_the_same_object() {
        byte[] mail = DSN.getBytes(StandardCharsets.UTF_8);
        assertThat(Folds.mended(mail)).isSameAs(mail);
        assertThat(new String(
                        Folds.mended("Received: from a\nby b; x\nSubject: y\nz\n\nq".getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("Received: from a\n by b; x\nSubject: y\nz\n\nq");
    }

    @Test
    void the_value_of_authentication_results_alone() {
        Report report = Samples.read(
                "spf=none (sender IP is 203.0.113.9) smtp.mailfrom=contoso.com; dkim=none (message not signed)"
                        + " header.d=none;dmarc=fail action=oreject header.from=contoso.com");
        assertThat(report.format()).isEqualTo(Report.HEADERS);
        assertThat(report.message().authentication().results())
                .extracting(MethodResult::method)
                .containsExactly("spf", "dkim", "dmarc");
    }
}
