package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The first view: {@code #/}. */
class DiagnoseViewTest extends PageTest {

    private static final Path GROUP = Path.of("examples/gruppo-riservato.eml");

    @Test
    void a_pasted_report_is_explained_with_who_must_act_and_its_proof_marked_in_the_text() {
        Page page = open("it-IT", "");
        paste(page, RESTRICTED);

        assertThat(heading(page)).hasText("Il mittente non è fra quelli che possono scrivere al gruppo");
        assertThat(heading(page)).isFocused();
        assertThat(page.locator(".parties .acts")).containsText("Destinatario");
        assertThat(page.locator(".parties .acts")).containsText("deve intervenire");
        assertThat(page.locator(".outcome h4").first()).containsText("Il proprietario del gruppo");
        assertThat(page.locator("#status")).containsText("Il mittente non è fra quelli");
        page.locator(".pasted summary").click();
        assertThat(page.locator("mark").first())
                .containsText("550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized\nto send");
    }

    @Test
    void a_file_dropped_on_the_page_is_read_as_it_is() throws Exception {
        Page page = open("en-GB", "#/knowledge");
        drop(page, "gruppo-riservato.eml", Files.readAllBytes(GROUP));

        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator(".chosen")).containsText("gruppo-riservato.eml");
        assertThat(page.locator(".fields")).containsText("Offerta per novembre");
        assertThat(page.locator(".hops li")).hasCount(1);
        button(page, "Remove the file").click();
        assertThat(page.locator("#bounce")).isFocused();
        assertThat(page.locator(".outcome h2")).hasCount(0);
    }

    private static void drop(Page page, String name, byte[] content) {
        page.evaluate(
                "([name, content]) => {"
                        + "const transfer = new DataTransfer();"
                        + "const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));"
                        + "transfer.items.add(new File([bytes], name));"
                        + "document.querySelector('main').dispatchEvent("
                        + "new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));}",
                new Object[] {name, Base64.getEncoder().encodeToString(content)});
    }

    @Test
    void a_chosen_file_is_read_too() {
        Page page = open("it", "");
        page.locator("#file").setInputFiles(GROUP);

        assertThat(heading(page)).hasText("Il mittente non è fra quelli che possono scrivere al gruppo");
    }

    @Test
    void a_question_is_answered_and_the_answer_taken_back() {
        Page page = open("en", "");
        paste(page, "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required");
        String before = page.locator(".outcome h2").first().textContent();
        Locator options = page.locator(".question .options button");
        options.first().waitFor();
        String asked = page.locator(".question p").first().textContent();
        String label = options.first().textContent();
        options.first().click();

        assertThat(page.locator(".given li")).hasCount(1);
        assertThat(page.locator(".given li")).containsText(asked);
        assertThat(page.locator(".given li")).containsText(label);
        page.locator(".given button").click();
        assertThat(page.locator(".given li")).hasCount(0);
        assertThat(heading(page)).hasText(before);
    }

    @Test
    void each_reader_sees_their_own_steps() {
        Page page = open("en", "");
        paste(page, RESTRICTED);
        assertThat(page.locator(".outcome h4").first()).containsText("The group’s owner");
        assertThat(page.locator(".outcome h4").count()).isGreaterThan(1);
        page.getByLabel("I sent it").check();

        assertThat(page.locator(".outcome h4")).hasCount(1);
        assertThat(page.locator(".outcome h4")).containsText("Whoever wrote the message");
        assertThat(page.getByLabel("I sent it")).isFocused();
    }

    @Test
    void the_switch_of_language_tells_page_and_answer_in_the_other_one() {
        Page page = open("it", "");
        paste(page, RESTRICTED);
        button(page, "English").click();

        assertThat(heading(page)).hasText("The sender isn’t among those who may write to the group");
        assertThat(page.locator("h1")).hasText("Why did the message come back?");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#bounce")).hasValue(RESTRICTED);
    }

    @Test
    void a_command_and_the_whole_answer_can_be_copied() {
        Page page = open("en", "");
        paste(page, RESTRICTED);
        page.locator(".command button").first().click();
        assertThat(page.locator(".command button").first()).hasText("Copied");
        assertThat(clipboard(page)).startsWith("Set-DistributionGroup -Identity vendite@contoso.com");
        button(page, "Copy as Markdown").click();
        assertThat(page.locator(".takeaway")).containsText("Copied");
        assertThat(clipboard(page)).startsWith("# The sender isn’t among those who may write to the group");
    }

    private static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void several_recipients_have_an_answer_each() {
        Page page = open("en", "");
        page.locator("#file").setInputFiles(Path.of("examples/two-recipients.eml"));

        assertThat(page.locator(".overview li")).hasCount(2);
        assertThat(page.locator("article")).hasCount(2);
        page.locator(".overview li button").nth(1).click();
        assertThat(page.locator("#finding-1")).isFocused();
    }

    @Test
    void headers_show_the_checks_in_plain_words_and_the_waits() {
        Page page = open("it", 800, ColorScheme.LIGHT, "");
        page.locator("#file").setInputFiles(Path.of("examples/intestazioni-dmarc.txt"));

        assertThat(page.locator("table")).containsText("Né SPF né DKIM confermano il dominio che si legge in Da.");
    }

    @Test
    void what_cannot_be_read_is_said_kindly() {
        Page page = open("it", "");
        paste(page, "ciao");

        assertThat(page.locator(".trouble")).containsText("Incollare il rapporto intero.");
    }

    @Test
    void a_service_that_does_not_answer_is_said_kindly() {
        Page page = open("en", "");
        page.route("**/v1/diagnose", route -> route.abort());
        page.locator("#bounce").fill("550 5.1.1");
        button(page, "Explain").click();

        assertThat(page.locator(".trouble")).containsText("The service does not answer.");
    }
}
