package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This is a permanent error; I've given up. Sorry it didn't work out. | failed",
                "Delivery to the following recipient failed permanently: | failed",
                "Your mail has not yet\\nbeen delivered. | delayed",
                "There was a temporary problem delivering your message. Gmail will retry for 46 hours. You'll be notified if the delivery "
                        + "fails permanently. | delayed",
                "Il messaggio non è ancora stato recapitato. | delayed",
                "Il messaggio non è stato recapitato. | failed",
                "Here is what the server said. |",
            })
    void reports_tell_whether_anybody_still_tries(String words, String action) {
        assertThat(Samples.only(Samples.read(
                                "From: MAILER-DAEMON@contoso.com",
                                "To: anna@contoso.com",
                                "Subject: failure notice",
                                "",
                                words.replace("\\n", "\n"),
                                "",
                                "<luca@example.it>:",
                                "450 4.2.2 Mailbox full"))
                        .action())
                .isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        "Delivery is delayed to these recipients or groups:, delayed",
        "Delivery has failed to these recipients or groups:, failed",
        "Il recapito è in ritardo per i seguenti destinatari o gruppi:, delayed",
        "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:, failed"
    })
    void and_so_do_those_of_exchange(String opening, String action) {
        assertThat(Samples.only(Samples.read(
                                opening,
                                "",
                                "luca@example.it",
                                "",
                                "Diagnostic information for administrators:",
                                "",
                                "luca@example.it",
                                "Remote Server returned '400 4.4.7 Message delayed'"))
                        .action())
                .isEqualTo(action);
    }

    @Test
    void what_expired_has_failed_and_a_bare_answer_tells_nothing() {
        assertThat(Samples.only(Samples.read(
                                "Final-Recipient: rfc822; luca@example.it", "Action: expired", "Status: 4.0.0"))
                        .action())
                .isEqualTo("failed");
        assertThat(Samples.only(Samples.read("450 4.2.0 The message could not be delivered"))
                        .action())
                .isNull();
    }

    @Test
    void the_server_that_was_tried_last_is_the_other_one() {
        String answer = "Diagnostic-Code: smtp; 550 5.4.316 Message expired [LastAttemptedServerName=mail.example.it]";
        assertThat(Samples.only(Samples.read(
                                "Reporting-MTA: dns; ex.contoso.com",
                                "",
                                "Final-Recipient: rfc822; luca@example.it",
                                "Action: failed",
                                "Status: 5.4.316",
                                answer))
                        .servers())
                .isEqualTo(new Servers("ex.contoso.com", "mail.example.it"));
        assertThat(Samples.only(Samples.read(
                                "Reporting-MTA: dns; mail.example.it",
                                "",
                                "Final-Recipient: rfc822; luca@example.it",
                                "Action: failed",
                                "Status: 5.4.316",
                                answer))
                        .servers())
                .isEqualTo(new Servers("mail.example.it", null));
    }
}
