package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeReportTest {

    @Test
    void the_classic_report_in_english() {
        Report report = Samples.read(
                "Delivery has failed to these recipients or groups:",
                "",
                "Ronald<mailto:ronald@contoso.com>",
                "Your message wasn't delivered due to a permission issue.",
                "The following organization rejected your message: mail.contoso.com.",
                "",
                "",
                "Diagnostic information for administrators:",
                "",
                "Generating server: alpineskihouse.com",
                "",
                "ronald@contoso.com",
                "mail.contoso.com #<mail.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#",
                "",
                "Original message headers:",
                "",
                "From: Anna <anna@alpineskihouse.com>",
                "To: ronald@contoso.com");
        Failure failure = Samples.only(report);
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_CLASSIC);
        assertThat(report.language()).isEqualTo("en");
        assertThat(failure.recipient()).isEqualTo("ronald@contoso.com");
        assertThat(failure.servers()).isEqualTo(new Servers("alpineskihouse.com", "mail.contoso.com"));
        assertThat(failure.notice()).isEqualTo("Your message wasn't delivered due to a permission issue.");
        assertThat(Samples.answers(failure))
                .containsExactly("530 5.7.1 Client was not authenticated @mail.contoso.com");
        assertThat(report.message().from()).isEqualTo("anna@alpineskihouse.com");
    }

    @Test
    void the_classic_report_in_italian_with_two_recipients() {
        Report report = Samples.read(
                "Il recapito non è riuscito per i seguenti destinatari o gruppi:",
                "",
                "vendite@contoso.com",
                "Il gruppo accetta messaggi solo da alcune persone.",
                "",
                "anna@fabrikam.com",
                "L’indirizzo non è stato trovato.",
                "",
                "Informazioni di diagnostica per gli amministratori:",
                "",
                "Server di generazione: mbx01.contoso.com",
                "",
                "vendite@contoso.com",
                "Remote Server returned '550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not",
                "authorized'",
                "",
                "anna@fabrikam.com",
                "mx.fabrikam.com",
                "Remote Server returned '550 5.1.10 not found'",
                "",
                "Intestazioni originali del messaggio:",
                "",
                "From: mario@contoso.com");
        assertThat(report.language()).isEqualTo("it");
        assertThat(report.failures())
                .extracting(Failure::recipient)
                .containsExactly("vendite@contoso.com", "anna@fabrikam.com");
        assertThat(report.failures()).extracting(Failure::bestStatus).containsExactly("5.7.124", "5.1.10");
        assertThat(report.failures())
                .extracting(Failure::notice)
                .containsExactly(
                        "Il gruppo accetta messaggi solo da alcune persone.", "L’indirizzo non è stato trovato.");
        assertThat(report.failures())
                .extracting(Failure::servers)
                .containsExactly(
                        new Servers("mbx01.contoso.com", null), new Servers("mbx01.contoso.com", "mx.fabrikam.com"));
        assertThat(Samples.answers(report.failures().get(0)).get(0)).endsWith("not authorized");
    }

    @Test
    void dated_answers_of_a_queue_that_expired() {
        Failure failure = Samples.only(
                Samples.read(
                        "Diagnostic information for administrators:",
                        "",
                        "Generating server: AM5.mail.protection.outlook.com",
                        "Receiving server: AM5.eop-EUR03.prod.protection.outlook.com",
                        "",
                        "luca@example.it",
                        "11/3/2026 8:21:10 AM - Server at AM5.eop-EUR03.prod.protection.outlook.com returned '550 5.4.316 Message expired, connection refused'",
                        "11/3/2026 8:11:10 AM - Server at mx.example.it (203.0.113.7) returned '450 4.4.316 Connection refused [LastAttemptedServerName=mx.example.it]'"));
        assertThat(failure.bestStatus()).isEqualTo("5.4.316");
        assertThat(failure.servers().remote()).isEqualTo("mx.example.it");
        assertThat(failure.details()).containsEntry("LastAttemptedServerName", "mx.example.it");
        assertThat(failure.answers()).hasSize(2);
    }

    @Test
    void an_address_that_outlook_kept_of_an_internal_recipient() {
        Failure failure = Samples.only(Samples.read(
                "Diagnostic information for administrators:",
                "",
                "Generating server: ex01.contoso.com",
                "",
                "IMCEAEX-_o=CONTOSO_ou=Exchange+20Administrative+20Group_cn=Recipients_cn=anna@contoso.com",
                "#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##"));
        assertThat(failure.recipient()).startsWith("IMCEAEX-_o=CONTOSO");
        assertThat(failure.bestStatus()).isEqualTo("5.1.1");
    }

    private static final String[] MODERN = {
        "Your message to luca@fabrikam.com couldn't be delivered.",
        "",
        "luca wasn't found at fabrikam.com.",
        "",
        "anna\tOffice 365\tluca",
        "Action Required\t\tRecipient",
        "",
        "Unknown To address",
        "",
        "How to Fix It",
        "",
        "The address may be misspelled.",
        "",
        "More Info for Email Admins",
        "Status code: 550 5.1.10",
        "",
        "This error occurs because ...",
        "",
        "Original Message Details",
        "Created Date:\t11/3/2026 9:15:00 AM",
        "Sender Address:\tanna@contoso.com",
        "Recipient Address:\tluca@fabrikam.com",
        "Subject:\tOfferta",
        "",
        "Error Details",
        "Reported error:\t550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient luca@fabrikam.com",
        "not found by SMTP address lookup",
        "DSN generated by:\tAM0PR01.eurprd01.prod.exchangelabs.com",
        "Remote server:\tmx.fabrikam.com",
        "",
        "Message Hops",
        "HOP\tTIME (UTC)\tFROM\tTO",
        "1\t11/3/2026\ta\tb",
        "",
        "Original Message Headers",
        "",
        "From: anna@contoso.com",
        "To: luca@fabrikam.com"
    };

    @Test
    void the_modern_report_in_english() {
        Report report = Samples.read(MODERN);
        Failure failure = Samples.only(report);
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_MODERN);
        assertThat(report.language()).isEqualTo("en");
        assertThat(failure.recipient()).isEqualTo("luca@fabrikam.com");
        assertThat(failure.notice()).isEqualTo("luca wasn't found at fabrikam.com.");
        assertThat(failure.status()).isEqualTo("5.1.10");
        assertThat(Samples.answers(failure))
                .containsExactly(
                        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient luca@fabrikam.com not found by SMTP address lookup");
        assertThat(failure.servers())
                .isEqualTo(new Servers("AM0PR01.eurprd01.prod.exchangelabs.com", "mx.fabrikam.com"));
        assertThat(failure.details()).containsEntry("action-required", "sender");
        assertThat(report.message().from()).isEqualTo("anna@contoso.com");
    }

    @Test
    void the_modern_report_in_italian_with_values_below_their_labels() {
        Report report = Samples.read(
                "Impossibile recapitare il messaggio a luca@fabrikam.com.",
                "",
                "Il gruppo accetta messaggi solo da persone della sua organizzazione.",
                "",
                "Dettagli dell’errore",
                "Errore segnalato:",
                "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
                "DSN generato da:",
                "AM0PR01.eurprd01.prod.exchangelabs.com",
                "",
                "Hop del messaggio",
                "",
                "Intestazioni del messaggio originale",
                "",
                "From: anna@contoso.com");
        Failure failure = Samples.only(report);
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_MODERN);
        assertThat(report.language()).isEqualTo("it");
        assertThat(failure.recipient()).isEqualTo("luca@fabrikam.com");
        assertThat(failure.bestStatus()).isEqualTo("5.7.133");
        assertThat(failure.servers().rejectedBy()).isEqualTo("generating");
        assertThat(failure.notice()).startsWith("Il gruppo accetta");
    }

    @Test
    void the_modern_report_as_a_mail_in_html_only() {
        String html = "<html><head><style>p{}</style></head><body><p>"
                + String.join("</p><p>", MODERN).replace("\t", "</td><td>").replace("'", "&#39;")
                + "</p></body></html>";
        Report report = Samples.read(
                "From: Microsoft Outlook <postmaster@contoso.com>",
                "To: anna@contoso.com",
                "Subject: Undeliverable: Offerta",
                "Content-Language: it-IT",
                "MIME-Version: 1.0",
                "Content-Type: text/html; charset=utf-8",
                "",
                html);
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_MODERN);
        assertThat(report.language()).isEqualTo("it");
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@fabrikam.com");
        assertThat(Samples.only(report).bestAnswer().text()).doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Generating server: mbx01.contoso.com",
                "*Generating server:* mbx01.contoso.com",
                "**Generating server:** mbx01.contoso.com",
                "Generating server:\\nmbx01.contoso.com",
            })
    void a_classic_report_without_empty_lines(String generating) {
        Failure failure = Samples.only(Samples.read(
                "Delivery has failed to these recipients or groups:",
                "ronald@contoso.com",
                "It was blocked. The following organization rejected your message: mail.contoso.com.",
                "Diagnostic information for administrators:",
                generating.replace("\\n", "\n"),
                "ronald@contoso.com",
                "mail.contoso.com #<exchange.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#"));
        assertThat(failure.servers()).isEqualTo(new Servers("mbx01.contoso.com", "mail.contoso.com"));
        assertThat(Samples.answers(failure))
                .containsExactly("530 5.7.1 Client was not authenticated @mail.contoso.com");
    }

    @Test
    void the_organization_named_within_a_sentence_refused() {
        Failure failure = Samples.only(Samples.read(
                "Delivery has failed to these recipients or groups:",
                "ronald@contoso.com",
                "It was blocked. The following organization rejected your message: mail.contoso.com.",
                "Diagnostic information for administrators:",
                "Generating server: mbx01.contoso.com",
                "ronald@contoso.com",
                "#<exchange.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#"));
        assertThat(failure.servers()).isEqualTo(new Servers("mbx01.contoso.com", "mail.contoso.com"));
    }

    @Test
    void the_modern_report_names_the_message_where_no_headers_do() {
        Report report = Samples.read(
                "Your message to luca@fabrikam.com couldn't be delivered.",
                "How to Fix It",
                "x",
                "Original Message Details",
                "Sender Address:\tanna@contoso.com",
                "Recipient Address:\tluca@fabrikam.com",
                "Subject:\tOfferta",
                "Error Details",
                "Reported error:\t550 5.1.10 RESOLVER.ADR.RecipientNotFound; x");
        assertThat(report.message().from()).isEqualTo("anna@contoso.com");
        assertThat(report.message().subject()).isEqualTo("Offerta");
    }
}
