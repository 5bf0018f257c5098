package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.rimbalzo.read.OutlookFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people drop and paste: Outlook's files, two at once, a folder, a picture, nothing. */
class HandingInTest extends PageTest {

    private static final String LINE = "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized";

    private static Dragged example(String name) throws Exception {
        return new Dragged(name, "", Files.readAllBytes(Path.of("examples", name)));
    }

    private static Dragged outlook(String name) {
        return new Dragged(
                name,
                "",
                new OutlookFile("REPORT.IPM.Note.NDR")
                        .text(0x0037, "Undeliverable: Offerta")
                        .text(0x1000, "Your message to luca@contoso.com couldn't be delivered.")
                        .recipient(
                                "luca@contoso.com",
                                510,
                                "<mx.contoso.com #5.1.10 smtp;550 5.1.10"
                                        + " RESOLVER.ADR.RecipientNotFound; Recipient luca@contoso.com not found>")
                        .attach(
                                new OutlookFile("IPM.Note")
                                        .text(0x0037, "Offerta")
                                        .text(
                                                0x007D,
                                                "From: Mario Rossi <mario@example.it>\r\nTo: luca@contoso.com\r\nSubject: Offerta\r\n"))
                        .bytes());
    }

    @Test
    void a_mail_dropped_on_the_page_is_read_as_it_is() throws Exception {
        Page page = open("en-GB", "#/knowledge");
        drop(page, example("gruppo-riservato.eml"));

        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator(".chosen")).containsText("gruppo-riservato.eml");
        assertThat(page.locator(".fields")).containsText("Offerta per novembre");
        assertThat(page.locator(".hops li")).hasCount(1);
        button(page, "Remove the file").click();
        assertThat(page.locator("#bounce")).isFocused();
        assertThat(page.locator(".outcome h2")).hasCount(0);
    }

    @Test
    void a_file_of_outlook_is_read_as_it_is() {
        Page page = open("it", "");
        drop(page, outlook("Non recapitabile.msg"));

        assertThat(heading(page)).hasText("L’indirizzo del destinatario non esiste");
        assertThat(heading(page)).isFocused();
        assertThat(page.locator(".chosen")).containsText("Non recapitabile.msg");
        assertThat(page.locator(".parties")).containsText("luca@contoso.com");
        assertThat(page.locator("blockquote").first()).containsText("RESOLVER.ADR.RecipientNotFound");
        assertThat(page.locator(".fields")).containsText("mario@example.it");
    }

    @Test
    void of_two_files_the_first_is_read_and_the_page_says_so() throws Exception {
        Page page = open("en", "");
        drop(page, outlook("one.msg"), example("gruppo-riservato.eml"));

        assertThat(heading(page)).hasText("The recipient’s address doesn’t exist");
        assertThat(page.locator(".notice")).hasText("There are 2 files: only the first was read, one.msg.");
        assertThat(page.locator("#status")).containsText("only the first was read");
        button(page, "Italiano").click();
        assertThat(page.locator(".notice")).hasText("I file sono 2: è stato letto solo il primo, one.msg.");
    }

    @Test
    void a_folder_is_refused_kindly() {
        Page page = open("it", "");
        // a page cannot make a folder: the browser's word for one stands in
        page.evaluate("() => { DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true }); }");
        drop(page, new Dragged("posta", "", new byte[0]));

        assertThat(page.locator(".trouble")).containsText("È una cartella: trascinare qui un solo file");
        assertThat(page.locator("#status")).containsText("È una cartella");
        assertThat(heading(page)).isFocused();
    }

    @Test
    void a_file_that_has_gone_is_refused_kindly() {
        Page page = open("en", "");
        page.evaluate(
                "() => { File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError')); }");
        drop(page, new Dragged("gone.eml", "", new byte[] {'x'}));

        assertThat(page.locator(".trouble")).containsText("The file can’t be read");
    }

    @ParameterizedTest
    @CsvSource({"schermata.png, image/png", "stampa.pdf, application/pdf", "posta.zip, ''", "vuoto.txt, text/plain"})
    void what_is_no_text_is_refused_kindly(String name, String type) {
        Page page = open("it", "");
        paste(page, RESTRICTED);
        byte[] content = name.startsWith("vuoto") ? new byte[0] : new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0};
        drop(page, new Dragged(name, type, content));

        assertThat(page.locator(".trouble"))
                .containsText(
                        content.length == 0
                                ? "Il file è vuoto."
                                : "Un’immagine, un PDF o un archivio non si possono leggere");
        assertThat(page.locator("article")).hasCount(0);
        assertThat(page.locator("#bounce")).hasValue("");
    }

    @Test
    void a_file_of_30_megabytes_is_refused_kindly() {
        Page page = open("it", "");
        page.evaluate("() => {const transfer = new DataTransfer();"
                + "transfer.items.add(new File([new Uint8Array(30 << 20).fill(97)], 'grande.eml'));"
                + "document.body.dispatchEvent(new DragEvent('drop',"
                + " { dataTransfer: transfer, bubbles: true, cancelable: true }));}");

        assertThat(page.locator(".trouble"))
                .containsText("25 MB", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator(".chosen")).containsText("grande.eml");
    }

    @Test
    void a_long_text_is_a_file_and_does_not_fill_the_field() {
        Page page = open("en", "");
        byte[] content = (RESTRICTED + "x ".repeat(150_000)).getBytes(StandardCharsets.UTF_8);
        drop(page, new Dragged("report.txt", "text/plain", content));

        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator(".chosen")).containsText("report.txt");
        assertThat(page.locator("#bounce")).hasCount(0);
    }

    @Test
    void a_text_in_letters_of_two_bytes_is_read() {
        Page page = open("en", "");
        byte[] wide = ("\ufeff" + LINE).getBytes(StandardCharsets.UTF_16LE);
        drop(page, new Dragged("report.txt", "text/plain", wide));

        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator("#bounce")).hasValue(LINE);
    }

    private static void pasteOn(Page page, String selector, String fill) {
        page.evaluate(
                "([selector, fill]) => {const data = new DataTransfer();"
                        + "if (fill === 'image') data.items.add(new File([new Uint8Array([137, 80, 78, 71, 0])], 'image.png', { type: 'image/png' }));"
                        + "else if (fill !== '') data.setData('text/plain', fill);"
                        + "document.querySelector(selector).dispatchEvent("
                        + "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));}",
                new Object[] {selector, fill});
    }

    @ParameterizedTest
    @CsvSource({"#bounce", "body"})
    void a_pasted_picture_is_refused_kindly(String where) {
        Page page = open("en", "");
        pasteOn(page, where, "image");

        assertThat(page.locator(".trouble")).containsText("A picture, a PDF or an archive can’t be read");
        assertThat(page.locator("#bounce")).hasValue("");
    }

    @ParameterizedTest
    @CsvSource({"#bounce", "body"})
    void an_empty_clipboard_is_told(String where) {
        Page page = open("it", "");
        pasteOn(page, where, "");

        assertThat(page.locator(".trouble")).containsText("Negli appunti non c’è testo");
    }

    @Test
    void a_text_pasted_outside_of_the_field_is_read_and_one_pasted_into_it_stands_there() {
        Page page = open("en", "");
        pasteOn(page, "body", LINE);
        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator("#bounce")).hasValue(LINE);

        page = open("en", "");
        page.evaluate("text => navigator.clipboard.writeText(text)", LINE);
        page.locator("#bounce").focus();
        page.keyboard().press("Control+V");
        assertThat(page.locator("#bounce")).hasValue(LINE);
        assertThat(page.locator(".outcome h2")).hasCount(0);
    }

    @Test
    void nothing_at_all_is_told() {
        Page page = open("it", "");
        button(page, "Spiega").click();

        assertThat(page.locator(".trouble")).containsText("Non c’è nulla da leggere");
    }
}
