package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReadingTest {

    private static final String DSN = String.join(
            "\n",
            "From: postmaster@contoso.com",
            "To: anna@contoso.com",
            "Subject: Undeliverable: Offerta",
            "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
            "",
            "--b1",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Your message couldn't be delivered.",
            "",
            "--b1",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns;ex.contoso.com",
            "",
            "Final-Recipient: rfc822;luca@example.it",
            "Action: failed",
            "Status: 5.1.10",
            "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found",
            "",
            "--b1",
            "Content-Type: message/rfc822",
            "",
            "Received: from a.contoso.com by ex.contoso.com; Tue, 3 Nov 2026 09:15:58 +0000",
            "From: Anna <anna@contoso.com>",
            "To: luca@example.it",
            "Subject: Offerta",
            "Content-Type: multipart/mixed; boundary=z",
            "",
            "--z",
            "",
            "Buongiorno.",
            "--z--",
            "",
            "--b1--",
            "");

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r", "\\r\\r\\n"})
    void any_line_end_will_do(String end) {
        String lineEnd = end.replace("\\r", "\r").replace("\\n", "\n");
        Report report = Samples.READING
                .read(DSN.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8))
                .report();
        assertThat(Samples.only(report).bestStatus()).isEqualTo("5.1.10");
        assertThat(report.message().subject()).isEqualTo("Offerta");
        assertThat(report.message().hops()).hasSize(1);
    }

    @Test
    void marks_and_lines_before_the_mail_do_no_harm() {
        for (String before :
                new String[] {"\ufeff", "\n\n", "From MAILER-DAEMON Tue Nov  3 09:16:00 2026\n", "\ufeffFrom x y\n"}) {
            assertThat(Samples.only(Samples.READING
                                    .read((before + DSN).getBytes(StandardCharsets.UTF_8))
                                    .report())
                            .recipient())
                    .isEqualTo("luca@example.it");
            assertThat(Samples.only(Samples.read(before + DSN)).recipient()).isEqualTo("luca@example.it");
        }
        Report wide = Samples.READING
                .read(("\ufeff" + DSN).getBytes(StandardCharsets.UTF_16LE))
                .report();
        assertThat(wide.format()).isEqualTo(Report.DSN);
    }

    @Test
    void a_forwarded_report_is_found_within() {
        Report report = Samples.read(
                "From: anna@contoso.com",
                "To: aiuto@contoso.com",
                "Subject: che cosa vuol dire?",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=out",
                "",
                "--out",
                "Content-Type: text/plain",
                "",
                "Vedi allegato.",
                "--out",
                "Content-Type: message/rfc822",
                "",
                DSN,
                "--out--");
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
        assertThat(report.message().subject()).isEqualTo("Offerta");
    }

    @Test
    void reports_forwarded_together_are_all_read() {
        Report report = Samples.read(
                "From: anna@contoso.com",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=out",
                "",
                "--out",
                "Content-Type: message/rfc822",
                "",
                DSN,
                "--out",
                "Content-Type: message/rfc822",
                "",
                DSN.replace("luca@", "piero@"),
                "--out--");
        assertThat(report.failures())
                .extracting(Failure::recipient)
                .containsExactly("luca@example.it", "piero@example.it");
    }

    @Test
    void a_report_of_a_report_tells_of_the_outer_one() {
        String outer = DSN.replace("luca@example.it", "postmaster@contoso.com").replace("5.1.10", "5.4.4");
        int at = outer.indexOf("Received: from");
        Report report = Samples.read(outer.substring(0, at) + DSN.replace("b1", "b2") + "\n--b1--\n");
        assertThat(Samples.only(report).recipient()).isEqualTo("postmaster@contoso.com");
    }

    @Test
    void a_mail_pasted_below_ones_own_words_is_read() {
        assertThat(Samples.only(Samples.read("Ho ricevuto questo:", "", "Return-Path: <>\n" + DSN))
                        .recipient())
                .isEqualTo("luca@example.it");
    }

    @Test
    void a_report_forwarded_as_text_is_read_whoever_forwards_it() {
        String[] classic = {
            "Delivery has failed to these recipients or groups:",
            "",
            "luca@example.it",
            "Not found.",
            "",
            "Diagnostic information for administrators:",
            "",
            "Generating server: ex.contoso.com",
            "",
            "luca@example.it",
            "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##"
        };
        String head =
                "From: anna@contoso.com\nTo: aiuto@contoso.com\nSubject: I: Undeliverable: Offerta\n\nChe cosa vuol dire?\n\n";
        String outlook = "-----Original Message-----\nFrom: Microsoft Outlook\nSent: Tuesday\nTo: anna@contoso.com\n"
                + "Subject: Undeliverable: Offerta\n\n" + String.join("\n", classic);
        String apple =
                "Begin forwarded message:\n\n> From: postmaster@contoso.com\n> Message-ID: <1@contoso.com>\n> To: anna@contoso.com\n> \n> "
                        + String.join("\n> ", classic);
        for (String text : new String[] {head + outlook, head + apple, outlook, "Aiuto!\n\n" + outlook, apple}) {
            Report report = Samples.read(text);
            assertThat(report.format()).isEqualTo(Report.EXCHANGE_CLASSIC);
            assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
            assertThat(Samples.only(report).bestStatus()).isEqualTo("5.1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, quoted-printable",
        "windows-1252, 8bit",
        "utf-8, base64",
        "utf-8, quoted-printable",
        "iso-8859-1, base64",
        "utf-8, 8bit"
    })
    void italian_letters_survive_any_encoding(String charset, String encoding) {
        String text =
                "Il recapito non è riuscito per i seguenti destinatari o gruppi:\n\nvendite@contoso.com\nPerché è così.\n\n"
                        + "Informazioni di diagnostica per gli amministratori:\n\nServer di generazione: ex.contoso.com\n\n"
                        + "vendite@contoso.com\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n";
        Report report = Samples.READING
                .read(mail(text.getBytes(Charset.forName(charset)), charset, encoding))
                .report();
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_CLASSIC);
        assertThat(report.language()).isEqualTo("it");
        assertThat(Samples.only(report).notice()).isEqualTo("Perché è così.");
    }

    private static byte[] mail(byte[] body, String charset, String encoding) {
        String head =
                "From: postmaster@contoso.com\nTo: a@contoso.com\nSubject: =?utf-8?Q?Non_recapitabile?=\nMIME-Version: 1.0\n"
                        + "Content-Type: text/plain; charset=\"" + charset + "\"\nContent-Transfer-Encoding: "
                        + encoding + "\n\n";
        byte[] encoded = encoding.equals("base64")
                ? Base64.getMimeEncoder().encode(body)
                : encoding.equals("8bit") ? body : quoted(body);
        byte[] mail = java.util.Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + encoded.length);
        System.arraycopy(encoded, 0, mail, head.length(), encoded.length);
        return mail;
    }

    private static byte[] quoted(byte[] body) {
        StringBuilder out = new StringBuilder();
        for (byte b : body) {
            out.append(b < 0 || b == '=' ? String.format("=%02X", b & 0xff) : String.valueOf((char) b));
        }
        return out.toString().replace("destinatari", "desti=\nnatari").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void japanese_letters_are_read() {
        Report report = Samples.READING
                .read(mail(
                        "<luca@example.jp>: ユーザー不明 (#5.1.1)".getBytes(Charset.forName("iso-2022-jp")),
                        "iso-2022-jp",
                        "7bit".replace("7bit", "8bit")))
                .report();
        assertThat(Samples.only(report).bestAnswer().text()).startsWith("ユーザー不明");
    }

    @Test
    void a_mail_handed_in_as_text_keeps_its_letters_whatever_it_declares() {
        Report report = Samples.read(
                "From: postmaster@contoso.com",
                "Content-Type: text/plain; charset=iso-8859-1",
                "",
                "<luca@example.it>: 550 5.1.1 L’utente è sconosciuto");
        assertThat(Samples.answers(Samples.only(report))).containsExactly("550 5.1.1 L’utente è sconosciuto");
    }

    @Test
    void a_lost_boundary_is_found_again() {
        Report report = Samples.read(DSN.replace("boundary=\"b1\"", "boundary=\"other\""));
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
        assertThat(report.format()).isEqualTo(Report.DSN);
        report = Samples.read(DSN.replace("; boundary=\"b1\"", ";\nboundary=\"b1\""));
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
    }

    @Test
    void html_becomes_text() {
        assertThat(
                        HtmlText.of(
                                "<html><head><title>x</title><style>p{}</style></head><body><p>Anna&nbsp;&amp; Luca</p>"
                                        + "<table><tr><td>a</td><td>b</td></tr></table>5 &lt; 6 &#232;&#xE8; <!-- no --> <script>no()</script>&foo; & end"))
                .contains("Anna & Luca\n")
                .contains("a\tb")
                .contains("5 < 6 èè")
                .contains("&foo; & end")
                .doesNotContain("no")
                .doesNotContain("title");
        assertThat(HtmlText.of("<pre>From: a\n b</pre>")).contains("From: a\n b");
        assertThat(HtmlText.of("<unclosed")).isEmpty();
    }
}
