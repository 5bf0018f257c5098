package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The third view: {@code #/messages}. */
class MessagesViewTest extends PageTest {

    @Test
    void a_text_is_made_seen_changed_and_deleted() {
        Page page = open("en", "#/messages");
        page.getByText("New text").click();
        page.getByLabel("Code, diagnosis or kind of warning").fill("5.7.124");
        page.locator("#text")
                .fill(
                        "No entry. Ask the <B>help desk</B> about {recipient}, <A HREF=\"https://example.it/?a&b\">R&amp;D</A>.");
        assertThat(page.locator(".seen b")).hasText("help desk");
        assertThat(page.locator(".seen-title")).hasText("No entry");
        assertThat(page.locator(".seen .rich")).hasText("Ask the help desk about vendite@contoso.com, R&D.");
        assertThat(page.locator(".seen a")).hasAttribute("href", "https://example.it/?a&b");

        button(page, "Save").click();
        page.locator("#token").fill("wrong");
        button(page, "Continue").click();
        assertThat(page.locator("dialog [role=alert]")).hasText("The token is not valid for this change.");
        page.locator("#token").fill(Service.TOKEN);
        button(page, "Continue").click();
        assertThat(page.locator(".entries li")).containsText("En\\Internal\\5.7.124");
        assertThat(page.locator("#status")).hasText("The text is saved.");

        // the token is known now, as long as the page is open
        page.locator(".entries a").click();
        assertThat(page.locator("#text")).hasValue(java.util.regex.Pattern.compile("^No entry"));
        page.locator("#text").fill("Ask <EM>Anna</EM>.");
        button(page, "Save").click();
        assertThat(page.locator(".entries li")).containsText("Anna");

        page.locator(".entries a").click();
        button(page, "Delete").click();
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator("main")).containsText("There is no text of the organization yet.");
    }

    @Test
    void what_cannot_be_used_is_told_while_writing() {
        Page page = open("it", "#/messages/new");
        page.getByLabel("Codice, diagnosi o tipo di avviso").fill("5.7.124");
        page.locator("#text").fill("Scrivere a <I>Anna</I>");

        assertThat(page.locator(".problems li").first()).containsText("il tag «I» non è ammesso");
        assertThat(page.locator(".seen")).containsText("<I>Anna</I>");
        assertThat(page.locator("#length")).hasText("22 caratteri su 512");
    }

    @Test
    void without_a_token_nothing_is_changed() {
        Page page = open("it", "#/messages/new");
        page.getByLabel("Codice, diagnosi o tipo di avviso").fill("5.7.124");
        page.locator("#text").fill("Scrivere ad Anna");
        button(page, "Salva").click();
        button(page, "Annulla").click();

        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("#text")).hasValue("Scrivere ad Anna");
        page.locator("nav a").nth(2).click();
        assertThat(page.locator("main")).containsText("Non c’è ancora nessun testo dell’organizzazione.");
    }

    @Test
    void no_token_is_right_where_the_service_has_none(@TempDir Path folder) throws Exception {
        try (Service closed = Service.start(folder, "", null)) {
            Page page = open(closed, "it", "#/messages/new");
            page.getByLabel("Codice, diagnosi o tipo di avviso").fill("5.7.124");
            page.locator("#text").fill("Scrivere ad Anna");
            button(page, "Salva").click();
            page.locator("#token").fill(Service.TOKEN);
            button(page, "Continua").click();
            assertThat(page.locator(".problems li"))
                    .hasText("I testi si possono cambiare solo se il server è stato avviato con --token-file.");
            assertThat(page.locator("#text")).hasValue("Scrivere ad Anna");
        }
    }
}
