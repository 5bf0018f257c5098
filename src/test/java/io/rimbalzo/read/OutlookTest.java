package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {

    private static final String LEGACY =
            "/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=luca";

    private static Report read(OutlookFile file) {
        Outcome outcome = Samples.READING.read(file.bytes());
        assertThat(outcome.problem()).isNull();
        return outcome.report();
    }

    private static OutlookFile original() {
        return new OutlookFile("IPM.Note")
                .text(0x0037, "Offerta")
                .text(0x1000, "Buongiorno")
                .text(
                        0x007D,
                        "Received: from mail.example.it (203.0.113.5) by mx.contoso.com; Tue, 3 Nov 2026 09:15:58 +0000\r\n"
                                + "From: Mario Rossi <mario@example.it>\r\nTo: luca@contoso.com\r\n"
                                + "Authentication-Results: mx.contoso.com; spf=pass smtp.mailfrom=example.it;\r\n"
                                + " dmarc=pass header.from=example.it\r\n");
    }

    @Test
    void a_report_of_exchange_online_with_the_message_that_bounced() {
        Report report = read(new OutlookFile("REPORT.IPM.Note.NDR")
                .text(0x0037, "Undeliverable: Offerta")
                .text(0x6820, "DB9PR01MB1234.eurprd01.prod.exchangelabs.com")
                .text(
                        0x1000,
                        "Your message to luca@contoso.com couldn't be delivered.\r\n\r\n"
                                + "luca wasn't found at contoso.com.\r\n\r\nmario\tOffice 365\tluca\r\n"
                                + "Action Required\t\tRecipient\r\nUnknown To address\r\n")
                .recipient(OutlookFile.entry()
                        .text(0x3002, "SMTP")
                        .text(0x3003, "luca@contoso.com")
                        .text(0x3001, "Luca")
                        .text(0x0C21, "mx.contoso.com")
                        .number(0x0C04, 1)
                        .number(0x0C05, 0)
                        .number(0x0C20, 510)
                        .text(
                                0x0C1B,
                                "<mx.contoso.com #5.1.10 smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient"
                                        + " luca@contoso.com not found by SMTP address lookup>"))
                .attach(original()));
        Failure failure = Samples.only(report);
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(report.language()).isEqualTo("en");
        assertThat(failure.recipient()).isEqualTo("luca@contoso.com");
        assertThat(failure.action()).isEqualTo("failed");
        assertThat(failure.bestStatus()).isEqualTo("5.1.10");
        assertThat(failure.bestAnswer().reply()).isEqualTo(550);
        assertThat(failure.bestAnswer().text()).startsWith("RESOLVER.ADR.RecipientNotFound");
        assertThat(failure.servers())
                .isEqualTo(new Servers("DB9PR01MB1234.eurprd01.prod.exchangelabs.com", "mx.contoso.com"));
        assertThat(report.message().from()).isEqualTo("mario@example.it");
        assertThat(report.message().hops()).hasSize(1);
        assertThat(report.message().authentication().results())
                .extracting(r -> r.method(), r -> r.result())
                .contains(tuple("spf", "pass"), tuple("dmarc", "pass"));
    }

    @Test
    void an_italian_report_of_exchange_server_with_two_recipients_one_of_the_directory() {
        Report report = read(new OutlookFile("REPORT.IPM.Note.NDR")
                .text(0x0037, "Non recapitabile: Offerta")
                .text(
                        0x1000,
                        "Il recapito non è riuscito per i seguenti destinatari o gruppi:\r\n\r\n"
                                + "vendite@contoso.com<mailto:vendite@contoso.com>\r\n"
                                + "Il gruppo accetta messaggi solo da alcune persone.\r\n\r\n"
                                + "Informazioni di diagnostica per gli amministratori:\r\n\r\n"
                                + "Server di generazione: mbx01.contoso.com\r\n\r\nvendite@contoso.com\r\n"
                                + "Remote Server returned '550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission;"
                                + " not authorized'\r\n")
                .recipient(
                        "vendite@contoso.com",
                        570,
                        "<mbx01.contoso.com #5.7.124 smtp;550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not"
                                + " authorized>")
                .recipient(OutlookFile.entry()
                        .text(0x3002, "EX")
                        .text(0x3003, LEGACY)
                        .number(0x0C20, 511)
                        .text(
                                0x0C1B,
                                "<mbx01.contoso.com #5.1.1 smtp;550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found>")));
        assertThat(report.language()).isEqualTo("it");
        assertThat(report.failures()).extracting(Failure::recipient).containsExactly("vendite@contoso.com", LEGACY);
        assertThat(report.failures()).extracting(Failure::bestStatus).containsExactly("5.7.124", "5.1.1");
        assertThat(report.failures().get(0).notice()).isEqualTo("Il gruppo accetta messaggi solo da alcune persone.");
    }

    /** [MS-OXCMAIL] 2.2.3.7.1: the class keeps the action, a number the status. */
    @ParameterizedTest
    @CsvSource({
        "REPORT.IPM.Note.NDR,        failed,    511, 5.1.1",
        "REPORT.IPM.Note.NDR,        failed,    544, 5.4.4",
        "REPORT.IPM.Note.Delayed.DR, delayed,   447, 4.4.7",
        "REPORT.IPM.Note.Relayed.DR, relayed,   200, 2.0.0",
        "REPORT.IPM.Note.DR,         delivered, 200, 2.0.0",
        "REPORT.IPM.Schedule.Meeting.Request.NDR, failed, 552, 5.5.2"
    })
    void the_class_tells_the_action_and_a_number_the_status(
            String messageClass, String action, int number, String status) {
        Failure failure = Samples.only(read(new OutlookFile(messageClass)
                .recipient(OutlookFile.entry().text(0x39FE, "luca@example.it").number(0x0C20, number))));
        assertThat(failure.recipient()).isEqualTo("luca@example.it");
        assertThat(failure.action()).isEqualTo(action);
        assertThat(failure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"35, 5.1.1", "48, 5.1.2", "40, 5.1.6", "38, 5.2.1"})
    void without_a_status_the_older_code_tells_it(int diagnostic, String status) {
        Failure failure = Samples.only(read(new OutlookFile("REPORT.IPM.Note.NDR")
                .recipient(OutlookFile.entry().text(0x3003, "luca@example.it").number(0x0C05, diagnostic))));
        assertThat(failure.status()).isEqualTo(status);
    }

    @Test
    void a_report_without_the_message_still_knows_its_subject() {
        Report report = read(new OutlookFile("REPORT.IPM.Note.NDR")
                .text(0x0049, "Offerta\r\nStatus: 2.0.0")
                .text(0x1046, "<1@example.it>")
                .text(0x0067, "mario@example.it")
                .recipient("luca@example.it", 511, "550 5.1.1 User unknown"));
        assertThat(report.message().subject()).isEqualTo("Offerta Status: 2.0.0");
        assertThat(report.message().messageId()).isEqualTo("<1@example.it>");
        assertThat(report.message().from()).isEqualTo("mario@example.it");
    }

    @Test
    void words_cannot_add_fields_to_the_status() {
        Report report = read(new OutlookFile("REPORT.IPM.Note.NDR")
                .recipient(
                        "luca@example.it",
                        511,
                        "550 5.1.1 User unknown\r\n\r\nFinal-Recipient: rfc822; eva@example.it"));
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@example.it");
    }

    @Test
    void a_report_that_someone_forwarded_lies_in_the_note() {
        OutlookFile report = new OutlookFile("REPORT.IPM.Note.NDR")
                .text(0x0037, "Undeliverable: Offerta")
                .recipient("luca@contoso.com", 522, "<mx.contoso.com #5.2.2 smtp;552 5.2.2 Mailbox full>")
                .attach(original());
        Report read = read(new OutlookFile("IPM.Note")
                .text(0x0037, "I: Undeliverable")
                .text(0x1000, "Che cosa significa?")
                .attach(report));
        assertThat(read.format()).isEqualTo(Report.DSN);
        assertThat(Samples.only(read).bestStatus()).isEqualTo("5.2.2");
        assertThat(read.message().from()).isEqualTo("mario@example.it");
    }

    @Test
    void a_mail_that_is_attached_as_a_file_is_read() {
        String eml = "From: MAILER-DAEMON@example.it\nContent-Type: multipart/report; report-type=delivery-status;"
                + " boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.it\n\n"
                + "Final-Recipient: rfc822; luca@example.it\nAction: failed\nStatus: 5.1.1\n"
                + "Diagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b--\n";
        Report report = read(new OutlookFile("IPM.Note")
                .text(0x1000, "Vedi allegato")
                .attach("Undelivered.eml", "application/octet-stream", eml.getBytes(StandardCharsets.US_ASCII)));
        assertThat(Samples.only(report).bestAnswer().text()).isEqualTo("User unknown");
    }

    @Test
    void an_outlook_file_that_is_attached_to_a_mail_is_read() {
        byte[] file = new OutlookFile("REPORT.IPM.Note.NDR")
                .recipient("luca@contoso.com", 522, "<mx.contoso.com #5.2.2 smtp;552 5.2.2 Mailbox full>")
                .bytes();
        Report report = Samples.read(
                "From: mario@example.it",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "Ecco l’avviso.",
                "--b",
                "Content-Type: application/vnd.ms-outlook; name=avviso",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(file),
                "--b--");
        assertThat(report.format()).isEqualTo(Report.DSN);
        assertThat(Samples.only(report).bestAnswer().text()).isEqualTo("Mailbox full");
    }

    @Test
    void a_note_into_which_a_report_was_pasted() {
        Report report = read(new OutlookFile("IPM.Note")
                .narrow(0x0037, "È tornato indietro", "windows-1252")
                .number(0x3FFD, 1252)
                .narrow(0x1000, "Perché?\r\n\r\n550 5.7.124 Sender not in allowed-senders list\r\n", "windows-1252"));
        assertThat(report.format()).isEqualTo(Report.TEXT);
        assertThat(Samples.only(report).bestStatus()).isEqualTo("5.7.124");
    }

    @Test
    void a_modern_report_that_lost_its_class_is_known_by_its_words() {
        Report report = read(new OutlookFile("IPM.Note")
                .text(0x0037, "Undeliverable: Offerta")
                .binary(
                        0x1013,
                        ("<html><head><meta charset=utf-8></head><body><p>Your message to luca@contoso.com couldn’t be"
                                        + " delivered.</p><p>luca wasn’t found at contoso.com.</p>"
                                        + "<p>More Info for Email Admins</p><p>Status code: 550 5.1.10</p>"
                                        + "<p>Error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found</p>"
                                        + "<p>DSN generated by: DB9PR01MB1234.eurprd01.prod.outlook.com</p></body></html>")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(report.format()).isEqualTo(Report.EXCHANGE_MODERN);
        assertThat(Samples.only(report).recipient()).isEqualTo("luca@contoso.com");
        assertThat(Samples.only(report).bestStatus()).isEqualTo("5.1.10");
    }

    @Test
    void a_text_that_is_attached_stands_behind_the_body_and_for_it_where_there_is_none() {
        byte[] answer = "552 5.2.2 Mailbox full".getBytes(StandardCharsets.US_ASCII);
        OutlookFile note = new OutlookFile("IPM.Note").attach("avviso.txt", "text/plain", answer);
        assertThat(Samples.only(read(note)).bestStatus()).isEqualTo("5.2.2");
        note.binary(0x1013, "<p>550 5.1.1 User unknown</p>".getBytes(StandardCharsets.US_ASCII));
        assertThat(Samples.only(read(note)).bestStatus()).isEqualTo("5.1.1");
    }

    @Test
    void a_body_that_is_only_rich_text_is_read() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 Non \\'e8 arrivato"
                + "\\u8230?:\\par 550 5.2.2 Mailbox full\\par}";
        Report report = read(new OutlookFile("IPM.Note").binary(0x1009, stored(rtf)));
        assertThat(Samples.only(report).bestAnswer().text()).isEqualTo("Mailbox full");
        assertThat(RtfText.of(rtf)).isEqualTo("Non è arrivato…:\n550 5.2.2 Mailbox full\n");
    }

    /** [MS-OXRTFCP] 2.1.3.1.1: sizes, the word for "not compressed", no checksum, then the octets. */
    private static byte[] stored(String rtf) {
        byte[] raw = rtf.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer all = ByteBuffer.allocate(16 + raw.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(raw.length + 12)
                .putInt(raw.length)
                .putInt(0x414C454D)
                .putInt(0)
                .put(raw);
        return all.array();
    }

    @Test
    void rich_text_around_html_tells_the_words_once() {
        String rtf = "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Luca {\\*\\htmltag <b>}"
                + "\\htmlrtf \\b X\\htmlrtf0 \\{1\\}{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0}";
        assertThat(RtfText.of(rtf)).isEqualTo("Luca {1}");
    }
}
