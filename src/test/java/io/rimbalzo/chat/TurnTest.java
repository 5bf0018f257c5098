package io.rimbalzo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Submission;
import io.rimbalzo.chat.Turn.Next;
import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of a conversation: what is asked, where it ends, and when a person takes over. */
class TurnTest {

    private static Turn turn(String text, Map<String, String> context, String lang, String... unknown) {
        return Turn.of(
                Knowledge.rimbalzo(),
                new Submission(null, text.getBytes(StandardCharsets.UTF_8), context, lang),
                Set.of(unknown));
    }

    private static int sureness(Turn turn) {
        Diagnosis diagnosis =
                turn.result().failures().get(turn.recipient()).judgement().diagnosis();
        return diagnosis == null
                ? -1
                : switch (diagnosis.certainty()) {
                    case certain -> 2;
                    case likely -> 1;
                    default -> 0;
                };
    }

    /** Plays every answer of every question; how many dialogues there are. */
    private static int play(String text, Map<String, String> context, String lang, int least) {
        Turn turn = turn(text, context, lang);
        String where = text + " " + context;
        assertThat(turn.result().error()).as(where).isNull();
        assertThat(turn.result().words().language()).isEqualTo(lang);
        assertThat(sureness(turn)).as(where).isGreaterThanOrEqualTo(least);
        assertThat(new ChatText(turn).answer()).as(where).isNotBlank();
        Asked question = turn.question();
        if (question == null) {
            assertThat(turn.next()).as(where).isIn(Next.DONE, Next.HAND_OVER);
            assertThat(turn.result().failures())
                    .as(where)
                    .allMatch(told -> told.questions().isEmpty());
            return 1;
        }
        assertThat(turn.next()).isEqualTo(Next.ASK);
        assertThat(context).as(where).doesNotContainKey(question.id());
        assertThat(question.options()).as(where).hasSizeGreaterThan(1);
        int dialogues = 0;
        for (Asked.Option option : question.options()) {
            assertThat(option.label()).isNotBlank();
            Map<String, String> more = new LinkedHashMap<>(context);
            more.put(question.id(), option.value());
            dialogues += play(text, more, lang, sureness(turn));
        }
        Map<String, String> unknown = new LinkedHashMap<>(context);
        unknown.put(question.id(), "unknown");
        return dialogues + play(text, unknown, lang, sureness(turn));
    }

    @ParameterizedTest
    @CsvSource({
        "5.7.1,it",
        "5.7.1,en",
        "5.4.1,it",
        "5.4.1,en",
        "550 5.7.1 Delivery not authorized,en",
        "550 5.7.1 Delivery not authorized,it",
        "550 5.4.1 Relay Access Denied,en",
        "550 5.4.1 Relay Access Denied,it",
        "550 5.7.1 Sender was not authenticated,en"
    })
    void every_dialogue_ends_surer_than_it_began_and_asks_nothing_twice(String text, String lang) {
        assertThat(play(text, Map.of(), lang, -1)).isGreaterThan(3);
    }

    @Test
    void what_the_person_cannot_tell_is_not_asked_again() {
        Set<String> unknown = new HashSet<>();
        Turn turn = turn("5.7.1", Map.of(), "en");
        List<String> asked = new ArrayList<>();
        while (turn.question() != null) {
            assertThat(unknown.add(turn.question().id())).isTrue();
            asked.add(turn.question().id());
            turn = turn("5.7.1", Map.of(), "en", unknown.toArray(String[]::new));
        }
        // neither how large the group is, nor more of what only those who run mail know
        assertThat(asked).containsExactly("recipient-kind", "sender-location", "deployment");
        assertThat(turn.next()).isEqualTo(Next.HAND_OVER);
        assertThat(turn.handover().reason()).isEqualTo(Handover.Reason.unsure);
    }

    @Test
    void what_the_person_cannot_tell_may_stand_in_the_context_too() {
        Map<String, String> context = Map.of("recipient-kind", "unknown", "deployment", "unknown");
        Turn told = turn("5.7.1", context, "en");
        assertThat(told.question())
                .isEqualTo(turn("5.7.1", Map.of(), "en", "recipient-kind", "deployment")
                        .question());
        assertThat(turn("5.7.1", Map.of(), "en", "recipient-kind", "no-such-thing")
                        .next())
                .isEqualTo(Next.ASK);
    }

    @Test
    void who_reads_decides_whether_to_ask_what_only_those_who_run_mail_know() {
        String text = "550 5.4.1 Relay Access Denied";
        assertThat(turn(text, Map.of("reader", "sender"), "en").next()).isEqualTo(Next.DONE);
        Map<String, String> admin = Map.of("reader", "recipient-admin", "domain-registered", "unknown");
        assertThat(turn(text, admin, "en").question().id()).isEqualTo("mx-correct");
        assertThat(turn(text, Map.of("domain-registered", "unknown"), "en").question())
                .isNull();
    }

    @Test
    void a_sure_answer_ends_the_conversation() {
        Turn turn = turn("550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission", Map.of(), "it");
        assertThat(turn.next()).isEqualTo(Next.DONE);
        assertThat(turn.last()).isTrue();
        assertThat(turn.handover()).isNull();
    }

    @Test
    void what_stays_unsure_goes_to_a_person_with_a_redacted_copy() {
        String text = "550 Zurgl: mario.rossi@contoso.com may not blorf 203.0.113.7";
        Turn turn = turn(text, Map.of(), "it");
        assertThat(turn.next()).isEqualTo(Next.HAND_OVER);
        assertThat(turn.handover().attachments())
                .extracting(Handover.Attachment::name)
                .containsExactly("report.txt", "report-redacted.txt");
        assertThat(turn.handover().attachments().get(0).text()).isEqualTo(text);
        assertThat(turn.handover().redacted())
                .contains("Zurgl", "may not blorf", "@")
                .doesNotContain("mario", "contoso", "203.0.113.7");
    }

