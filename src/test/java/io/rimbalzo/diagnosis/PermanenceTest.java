package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
