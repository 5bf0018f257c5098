package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA, as far as a program can tell: every view, language, scheme and width. */
class AccessibilityTest extends PageTest {

    private static final String RULES =
            "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
                    + " resultTypes: ['violations'] }";

    /** No rule of axe-core is broken, and nothing must be scrolled sideways. */
    private static void accessible(Page page) throws IOException {
        try (InputStream axe = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<?> broken =
                (List<?>) page.evaluate("axe.run(document, " + RULES + ").then(told => told.violations.flatMap("
                        + "one => one.nodes.map(node => one.id + ': ' + node.html + ' ' + node.failureSummary)))");
        assertThat(broken).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("wider than the page at " + page.viewportSize().width)
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "it, 360, LIGHT",
        "it, 800, DARK",
        "it, 1280, LIGHT",
        "en, 320, DARK",
        "en, 800, LIGHT",
        "en, 1280, DARK"
    })
    void every_view(String language, int width, ColorScheme scheme) throws IOException {
        Page page = open(language, width, scheme, "");
        accessible(page);
        page.locator("#file").setInputFiles(Path.of("examples/gruppo-riservato.eml"));
        page.locator("article").waitFor();
        accessible(page);
        button(page, "Ricomincia", "Start again").click();
        paste(page, "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required");
        accessible(page);
        page.locator(".question .options button").first().click();
        page.locator(".given li").waitFor();
        accessible(page);
        button(page, "Ricomincia", "Start again").click();
        page.locator("#file").setInputFiles(Path.of("examples/intestazioni-dmarc.txt"));
        page.locator("table").waitFor();
        accessible(page);
        button(page, "Ricomincia", "Start again").click();
        paste(page, "ciao");
        accessible(page);
        page.locator("nav a").nth(1).click();
        page.locator(".entries li").first().waitFor();
        accessible(page);
        page.locator(".entries a").first().click();
        page.locator("main article").waitFor();
        accessible(page);
        page.locator("nav a").nth(2).click();
        page.locator("main a.button").click();
        page.locator("#about").fill("5.7.124");
        page.locator("#text").fill("<I>x</I> <A HREF=\"https://example.it/\">y</A>");
        page.locator(".problems li").first().waitFor();
        accessible(page);
        button(page, "Salva", "Save").click();
        page.locator("dialog").waitFor();
        accessible(page);
    }

    @Test
    void the_keyboard_alone_is_enough() {
        Page page = open("en", "");
        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#bounce")).isFocused();
        page.keyboard().insertText("550 5.7.1 RESOLVER.RST.AuthRequired; authentication required");
        page.keyboard().press("Control+Enter");
        assertThat(heading(page)).isFocused();

        // from the answer on, each press of Tab goes on to something that can be seen
        for (int n = 0; n < 40; n++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("document.activeElement.matches('.question .options button')")) {
                break;
            }
        }
        assertThat(page.locator(".question .options button").first()).isFocused();
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        assertThat(page.locator(".given li")).hasCount(1);
        assertThat(heading(page)).isFocused();

        for (int n = 0; n < 40; n++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("document.activeElement.matches('.switch input')")) {
                break;
            }
        }
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".switch input").nth(1)).isChecked();
        assertThat(page.locator(".switch input").nth(1)).isFocused();
    }

    @Test
    void a_dialog_gives_the_focus_back() {
        Page page = open("en", "#/messages/new");
        page.locator("#about").fill("5.7.124");
        page.locator("#text").fill("x");
        button(page, "Save").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#token")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(button(page, "Save")).isFocused();
    }

    @Test
    void targets_are_large_enough() {
        Page page = open("it", 360, ColorScheme.LIGHT, "");
        paste(page, RESTRICTED);
        List<?> small = (List<?>)
                page.evaluate("[...document.querySelectorAll('button, .button, .switch label, summary, nav a')]"
                        + ".filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })"
                        + ".map(one => one.outerHTML)");
        assertThat(small).isEmpty();
    }
}