    @Test
    void a_name_is_redacted_in_whatever_order_it_stands() {
        String report = "Delivery has failed to these recipients or groups:\n\nanna@fabrikam.com\nDear Mario Rossi,"
                + " this did not arrive.\n\nDiagnostic information for administrators:\n\n"
                + "Generating server: exch01.contoso.local\n\nanna@fabrikam.com\n#550 5.9.9 zurgl ##\n\n"
                + "Original message headers:\n\nFrom: \"Rossi, Mario (Paghe)\" <mario.rossi@contoso.com>\n"
                + "To: Anna Bianchi <anna@fabrikam.com>\nSubject: Stipendi di maggio\n";
        String redacted = turn(report, Map.of(), "en").handover().redacted();
        assertThat(redacted)
                .contains("zurgl", "Dear ", "did not arrive")
                .doesNotContain("Rossi", "Mario", "Paghe", "Bianchi", "Stipendi", "contoso", "fabrikam", "exch01");
    }

    @Test
    void of_encoded_mail_the_redacted_copy_is_the_masked_answer() {
        String base64 = "bWFyaW8ucm9zc2lAY29udG9zby5jb20gaGF0IGdlc2NocmllYmVu";
        String mail = "From: postmaster@contoso.com\nSubject: Undeliverable: for Mario\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + base64 + "\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;mail.contoso.com\n\n"
                + "Final-Recipient: rfc822;mario.rossi@contoso.com\nAction: failed\nStatus: 5.0.0\n"
                + "Diagnostic-Code: smtp;550 Zurgl mario.rossi@contoso.com\n--b--\n";
        Turn turn = turn(mail, Map.of(), "en");
        assertThat(turn.next()).isEqualTo(Next.HAND_OVER);
        assertThat(turn.handover().attachments())
                .extracting(Handover.Attachment::name)
                .containsExactly("report.eml", "report-redacted.md");
        assertThat(turn.handover().redacted()).contains("Zurgl").doesNotContain("mario", "contoso", base64);
    }

    @Test
    void where_the_service_must_act_a_person_follows_it_up() {
        Turn turn = turn(
                "5.4.1",
                Map.of(
                        "service-incident", "yes",
                        "domain-registered", "yes",
                        "mx-correct", "yes",
                        "deployment", "online",
                        "dns-changed-within-72h", "no"),
                "en");
        assertThat(turn.next()).isEqualTo(Next.HAND_OVER);
        assertThat(turn.handover().reason()).isEqualTo(Handover.Reason.service);
    }

    @Test
    void of_several_recipients_the_first_undecided_one_is_asked_about() {
        String text = "From: postmaster@contoso.com\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;mail.contoso.com\n\n"
                + "Final-Recipient: rfc822;a@fabrikam.com\nAction: failed\nStatus: 5.2.2\n"
                + "Diagnostic-Code: smtp;552 5.2.2 mailbox full\n\n"
                + "Final-Recipient: rfc822;b@fabrikam.com\nAction: failed\nStatus: 5.7.1\n"
                + "Diagnostic-Code: smtp;550 5.7.1 Delivery not authorized\n--b--\n";
        Turn turn = turn(text, Map.of(), "en");
        assertThat(turn.next()).isEqualTo(Next.ASK);
        assertThat(turn.recipient()).isEqualTo(1);
        Told undecided = turn.result().failures().get(1);
        assertThat(turn.question()).isEqualTo(undecided.questions().get(0));
        assertThat(new ChatText(turn).answer()).contains("b@fabrikam.com").doesNotContain("a@fabrikam.com");
    }

    @Test
    void what_cannot_be_read_is_asked_for_again() {
        for (String text : List.of("", "good morning")) {
            Turn turn = turn(text, Map.of(), "en");
            assertThat(turn.next()).isEqualTo(Next.AGAIN);
            assertThat(turn.handover()).isNull();
            assertThat(TurnJson.of(turn).path("text").asString())
                    .isEqualTo(turn.result().error().message());
        }
    }

    @Test
    void headers_on_which_nothing_is_wrong_need_no_person() {
        Turn turn = turn(
                "Authentication-Results: mx.example.it; spf=pass smtp.mailfrom=contoso.com; dmarc=pass"
                        + " header.from=contoso.com\nFrom: a@contoso.com\nReceived: from a.contoso.com by mx.example.it;"
                        + " Wed, 4 Nov 2026 16:32:52 +0000\n",
                Map.of(),
                "en");
        assertThat(turn.result().error()).isNull();
        assertThat(turn.next()).isEqualTo(Next.DONE);
    }

    @Test
    void a_turn_is_one_json_object() {
        var ask = TurnJson.of(turn("5.7.1", Map.of(), "it"));
        assertThat(ask.path("next").asString()).isEqualTo("ask");
        assertThat(ask.at("/question/options/0/label").asString()).isNotBlank();
        assertThat(ask.path("handover").isNull()).isTrue();
        assertThat(ask.at("/result/lang").asString()).isEqualTo("it");
        var over = TurnJson.of(turn("550 Zurgl a@contoso.com", Map.of(), "it"));
        assertThat(over.at("/handover/reason").asString()).isEqualTo("unsure");
        assertThat(over.at("/handover/attachments/1/content").asString())
                .contains("Zurgl")
                .doesNotContain("contoso");
    }
}
