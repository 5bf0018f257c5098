package io.rimbalzo.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as drafts, parsed back. */
class DraftTest {

    private static final Rimbalzo RIMBALZO = Knowledge.rimbalzo();
    private static final Instant NOW = Instant.parse("2026-11-03T09:15:58Z");

    /** A delivery status with the headers of what bounced. */
    private static Result bounce(String lang, String subject, String recipient, String answer) {
        String mail = """
                From: Mail Delivery System <MAILER-DAEMON@mx.example.it>
                To: anna@example.it
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.it

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; %s

                --b
                Content-Type: text/rfc822-headers

                From: Anna Bianchi <anna@example.it>
                To: luca@contoso.com
                Message-ID: <7f3a@example.it>
                Subject: %s

                --b--
                """.formatted(recipient, answer, subject);
        return RIMBALZO.diagnose(Submission.of(mail, lang));
    }

    private static Message parsed(Reply reply) throws IOException {
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(Draft.of(reply, NOW)));
    }

    private static String body(Message mail, int part) throws IOException {
        TextBody body =
                (TextBody) ((Multipart) mail.getBody()).getBodyParts().get(part).getBody();
        return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | Messaggio «Preventivo» per luca@contoso.com: | Che cosa fare | Lo dice il messaggio",
                "en | Message “Preventivo” to luca@contoso.com: | What to do | The message says so",
            })
    void a_reply_to_the_sender_parses_back(String lang, String subject, String steps, String proof) throws IOException {
        Reply reply = Reply.to("sender", bounce(lang, "Preventivo", "luca@contoso.com", "550 5.1.1 User unknown"));
        Message mail = parsed(reply);
        assertThat(mail.getSubject()).startsWith(subject).isEqualTo(reply.subject());
        assertThat(mail.getTo().toString()).contains("anna@example.it");
        assertThat(mail.getHeader().getField("X-Unsent").getBody()).isEqualTo("1");
        assertThat(mail.getHeader().getField("In-Reply-To").getBody()).isEqualTo("<7f3a@example.it>");
        assertThat(mail.getHeader().getField("References").getBody()).isEqualTo("<7f3a@example.it>");
        assertThat(mail.getDate()).isEqualTo(NOW);
        assertThat(mail.getMimeType()).isEqualTo("multipart/alternative");
        for (int part = 0; part < 2; part++) {
            assertThat(body(mail, part)).contains(steps).contains(proof).contains("550 5.1.1 User unknown");
        }
        assertThat(body(mail, 0).lines().filter(line -> !line.contains("https://") && !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender", "sender-admin", "recipient", "recipient-admin", "group-owner"})
    void each_reader_gets_steps_of_their_own_and_nobody_elses(String who) {
        Result result = bounce("it", "Preventivo", "luca@contoso.com", "550 5.1.1 User unknown");
        Result own = result.forReader(who);
        assertThat(own.failures().get(0).guidance().steps()).containsOnlyKeys(who);
        assertThat(own.failures().get(0).guidance().steps().get(who)).isNotEmpty();
        List<?> known = result.failures().get(0).guidance().steps().get(who);
        if (known == null) {
            assertThat(own.failures().get(0).guidance().steps().get(who).get(0).text())
                    .contains("deve intervenire chi ha scritto il messaggio");
        } else {
            assertThat(own.failures().get(0).guidance().steps().get(who)).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?Ciao=0D=0ABcc:_ladro@fabrikam.com?=",
                "Ciao\u2028Bcc: ladro@fabrikam.com \u202Egnp.exe",
                "=?utf-8?Q?=3D=3Fx=3F=3D?= =?iso-8859-1?Q?a=0D=0A=0D=0A<script>?=",
                "<img src=x onerror=alert(1)> \"&'",
            })
    void a_hostile_subject_stays_words(String subject) throws IOException {
        Reply reply = Reply.to("sender", bounce("it", subject, "luca@contoso.com", "550 5.1.1 User unknown <b>x</b>"));
        Message mail = parsed(reply);
        assertThat(mail.getHeader().getFields().stream().map(Field::getName))
                .containsExactlyInAnyOrder(
                        "MIME-Version",
                        "X-Unsent",
                        "Content-Language",
                        "Date",
                        "Subject",
                        "To",
                        "In-Reply-To",
                        "References",
                        "Content-Type");
        assertThat(mail.getSubject())
                .isEqualTo(reply.subject())
                .doesNotContain("\n")
                .doesNotContain("\r");
        assertThat(body(mail, 1))
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>");
        assertThat(((Multipart) mail.getBody()).getCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mario@contoso.com | true",
                "o'brien+x@mail.contoso.com | true",
                "a@b@contoso.com | false",
                "mario@contoso.com, luca@contoso.com | false",
                "'mario@contoso.com\rBcc: x@fabrikam.com' | false",
                "<mario@contoso.com> | false",
                "@contoso.com | false",
                "perché@contoso.com | false",
            })
    void only_a_plain_address_becomes_the_recipient(String address, boolean plain) {
        assertThat(Addresses.mailbox(address)).isEqualTo(plain ? address : null);
    }

    @Test
    void an_id_of_another_form_is_left_out() {
        assertThat(Addresses.messageId("<7f3a@example.it>")).isEqualTo("<7f3a@example.it>");
        for (String id : List.of("7f3a@example.it", "<a b@c>", "<a@b>\r\nBcc: x@y", "<a@b> <c@d>", "<>", "<@b>")) {
            assertThat(Addresses.messageId(id)).as(id).isNull();
        }
    }

    @Test
    void an_unknown_reason_is_told_with_the_servers_words() throws IOException {
        Result known = bounce("it", "Preventivo", "luca@contoso.com", "550 5.1.1 zorp glonk");
        Told told = known.failures().get(0);
        Judgement judgement = new Judgement(
                null,
                List.of(),
                List.of(),
                told.judgement().facts(),
                told.judgement().hearing());
        Told unknown = new Told(told.failure(), judgement, null, null, List.of(), Map.of(), List.of());
        Result result = new Result(null, known.words(), known.report(), null, List.of(unknown));
        Message mail = parsed(Reply.to("sender", result));
        assertThat(body(mail, 0)).contains("> 550 5.1.1 zorp glonk").contains("Il motivo non si riconosce");
        assertThat(mail.getSubject()).contains("il motivo non si riconosce");
    }

    @Test
    void headers_on_which_nothing_is_wrong_are_no_failure() throws IOException {
        Result result = RIMBALZO.diagnose(Submission.of(
                "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.it;\n"
                        + " dkim=pass header.d=example.it; dmarc=pass action=none header.from=example.it\n",
                "it"));
        Message mail = parsed(Reply.to("sender", result));
        assertThat(mail.getSubject()).isEqualTo("Nelle intestazioni non c’è nulla che non vada");
        assertThat(mail.getTo()).isNull();
    }
}
