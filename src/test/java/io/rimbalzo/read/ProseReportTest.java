package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseReportTest {

    private static Report mail(String... body) {
        return Samples.read(
                "From: MAILER-DAEMON@mx.contoso.com",
                "To: anna@contoso.com",
                "Subject: failure notice",
                "",
                String.join("\n", body));
    }

    private static void tells(Report report, String recipient, String answer) {
        assertThat(Samples.only(report).recipient()).isEqualTo(recipient);
        assertThat(Samples.answers(Samples.only(report))).containsExactly(answer);
        assertThat(report.format()).isEqualTo(Report.TEXT);
    }

    @Test
    void qmail() {
        tells(
                mail(
                        "Hi. This is the qmail-send program at mx.contoso.com.",
                        "I'm afraid I wasn't able to deliver your message.",
                        "",
                        "<luca@example.it>:",
                        "Connected to 203.0.113.7 but sender was rejected.",
                        "Remote host said: 550 5.7.1 <anna@contoso.com>... Access denied",
                        "Giving up on 203.0.113.7.",
                        "",
                        "--- Below this line is a copy of the message.",
                        "",
                        "Return-Path: <anna@contoso.com>",
                        "From: anna@contoso.com",
                        "To: piero@example.it"),
                "luca@example.it",
                "550 5.7.1 <anna@contoso.com>... Access denied @203.0.113.7");
    }

    @Test
    void postfix() {
        Report report = mail(
                "This is the mail system at host mx.contoso.com.",
                "",
                "For further assistance, please send mail to <postmaster@contoso.com>",
                "",
                "<luca@example.it>: host mail.example.it[203.0.113.7] said: 550",
                "    5.1.1 <luca@example.it>... User Unknown (in reply to RCPT TO",
                "    command)",
                "",
                "<piero@example.it>: connect to mx.example.it[203.0.113.8]:25: Connection",
                "    refused");
        assertThat(report.failures())
                .extracting(Failure::recipient)
                .containsExactly("luca@example.it", "piero@example.it");
        assertThat(report.failures())
                .extracting(Samples::answers)
                .containsExactly(
                        List.of("550 5.1.1 <luca@example.it>... User Unknown @mail.example.it"),
                        List.of("0 null connect to mx.example.it[203.0.113.8]:25: Connection refused"));
        assertThat(report.failures().get(0).servers().remote()).isEqualTo("mail.example.it");
    }

    @Test
    void sendmail() {
        tells(
                mail(
                        "The original message was received at Tue, 3 Nov 2026 09:15:58 +0000",
                        "from localhost [127.0.0.1]",
                        "",
                        "   ----- The following addresses had permanent fatal errors -----",
                        "<luca@example.it>",
                        "    (reason: 550 5.1.1 <luca@example.it>... User Unknown)",
                        "    (expanded from: <tutti@contoso.com>)",
                        "",
                        "   ----- Transcript of session follows -----",
                        "... while talking to mx.example.it.:",
                        ">>> DATA",
                        "<<< 550 5.1.1 <luca@example.it>... User Unknown",
                        "550 5.1.1 <luca@example.it>... User unknown"),
                "luca@example.it",
                "550 5.1.1 <luca@example.it>... User Unknown");
    }

    @Test
    void exim() {
        tells(
                mail(
                        "A message that you sent could not be delivered to one or more of its",
                        "recipients. The following address(es) failed:",
                        "",
                        "  luca@example.it",
                        "    host mx.example.it [203.0.113.7]",
                        "    SMTP error from remote mail server after end of data:",
                        "    550-5.7.1 [203.0.113.40] Our system has detected",
                        "    550 5.7.1 unsolicited mail.",
                        "",
                        "------ This is a copy of the message, including all the headers. ------",
                        "",
                        "Return-path: <anna@contoso.com>",
                        "From: anna@contoso.com",
                        "To: luca@example.it"),
                "luca@example.it",
                "550 5.7.1 [203.0.113.40] Our system has detected unsolicited mail. @mx.example.it");
    }

    @Test
    void exim_names_the_recipients_in_a_header_too() {
        Report report = Samples.read(
                "From: Mailer-Daemon@contoso.com",
                "To: anna@contoso.com",
                "X-Failed-Recipients: luca@example.it",
                "Subject: Mail delivery failed",
                "",
                "Something went wrong.",
                "550 5.1.1 unknown user");
        tells(report, "luca@example.it", "550 5.1.1 unknown user");
    }

    @Test
    void gmail() {
        Report report = Samples.read(
                "** Indirizzo non trovato **",
                "",
                "Il tuo messaggio non è stato recapitato a luca@example.it perché l’indirizzo non esiste.",
                "",
                "La risposta del server remoto è:",
                "550 5.1.1 <luca@example.it>: User unknown");
        tells(report, "luca@example.it", "550 5.1.1 <luca@example.it>: User unknown");
        assertThat(report.language()).isEqualTo("it");
        assertThat(Samples.only(report).notice()).startsWith("Il tuo messaggio non è stato recapitato");
    }

    @Test
    void domino_and_x400() {
        tells(
                mail(
                        "Your message",
                        "",
                        "  Subject: Offerta",
                        "",
                        "was not delivered to:",
                        "",
                        "  luca@example.it",
                        "",
                        "because:",
                        "",
                        "  User luca (luca@example.it) not listed in Domino Directory"),
                "luca@example.it",
                "0 null User luca (luca@example.it) not listed in Domino Directory");
        tells(
                mail(
                        "did not reach the following recipient(s):",
                        "",
                        "luca@example.it on Thu, 11 Jul 2002 16:54:54 -0300",
                        "    The recipient name is not recognized"),
                "luca@example.it",
                "0 null The recipient name is not recognized");
    }

    @Test
    void a_report_that_names_nobody_is_about_the_only_recipient() {
        Report report = mail(
                "The following mail could not be delivered.",
                "Reason: Exceeded maximum delivery attempts.",
                "",
                "--- Original message follows.",
                "",
                "Received: from a by b; Tue, 3 Nov 2026 09:15:58 +0000",
                "From: anna@contoso.com",
                "To: luca@example.it");
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
    }

    @Test
    void an_address_that_only_tells_whom_to_ask_is_no_recipient() {
        Report report = mail(
                "Your mail was refused.",
                "Please contact <help@contoso.com>.",
                "550 5.7.1 Refused for luca@example.it");
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
    }

    @Test
    void an_absence_notice_is_no_report() {
        Report report = Samples.read(
                "Return-Path: <>",
                "From: luca@example.it",
                "To: anna@contoso.com",
                "Auto-Submitted: auto-replied",
                "Subject: Risposta automatica: Offerta",
                "",
                "Sono in ferie. Per urgenze: piero@example.it");
        assertThat(report.format()).isEqualTo(Report.NONE);
        assertThat(Samples.only(report).recipient()).isNull();
    }

    @Test
    void words_before_the_address_that_are_the_answer() {
        tells(
                mail("Unknown user: luca@example.it", "", "", "Original message follows."),
                "luca@example.it",
                "0 null Unknown user: luca@example.it");
        tells(
                mail("User's mailbox is full: <luca@example.it>", "Unable to deliver mail."),
                "luca@example.it",
                "0 null User's mailbox is full: <luca@example.it> Unable to deliver mail.");
        tells(
                mail("------- Failure Reasons  --------", "", "User not listed in Address Book", "luca@example.it", ""),
                "luca@example.it",
                "0 null User not listed in Address Book");
    }

    @Test
    void what_the_other_server_said_just_before_a_vague_answer() {
        tells(
                mail(
                        "   ----- Transcript of session follows -----",
                        "While talking to mx.example.it:",
                        ">>> MAIL From:<anna@contoso.com>",
                        "<<< 550 Insecure Mail Relay",
                        "554 <luca@example.it>... Remote protocol error"),
                "luca@example.it",
                "550 null Insecure Mail Relay");
    }

    @Test
    void headings_and_subjects_are_no_answers() {
        tells(
                mail(
                        "The following failed:",
                        "",
                        "<luca@example.it>",
                        "",
                        "   ----- Transcript of session follows -----",
                        "<luca@example.it>... Deferred: host name lookup failure"),
                "luca@example.it",
                "0 null Deferred: host name lookup failure");
        tells(
                mail(
                        "A message could not be delivered to:",
                        "luca@example.it",
                        "Subject: Offerta",
                        "L'indirizzo non esiste."),
                "luca@example.it",
                "0 null L'indirizzo non esiste.");
    }

    @Test
    void an_answer_introduced_within_a_sentence() {
        tells(
                mail(
                        "The message was rejected by the code that",
                        "checks messages here. The following error was given:",
                        "",
                        "  invalid mailbox.",
                        " Local mailbox luca@example.it is unavailable: user not found"),
                "luca@example.it",
                "0 null invalid mailbox. Local mailbox luca@example.it is unavailable: user not found");
    }

    @Test
    void x400_addresses_and_replies_named_apart() {
        tells(
                mail(
                        "did not reach the following recipient(s):",
                        "",
                        "c=US;a= ;p=Contoso;o=S;dda:SMTP=luca@example.it; on Fri, 4 Oct 2002",
                        "17:12:28 -0400",
                        "    The recipient name is not recognized"),
                "luca@example.it",
                "0 null The recipient name is not recognized");
        tells(
                mail(
                        "<luca@example.it>: mailbox unavailable. [SMTP Error Code 550]",
                        "-------- Returned Mail --------"),
                "luca@example.it",
                "550 null mailbox unavailable. [SMTP Error Code 550]");
        tells(
                mail("luca@example.it Error, ERROR_CODE :550, ERROR_CODE :5.1.1 User unknown"),
                "luca@example.it",
                "550 5.1.1 User unknown");
    }

    @Test
    void whose_mail_is_refused_is_no_recipient() {
        Report report = mail(
                "Your mail could not be delivered because they are not accepting mail from anna@lists.contoso.com:",
                "\tluca");
        assertThat(Samples.only(report).recipient()).isNull();
    }
}
