package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to cost time, memory or a stack overflow: it gets an answer like any other. */
class HostileInputTest {

    private static final int SIZE = 1024 * 1024;
    private static final String[] HEADS = {
        "",
        "From: MAILER-DAEMON@x.it\nSubject: Undeliverable\n\n",
        "From: MAILER-DAEMON@x.it\nContent-Type: text/html\n\n",
        "From: a@x.it\nTo: ",
        "Diagnostic information for administrators:\n\nGenerating server: x.it\n\na@x.it\n",
        "Your message to a@x.it couldn't be delivered.\n\nError Details\nReported error: ",
        "From: a@x.it\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
                + "Final-Recipient: rfc822;a@x.it\nDiagnostic-Code: smtp; "
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "5",
                "550 ",
                "550-5.1.1 ",
                "5.1.",
                "@",
                "a@",
                "<",
                ">",
                "'",
                "#",
                "-> ",
                "550 5.1.1 x -> ",
                "[a=",
                "[a=b ",
                "{LED=",
                "{LED=a};",
                "<!--",
                "</",
                "&",
                "<head>",
                "<style>",
                "From: a\n",
                "Received: a\n b\n",
                "\n",
                " ",
                "<a@b.it>:\n",
                "Final-Recipient: rfc822;a@b\n\n",
                "host a.b said: 550 ",
                "##",
                "\t",
                "((",
                "))",
                "5.7.1234 ",
                "=?utf-8?q?",
                "<<< 550 x\n",
                "550 5.1.1 <a@b.it>: User unknown\n",
                "Your message to ",
                "--b\n\n",
                "\u00a0",
                "\u0000"
            })
    void a_megabyte_of_anything_is_read_in_time(String unit) {
        String flood = unit.repeat(SIZE / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String head : HEADS) {
                Outcome outcome = Samples.READING.read((head + flood).getBytes(StandardCharsets.UTF_8));
                assertThat(outcome.report() == null).isNotEqualTo(outcome.problem() == null);
            }
        });
    }

    @Test
    void mails_within_mails_without_end_are_read_to_a_depth() {
        StringBuilder mails = new StringBuilder();
        StringBuilder parts = new StringBuilder("From: a@x.it\n");
        for (int i = 0; i < 10_000; i++) {
            mails.append("From: a@x.it\nContent-Type: message/rfc822\n\n");
            parts.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(Samples.READING.read(mails.toString()).report()).isNotNull();
        assertThat(Samples.READING.read(parts.toString()).report()).isNotNull();
    }

    @Test
    void damaged_reports_never_throw() {
        byte[] report =
                ("From: MAILER-DAEMON@x.it\nContent-Type: multipart/report; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n"
                                + "Content-Transfer-Encoding: quoted-printable\n\n<a@x.it>: host mx.x.it[203.0.113.1] said: 550-5.1.1 no =E8\n\n--b\n"
                                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x.it\n\nFinal-Recipient: rfc822;a@x.it\n"
                                + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 x -> 554 y [A=b]\n\n--b--\n")
                        .getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(7);
        String signs = "<>[]():;@#.-=5 '\"\n\r\u0000";
        for (int run = 0; run < 3_000; run++) {
            byte[] damaged = report.clone();
            for (int i = random.nextInt(20); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) signs.charAt(random.nextInt(signs.length()));
            }
            Outcome outcome = Samples.READING.read(damaged);
            assertThat(outcome.report() == null).isNotEqualTo(outcome.problem() == null);
        }
    }
}
