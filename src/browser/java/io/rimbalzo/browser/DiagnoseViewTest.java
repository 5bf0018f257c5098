package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
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
        assertThat(button(page, "English")).isFocused();
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
        assertThat(page.locator(".overview li").first()).containsText("Who must act: whoever wrote the message");
        page.locator(".overview li button").nth(1).click();
        assertThat(page.locator("#finding-1")).isFocused();
    }

    @Test
    void many_recipients_of_one_diagnosis_are_told_together_and_none_is_left_out() {
        Page page = open("it", "");
        StringBuilder report = new StringBuilder();
        for (int n = 1; n <= 12; n++) {
            report.append("Final-Recipient: rfc822;persona")
                    .append(n)
                    .append("@fabrikam.com\nAction: failed\nStatus: 5.1.10\n");
            report.append("Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found\n\n");
        }
        paste(page, report.toString());

        assertThat(page.locator("article")).hasCount(1);
        assertThat(page.locator("article")).containsText("I testi nominano il destinatario persona1@fabrikam.com");
        assertThat(page.locator("article summary").first()).hasText("Tutti i 12 destinatari");
        page.locator("article summary").first().click();
        assertThat(page.locator("article details li")).hasCount(12);
        assertThat(page.locator(".steps li")
                        .filter(new Locator.FilterOptions().setHasText("persona10@"))
                        .first())
                .containsText("Lo stesso per altri 2 destinatari.");
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

    @Test
    void marking_a_long_text_takes_no_longer_for_each_letter() {
        Page page = open("en", "");
        Number milliseconds = (Number) page.evaluate("async () => {const { places } = await import('/js/proof.js');"
                + "const start = performance.now();"
                + "if (places('x '.repeat(90_000) + 'not authorized', ['NOT  authorized'])[0][0] !== 180_000) throw new Error();"
                + "return performance.now() - start;}");
        assertThat(milliseconds.doubleValue()).isLessThan(1_000);
    }
}
