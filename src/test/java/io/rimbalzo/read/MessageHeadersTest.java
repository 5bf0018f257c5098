package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rimbalzo.report.Alignment;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.MethodResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: anna@example.it\nSubject: a\n b\nTo: luca@example.it\n",
                "From: anna@example.it\r\nSubject: a\r\n\tb\r\nTo: luca@example.it\r\n\r\nBody: x\r\n",
                "\n\r\n  \nFrom: anna@example.it\nSubject : a\n  b\nTo:luca@example.it",
                "> From: anna@example.it\n> Subject: a\n>  b\n> To: luca@example.it\n>\n> Body: x",
                ">From: anna@example.it\n> > Subject: a\n> >  b\n>>To: luca@example.it\n",
                "From:\u00a0anna@example.it\nSubject:\u00a0a\n\u00a0b\nTo:\u202fluca@example.it",
                "   From: anna@example.it\n   Subject: a\n     b\n   To: luca@example.it\n",
                "ch Server id 15.20; Tue\nFrom MAILER-DAEMON Tue Nov  3 09:15:58 2026\nFrom: anna@example.it\nSubject: a\nb\n"
                        + "To: luca@example.it",
                "\uFEFFFrom: anna@example.it\rSubject: a\r b\rTo: luca@example.it\r",
            })
    void fields_however_they_were_pasted(String text) {
        assertThat(MessageHeaders.split(text))
                .containsExactly(
                        new HeaderField("From", "anna@example.it"),
                        new HeaderField("Subject", "a b"),
                        new HeaderField("To", "luca@example.it"));
    }

    @Test
    void a_line_that_lost_its_folding_belongs_to_the_field_above() {
        assertThat(MessageHeaders.split("Received-SPF: Fail (mx\nmx.example.it: domain of\nexample.it)\n"
                        + "Received: by b; Tue, 3 Nov 2026\n09:15:02 +0000\nX-See:\nhttps://example.it/a\n"))
                .containsExactly(
                        new HeaderField("Received-SPF", "Fail (mx mx.example.it: domain of example.it)"),
                        new HeaderField("Received", "by b; Tue, 3 Nov 2026 09:15:02 +0000"),
                        new HeaderField("X-See", "https://example.it/a"));
    }

    @Test
    void fields_and_values_have_bounds() {
        assertThat(MessageHeaders.split("A: b\n".repeat(5_000))).hasSize(2_000);
        assertThat(MessageHeaders.split("A: " + "b".repeat(500_000)).get(0).value())
                .hasSize(64 * 1024);
        assertThat(MessageHeaders.split("A: b\n" + " ccc\n".repeat(100_000))
                        .get(0)
                        .value())
                .hasSize(64 * 1024);
        assertThat(MessageHeaders.split(null)).isEmpty();
        assertThat(MessageHeaders.split("no field here\nnor here")).isEmpty();
    }

    @Test
    void what_the_message_was() {
        Message message = read("""
            Received: from a.example.it ([203.0.113.5]) by b.example.it; Tue, 3 Nov 2026 09:15:58 +0000
            From: =?utf-8?Q?Anna=2C_la_citt=C3=A0?= <anna@example.it>
            Sender: "Ufficio" <ufficio@example.it>
            Return-Path: <>
            To: Luca <luca@example.org>, Undisclosed recipients:;
            CC: c@example.org
            Subject: =?utf-8?B?UGVyY2jDqQ==?=
            Date: Tue, 3 Nov 2026 09:15:00 +0000
            Message-Id: <1@example.it>
            """);
        assertThat(message.from()).isEqualTo("anna@example.it");
        assertThat(message.sender()).isEqualTo("ufficio@example.it");
        assertThat(message.returnPath()).isEmpty();
        assertThat(message.to()).containsExactly("luca@example.org", "c@example.org");
        assertThat(message.subject()).isEqualTo("Perché");
        assertThat(message.date()).isEqualTo("Tue, 3 Nov 2026 09:15:00 +0000");
        assertThat(message.messageId()).isEqualTo("<1@example.it>");
        assertThat(message.hops()).hasSize(1);
        assertThat(message.headers()).hasSize(9).contains(new HeaderField("From", "Anna, la città <anna@example.it>"));
        assertThat(message.authentication().alignments()).isEmpty();
        assertThat(MessageHeaders.read(List.of())).isEqualTo(Message.UNKNOWN);
    }

    @Test
    void only_the_topmost_results_count() {
        Message message = read("""
            Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=example.it; arc=pass (i=1)
            Received-SPF: Fail (mx.example.org: domain of example.it does not designate 198.51.100.9 as permitted sender)
            Received-SPF: Pass (forged)
            Authentication-Results: mx.example.org; spf=pass; dmarc=pass
            Authentication-Results-Original: dkim=none (message not signed) header.d=none; dmarc=none action=none
            ARC-Authentication-Results: i=1; a.example; dkim=pass
            ARC-Authentication-Results: i=3; c.example; dkim=fail
            ARC-Authentication-Results: i=2; b.example; dkim=none
            """);
        assertThat(message.authentication().results())
                .extracting(r -> r.method() + "=" + r.result())
                .containsExactly("spf=fail", "arc=pass", "spf=fail");
        assertThat(message.authentication().original())
                .extracting(MethodResult::method)
                .containsExactly("dkim", "dmarc");
        assertThat(message.authentication().arc())
                .extracting(MethodResult::result)
                .containsExactly("fail");
    }

    @Test
    void results_of_the_same_server_directly_below_count_too() {
        Message message = read("""
            Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.it
            DKIM-Filter: OpenDKIM Filter v2.11.0 mx.example.org 1
            Authentication-Results: mx.example.org; dkim=none
            Authentication-Results: mx.example.org; dmarc=pass header.from=example.it; spf=fail
            Authentication-Results: mx.example.com; arc=fail
            From: anna@example.it
            Authentication-Results: mx.example.org; arc=pass
            """);
        assertThat(message.authentication().results())
                .extracting(r -> r.method() + "=" + r.result())
                .containsExactly("spf=pass", "dkim=none", "dmarc=pass");
    }

    @Test
    void mail_from_is_compared_with_from_and_sender_is_not() {
        assertThat(alignments(
                        "From: admin@contoso.com\nSender: <admin@contoso.com>\nReturn-Path: admin@fabrikam.com\n"))
                .containsExactly(new Alignment(
                        "mail-from", "fabrikam.com", "contoso.com", false, "Return-Path: admin@fabrikam.com"));
        assertThat(alignments("From: admin@contoso.com\nSender: admin@fabrikam.com\n"))
                .isEmpty();
        assertThat(alignments("From: a@contoso.com\nReturn-Path: <b@Bounce.Contoso.com>\n"))
                .extracting(Alignment::aligned)
                .containsExactly(true);
        assertThat(alignments(
                        "From: a@contoso.com\nReturn-Path: <>\nAuthentication-Results: spf=pass smtp.mailfrom=x.it\n"))
                .isEmpty();
        assertThat(alignments("Return-Path: b@contoso.com\n")).isEmpty();
    }

    @Test
    void without_return_path_spf_tells_mail_from_and_each_passing_signature_is_compared() {
        assertThat(alignments(
                        "From: a@contoso.com\nAuthentication-Results: spf=pass smtp.mailfrom=fabrikam.com; dkim=pass "
                                + "header.d=mail.contoso.com; dkim=pass header.i=@fabrikam.com; dkim=fail header.d=example.it; dkim=none "
                                + "header.d=none\n"))
                .containsExactly(
                        new Alignment("mail-from", "fabrikam.com", "contoso.com", false, "smtp.mailfrom=fabrikam.com"),
                        new Alignment("dkim", "mail.contoso.com", "contoso.com", true, "header.d=mail.contoso.com"),
                        new Alignment("dkim", "fabrikam.com", "contoso.com", false, "header.i=@fabrikam.com"));
    }

    @Test
    void antispam_pairs_in_order() {
        assertThat(read("X-Microsoft-Antispam: BCL:7;PCL:2;RULEID:(1)(2);\nX-Forefront-Antispam-Report:\n "
                                + "CIP:2001:db8::1;CTRY:;lang:it;SFV:SPM;no pair;PTR:mail.example.it;:x;\n")
                        .authentication()
                        .antispam())
                .extracting(MethodResult::method, MethodResult::result, MethodResult::quote)
                .containsExactly(
                        tuple("CIP", "2001:db8::1", "CIP:2001:db8::1"),
                        tuple("LANG", "it", "lang:it"),
                        tuple("SFV", "SPM", "SFV:SPM"),
                        tuple("PTR", "mail.example.it", "PTR:mail.example.it"),
                        tuple("BCL", "7", "BCL:7"),
                        tuple("PCL", "2", "PCL:2"));
    }

    private static Message read(String text) {
        return MessageHeaders.read(MessageHeaders.split(text));
    }

    private static List<Alignment> alignments(String text) {
        return read(text).authentication().alignments();
    }
}
