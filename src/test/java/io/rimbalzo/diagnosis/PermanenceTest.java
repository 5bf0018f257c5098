package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Servers;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Basis;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Strength;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class of the best status decides, then the reply, then the rule's own word. */
class PermanenceTest {

    private static Permanence of(String text) {
        Told told = Knowledge.rimbalzo()
                .diagnose(Submission.of(text, "it"))
                .failures()
                .get(0);
        return told.permanence();
    }

    private static String report(String action, String diagnostic) {
        return "From: postmaster@contoso.com\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;a.contoso.com\n\n"
                + "Final-Recipient: rfc822;luca@fabrikam.com\nAction: " + action
                + "\nStatus: 4.4.7\nDiagnostic-Code: smtp;" + diagnostic + "\n--b--\n";
    }

    @Test
    void the_class_of_the_code_decides() {
        Map<String, Permanence> expected = Map.of(
                "550 5.7.322 certificate-expired: x", new Permanence("permanent", "after-change"),
                "450 4.7.322 certificate-expired: x", new Permanence("transient", "automatic"),
                "550 User unknown", new Permanence("permanent", "after-change"),
                "450 mailbox is full", new Permanence("transient", "automatic"));
        expected.forEach((text, permanence) -> assertThat(of(text)).as(text).isEqualTo(permanence));
    }

    @Test
    void a_server_that_has_given_up_does_not_try_again_even_with_a_temporary_code() {
        assertThat(of(report("failed", "450 4.4.316 Connection refused")))
                .isEqualTo(new Permanence("transient", "later"));
        assertThat(of(report("delayed", "450 4.4.316 Connection refused")))
                .isEqualTo(new Permanence("transient", "automatic"));
    }

    @Test
    void where_no_code_decides_the_rule_does() {
        assertThat(of("The message can't be submitted because the sender's submission quota was exceeded")
                        .value())
                .isEqualTo("permanent");
    }

    private static final Rule BASE = new Rule("tls.x", new Place("rules/tls.drl", 1), Map.of(), List.of(), null);

    /** A failure with this action and these codes, for a diagnosis whose base rule says this. */
    private static Permanence of(
            String action, String status, int reply, String responsible, String permanence, String retry) {
        List<Answer> answers = reply < 0 ? List.of() : List.of(new Answer(reply, null, "no", null, reply + " no"));
        Failure failure = new Failure(null, action, status, answers, Servers.UNKNOWN, Map.of(), null, null, null);
        About about = new About("tls.x", responsible, null, "tls", permanence, retry, BASE);
        Finding finding =
                new Finding("tls.x", Certainty.likely, BASE, new Strength(Basis.TEXT, 1, 1, false), List.of());
        return Permanence.of(failure, new Diagnosis("tls.x", finding, about, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // action, status, reply, the rule's own permanence: what comes of it
                "-, 5.1.1, 450, transient, permanent",
                "-, 4.2.2, 550, permanent, transient",
                "-, -, 550, transient, permanent",
                "-, -, 450, permanent, transient",
                "-, -, 250, transient, transient",
                "-, 2.1.5, -1, permanent, permanent",
                "-, -, 0, permanent, permanent",
                "failed, -, -1, transient, transient",
                "failed, -, -1, -, permanent",
                "failed, -, 0, -, permanent",
                "delayed, -, -1, -, transient",
                "relayed, -, -1, -, -",
                "-, -, -1, -, -"
            })
    void the_code_then_the_rule_then_what_became_of_the_message(
            String action, String status, int reply, String own, String expected) {
        assertThat(of(action, status, reply, "sender", own, null).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // action, status, who must act, the rule's own retry: what to do
                "-, 4.2.2, sender, -, automatic",
                "-, 4.2.2, sender, after-change, automatic",
                "-, 4.2.2, sender, no, no",
                "delayed, 5.2.2, sender, -, automatic",
                "delayed, 5.2.2, sender, no, no",
                "failed, 4.2.2, sender, -, later",
                "failed, 4.2.2, sender, automatic, later",
                "failed, 4.2.2, sender, after-change, after-change",
                "-, 5.2.2, sender, -, after-change",
                "-, 5.2.2, sender, automatic, after-change",
                "-, 5.2.2, sender, later, later",
                "-, 5.2.2, nobody, -, later",
                "-, -, sender, later, later",
                "-, -, sender, -, -"
            })
    void while_the_server_tries_nobody_need_send_again(
            String action, String status, String responsible, String own, String expected) {
        assertThat(of(action, status, -1, responsible, null, own).retry()).isEqualTo(expected);
    }
}
