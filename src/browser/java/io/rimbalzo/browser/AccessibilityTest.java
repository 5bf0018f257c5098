package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA, as far as a program can tell: every view, language, scheme and width. */
class AccessibilityTest extends PageTest {

    private static final String RULES =
            "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
                    + " rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }";

    /** Nothing is wrong in them but a wait. */
    private static final String HEADERS = """
            Received: from mx1.example.it (203.0.113.5) by mx2.contoso.com with ESMTPS; Tue, 3 Nov 2026 11:15:58 +0000
            Received: from pc.example.it (203.0.113.7) by mx1.example.it with ESMTPSA; Tue, 3 Nov 2026 09:15:58 +0000
            Authentication-Results: mx2.contoso.com; spf=pass smtp.mailfrom=example.it; dkim=pass header.d=example.it;
             dmarc=pass action=none header.from=example.it; compauth=pass reason=100; arc=none
            From: Mario <mario@example.it>
            To: Luca <luca@contoso.com>
            Subject: Offerta
            Date: Tue, 3 Nov 2026 09:15:55 +0000
            """;

    private static final String LONG = """
            Final-Recipient: rfc822;averyveryverylongmailboxnamewithoutanybreak+tag@subdomain.of.a.very.long.name.example.it
            Action: failed
            Status: 5.1.10
            Remote-MTA: dns;mx-with-an-extraordinarily-long-name.protection.outlook.fabrikam.com
            Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFoundInTheWholeDirectoryOfTheOrganization; not found

            """;

    private static final String OWN =
            "{\"messages\": [{\"identity\": \"It\\\\Internal\\\\5.7.124\", \"language\": \"it\","
                    + " \"internal\": true, \"dsnCode\": \"5.7.124\", \"text\": \"Chiamare. <B>Anna</B> <A HREF=\\\"https://example.it/\\\">x</A>\","
                    + " \"original\": false}]}";

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
        button(page, "Togli il file", "Remove the file").click();
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

    @ParameterizedTest
    @CsvSource({"it, 320, LIGHT", "en, 360, DARK", "it, 768, DARK", "en, 1280, LIGHT"})
    void what_is_seldom_seen(String language, int width, ColorScheme scheme) throws Exception {
        Page page = open(language, width, scheme, "");
        button(page, "Spiega", "Explain").click();
        page.locator(".trouble").waitFor();
        accessible(page);
        Dragged two = new Dragged("two.eml", "", Files.readAllBytes(Path.of("examples/two-recipients.eml")));
        drop(page, two, two);
        page.locator(".notice").waitFor();
        page.locator("article").first().waitFor();
        page.locator("summary").evaluateAll("all => all.forEach(one => one.click())");
        page.locator("mark").first().waitFor();
        accessible(page);
        drop(page, new Dragged("image.png", "image/png", new byte[] {0}));
        page.locator(".trouble").waitFor();
        accessible(page);
        paste(page, HEADERS); // no diagnosis, a wait that is unusual, all checks
        page.locator(".hops .slow").waitFor();
        accessible(page);
        paste(
                page,
                LONG
                        + LONG.replace("Final-Recipient: rfc822;", "Final-Recipient: rfc822;b")
                        + LONG.replace("Final-Recipient: rfc822;", "Final-Recipient: rfc822;c")
                        + LONG.replace("Final-Recipient: rfc822;", "Final-Recipient: rfc822;d"));
        page.locator("article summary").first().click();
        accessible(page);
        wide(page);
        page.evaluate("() => { location.hash = '#/knowledge'; }");
        page.locator("#words").fill("zzzz qqqq");
        page.locator(".entries li")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        accessible(page);
        page.evaluate("() => { location.hash = '#/knowledge/access.nothing'; }");
        assertThat(page.locator("h1")).containsText("access.nothing");
        accessible(page);
        page.route("**/v1/messages", route -> route.fulfill(new Route.FulfillOptions().setBody(OWN)));
        page.evaluate("() => { location.hash = '#/messages'; }");
        page.locator(".entries a").click();
        page.locator(".seen b").waitFor();
        accessible(page);
        button(page, "Elimina", "Delete").click();
        page.locator("dialog").waitFor();
        accessible(page);
    }

    /** Letters, words and lines as far apart as a reader may want them (1.4.12) hide nothing. */
    private static void wide(Page page) {
        page.evaluate("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important;"
                + " letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');"
                + " document.adoptedStyleSheets = [sheet]; }");
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "[...document.querySelectorAll('button, .button, .switch span, .parties li, h2')]"
                                                + ".filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map(one => one.outerHTML)"))
                .isEmpty();
        page.evaluate("() => { document.adoptedStyleSheets = []; }");
    }

    @Test
    void the_tab_key_meets_everything_in_the_order_in_which_it_is_seen() {
        Page page = open("en", 360, ColorScheme.LIGHT, "");
        paste(page, "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required");
        page.evaluate("document.activeElement.blur()");
        double last = -1;
        int met = 0;
        for (; met < 80; met++) {
            page.keyboard().press("Tab");
            Object top =
                    page.evaluate("() => { const one = document.activeElement; const box = one.getBoundingClientRect();"
                            + " if (one === document.body) return null; const style = getComputedStyle(one.matches('.switch input') ? one.nextElementSibling"
                            + " : one.id === 'file' ? one.nextElementSibling : one);"
                            + " if (style.outlineStyle !== 'solid' || parseFloat(style.outlineWidth) < 2) throw new Error('no ring: ' + one.outerHTML);"
                            + " const x = box.left + box.width / 2, y = box.top + box.height / 2;"
                            + " if (one.id !== 'file' && one.id !== 'skip' && !one.contains(document.elementFromPoint(x, y))"
                            + " && !one.parentElement.contains(document.elementFromPoint(x, y))) throw new Error('hidden: ' + one.outerHTML);"
                            + " return scrollY + y; }");
            if (top == null) {
                break;
            }
            double here = ((Number) top).doubleValue();
            // the languages stand above the views on a narrow page
            if (!(boolean) page.evaluate("document.activeElement.closest('.top, .skip') !== null")) {
                assertThat(here).isGreaterThanOrEqualTo(last - 60);
                last = here;
            }
        }
        assertThat(met).isBetween(15, 79);
    }

    @Test
    void headings_and_landmarks_tell_where_one_is() {
        Page page = open("en", "");
        paste(page, RESTRICTED);
        @SuppressWarnings("unchecked")
        List<String> levels = (List<String>)
                page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => one.localName)");
        assertThat(levels).startsWith("h1", "h2", "h3", "h4");
        for (int n = 1; n < levels.size(); n++) {
            assertThat(levels.get(n).charAt(1) - levels.get(n - 1).charAt(1)).isLessThanOrEqualTo(1);
        }
        assertThat(page.locator("header, nav[aria-label], main, footer, [role=status][aria-live=polite]"))
                .hasCount(5);
        assertThat(page.locator("blockquote:not([lang='']), .pasted pre:not([lang=''])"))
                .hasCount(0);
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
