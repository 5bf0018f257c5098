package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rimbalzo.report.Message;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a sender writes into the header, reading it neither throws nor takes more than its length. */
class HostileHeadersTest {

    /** At this size, work that grows with the square of it would take minutes. */
    private static final int LENGTH = 1_000_000;

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "\"",
            "\\",
            "<",
            ">",
            "[",
            "]",
            ";",
            ":",
            "=",
            "@",
            ",",
            ".",
            "/",
            " ",
            "\t",
            "\r\n",
            "\n ",
            "\n> ",
            "\0",
            "\u00a0",
            "\u200b",
            "\ud83d",
            "é",
            "=?",
            "?=",
            "?Q?",
            "?B?",
            "=?utf-8?Q?",
            "=E9",
            "=3D",
            "spf=",
            "dkim=pass",
            "dmarc",
            "header.d=",
            "smtp.mailfrom=",
            "none",
            "reason=",
            "i=",
            "domain of ",
            " designates ",
            "to use '",
            "sender IP is ",
            "203.0.113.5",
            "2001:db8::1",
            "::",
            "IPv6:",
            "mailto:",
            "example.co.uk",
            "xn--",
            "anna",
            "from ",
            "by ",
            "with ",
            "id ",
            "3 Nov 2026 ",
            "09:15:58",
            "+0000",
            "-0800",
            "2026-11-03T",
            "99999999999",
            "SFV:SPM",
            "\nFrom: ",
            "\nReturn-Path: ",
            "\nTo: ",
            "\nSubject: ",
            "\nReceived: ",
            "\nReceived-SPF: fail ",
            "\nAuthentication-Results: ",
            "\nARC-Authentication-Results: i=",
            "\nX-Forefront-Antispam-Report: ");

    @Test
    void random_headers_are_read_without_a_throw() {
        Random random = new Random(20261103);
        for (int run = 0; run < 30_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThatCode(() -> everything(text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "((\\",
                "\"",
                "\\\"",
                "\"\"",
                "<",
                "<<>",
                "<\"",
                "[",
                "@[",
                "[@",
                ":",
                "a:",
                "@",
                "a@b,",
                "=?",
                "=?=",
                "=?a",
                "=?a?Q?",
                "=?utf-8?Q?a?=",
                "=?utf-8?Q?a?= ",
                "=?x?Z?",
                "=",
                "a=b ",
                "a= ",
                "a.b= ",
                "spf=",
                "dkim=pass;",
                "/",
                ". ",
                "a . ",
                ";",
                "; i=1",
                "domain of ",
                " designates ",
                "1.",
                "1.1.1.1 ",
                "::",
                "1:",
                "[1:",
                "by ",
                "from [1] ",
                "with x ",
                "3 ",
                "-",
                "1-",
                "1:1",
                "+1",
                "T",
                "\n",
                "\n>",
                "> ",
                "\nA:",
                "\n A",
                "\n \n",
                "\r",
                "xn--.",
                "A:B;"
            })
    void long_repetitions_take_no_more_than_their_length(String piece) {
        everything(piece.repeat(LENGTH / piece.length()));
    }

    private static void everything(String text) {
        assertThat(AuthenticationResults.parse(text)).isNotNull();
        assertThat(AuthenticationResults.salvage("mx; spf=pass (" + text)).isNotNull();
        AuthenticationResults.authservId(text);
        AuthenticationResults.instance(text);
        ReceivedSpf.parse(text);
        ReceivedSpf.parse("fail (" + text + ") " + text);
        ReceivedLine.parse(text);
        ReceivedLine.parse("from a (" + text + ") " + text);
        MailDate.parse(text);
        AntispamReport.forefront(text);
        AddressText.all(text);
        AddressText.domain("a@" + text);
        EncodedWords.decode(text + "?=");
        OrganizationalDomain.same(text, "example.co.uk");
        OrganizationalDomain.of(text);
        Message message = MessageHeaders.read(MessageHeaders.split(
                "From: a@example.it\nReturn-Path: " + text + "\nAuthentication-Results: dkim=pass header.d=" + text));
        assertThat(message.from()).isEqualTo("a@example.it");
        MessageHeaders.split(text);
    }
}
