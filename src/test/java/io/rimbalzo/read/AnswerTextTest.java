package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "550 5.7.1 Unable to relay | 550 5.7.1 Unable to relay",
                "smtp;550 5.1.1 User unknown | 550 5.1.1 User unknown",
                "smtp; 550 User unknown | 550 null User unknown",
                "550: 5.2.2 Mailbox full | 550 5.2.2 Mailbox full",
                "550 #5.1.0 Address rejected. | 550 5.1.0 Address rejected.",
                "571 No PTR record | 571 null No PTR record",
                "#5.7.1 smtp;550 5.7.1 RESOLVER.RST.AuthRequired; authentication required | 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
                "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ## | 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found",
                "#550 5.7.1 RESOLVER.RST.AuthRequired; not authenticated ##rfc822;a@example.it | 550 5.7.1 RESOLVER.RST.AuthRequired; not authenticated",
                "Remote Server returned '550 5.7.124 not allowed' | 550 5.7.124 not allowed",
                "Remote Server returned '550 5.1.1 it isn't here' | 550 5.1.1 it isn't here",
                "mail.contoso.com #<mail.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP# | 530 5.7.1 Client was not authenticated @mail.contoso.com",
                "Remote Server returned '<xxxxxxxx> #5.7.1 smtp;550 5.7.1 RESOLVER.RST.AuthRequired; authentication required [Stage: CreateMessage]>' | 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required [Stage: CreateMessage]",
                "11/3/2026 9:15:02 AM - Server at mx.example.it (203.0.113.25) returned '450 4.4.316 Connection refused' | 450 4.4.316 Connection refused @mx.example.it",
                "host mx.example.it[203.0.113.1] said: 550 5.1.1 <a@example.it>: User unknown (in reply to RCPT TO command) | 550 5.1.1 <a@example.it>: User unknown @mx.example.it",
                "host mx.example.it[203.0.113.1] refused to talk to me: 421 4.4.2 timeout | 421 4.4.2 timeout @mx.example.it",
                "SMTP error from remote mail server after RCPT TO:<a@example.it>: host mx.example.it [203.0.113.1]: 553 5.1.1 unknown | 553 5.1.1 unknown @mx.example.it",
                "Sorry, no mailbox here by that name. (#5.1.1) | 0 5.1.1 Sorry, no mailbox here by that name. (#5.1.1)",
                "connect to mx.example.it[203.0.113.1]:25: Connection refused | 0 null connect to mx.example.it[203.0.113.1]:25: Connection refused",
                "x-unix; user unknown | 0 null user unknown",
                "530 5.7.57 SMTP; Client was not authenticated | 530 5.7.57 SMTP; Client was not authenticated",
                "550 4.4.7 QUEUE.Expired; message expired | 550 4.4.7 QUEUE.Expired; message expired",
                "4.7.500-699 Access denied | 0 4.7.500 Access denied",
                "250 2.1.5 RESOLVER.GRP.Expanded; distribution list expanded | 250 2.1.5 RESOLVER.GRP.Expanded; distribution list expanded",
                "552 1 Requested mail action aborted | 552 null 1 Requested mail action aborted",
            })
    void one_answer_in_whatever_wrapper(String text, String answer) {
        assertThat(Samples.answers(text)).containsExactly(answer);
    }

    @Test
    void wrapped_answers_are_several_the_outermost_first() {
        assertThat(Samples.answers(
                        "550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 Relaying denied"))
                .containsExactly(
                        "550 5.7.367 Remote server returned not permitted to relay", "554 5.7.1 Relaying denied");
        assertThat(Samples.answers(
                        "550 5.1.351 Remote server returned unknown recipient -> 550 Unknown user a@example.it"))
                .containsExactly(
                        "550 5.1.351 Remote server returned unknown recipient", "550 null Unknown user a@example.it");
        assertThat(
                        Samples.answers(
                                "host mx.example.it[203.0.113.1] said: 550 5.1.1 <a@example.it>: undeliverable address: "
                                        + "host mda.example.it[203.0.113.6] said: 550 unknown user (in reply to RCPT TO command) (in reply to RCPT TO command)"))
                .containsExactly(
                        "550 5.1.1 <a@example.it>: undeliverable address @mx.example.it",
                        "550 null unknown user @mda.example.it");
        assertThat(Samples.answers("smtp; 550 4.4.7 Message expired.<421 4.4.0 Unable to lookup DNS for example.it>"))
                .containsExactly("550 4.4.7 Message expired.", "421 4.4.0 Unable to lookup DNS for example.it");
        assertThat(Samples.answers(
                        "smtp; 5.1.0 - Unknown address error 550-'5.1.1 <a@example.it>... User Unknown' (attempts: 0)"))
                .containsExactly(
                        "0 5.1.0 Unknown address error", "550 5.1.1 <a@example.it>... User Unknown' (attempts: 0)");
    }

    @Test
    void a_code_without_words_has_those_of_the_code_within() {
        assertThat(Samples.answers("'554 5.7.0 < #5.7.520 smtp;550 5.7.520 Access denied. AS(7555)>'"))
                .containsExactly("554 5.7.0 Access denied. AS(7555)", "550 5.7.520 Access denied. AS(7555)");
    }

    @Test
    void several_reply_lines_become_one() {
        assertThat(Samples.answers(
                        "550-5.7.26 This mail is\n550-5.7.26 unauthenticated, see\n550 5.7.26 https://example.com/a"))
                .containsExactly("550 5.7.26 This mail is unauthenticated, see https://example.com/a");
        assertThat(Samples.answers(
                        "550-The server could not deliver. The account 550-or domain may not exist 550 at all."))
                .containsExactly("550 null The server could not deliver. The account or domain may not exist at all.");
        assertThat(Samples.answers("451 4.7.500 try again 451 4.7.500 later").get(0))
                .startsWith("451 4.7.500 try again");
    }

    @Test
    void the_quote_keeps_the_codes() {
        Answer answer = AnswerText.read("host mx.example.it[203.0.113.1] said: 550 5.1.1 User unknown")
                .get(0);
        assertThat(answer.quote()).isEqualTo("550 5.1.1 User unknown");
        assertThat(AnswerText.read("").isEmpty()).isTrue();
    }

    @Test
    void a_message_trace_gives_its_last_error_and_its_facts() {
        String trace =
                "[{LED=550 5.7.1 Unable to relay};{MSG=};{FQDN=mx.example.it};{IP=203.0.113.1};{LRT=11/3/2026 9:15:02 AM}]";
        assertThat(Samples.answers(trace)).containsExactly("550 5.7.1 Unable to relay @mx.example.it");
        assertThat(Details.of(trace)).containsEntry("IP", "203.0.113.1").doesNotContainKey("MSG");
    }

    @Test
    void bracketed_facts_become_details() {
        assertThat(
                        Details.of(
                                "450 4.4.316 Connection refused [Message=Socket error code 10061] "
                                        + "[LastAttemptedServerName=mail.fabrikam.com] [LastAttemptedIP=203.0.113.25:25 [AM5.example.com](x)"))
                .containsExactly(
                        java.util.Map.entry("Message", "Socket error code 10061"),
                        java.util.Map.entry("LastAttemptedServerName", "mail.fabrikam.com"),
                        java.util.Map.entry("LastAttemptedIP", "203.0.113.25:25"));
        assertThat(Details.of("550 5.4.1 [a@example.it]: Recipient address rejected [AM5.example.com]"))
                .isEmpty();
    }

    @Test
    void a_host_is_one_that_the_wrapper_names() {
        assertThat(List.of(
                        "host mx.example.it[203.0.113.1] said:",
                        "Server at mx.example.it (203.0.113.1) returned",
                        "... while talking to mx.example.it.:"))
                .allSatisfy(wrapper -> assertThat(HostText.inWrapper(wrapper)).isEqualTo("mx.example.it"));
        assertThat(HostText.inWrapper("Ho scritto ad anna@example.it e ricevo")).isNull();
    }
}
