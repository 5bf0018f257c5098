package io.rimbalzo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a browser. After each test: no script failed, nothing broke the policy, nothing was asked of another host,
 * nothing was stored.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

    static final String RESTRICTED = """
            vendite@contoso.com
            Remote Server returned '550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized
            to send to the distribution group'
            """;

    private Chromium chromium;
    private Service service;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path messages) throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        chromium = Chromium.start();
        service = Service.start(messages, ownTexts());
    }

    /** Texts of the organization, in English, that answers are told in. */
    String ownTexts() {
        return "";
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
            chromium.close();
        }
    }

    @AfterEach
    void nothing_went_wrong_unseen() {
        List<BrowserContext> used = List.copyOf(contexts);
        contexts.clear();
        for (BrowserContext context : used) {
            for (Page page : context.pages()) {
                complaints.addAll(violations(page));
                if (!Integer.valueOf(0).equals(page.evaluate("localStorage.length + sessionStorage.length"))) {
                    complaints.add("something is stored");
                }
            }
            context.cookies().forEach(cookie -> complaints.add("cookie: " + cookie.name));
            context.close();
        }
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        assertThat(told).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        return (List<String>) page.evaluate("window.violations ?? []");
    }

    /** A new page of a browser that speaks a language, of this width and scheme. */
    Page open(String language, int width, ColorScheme scheme, String hash) {
        return open(service, language, width, scheme, hash);
    }

    private Page open(Service at, String language, int width, ColorScheme scheme, String hash) {
        BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        contexts.add(context);
        context.addInitScript("window.violations = [];"
                + "document.addEventListener('securitypolicyviolation', e => window.violations.push('policy: '"
                + " + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));");
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            // a refusal of the service is told there too
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add("console: " + message.text());
            }
        });
        String here = at.address().toString();
        page.onRequest(request -> only(here, request));
        page.navigate(here + hash);
        page.locator("main h1").waitFor();
        return page;
    }

    Page open(String language, String hash) {
        return open(service, language, hash);
    }

    /** A page of another service than that of all tests. */
    Page open(Service at, String language, String hash) {
        return open(at, language, 1280, ColorScheme.LIGHT, hash);
    }

    private void only(String here, Request request) {
        String url = request.url();
        if (!url.startsWith(here) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("asked elsewhere: " + url);
        }
    }

    /** Pastes a text and waits for the answer. */
    static void paste(Page page, String text) {
        page.locator("#bounce").fill(text);
        button(page, "Spiega", "Explain").click();
        page.locator(".outcome:not([aria-busy]) h2").first().waitFor();
    }

    /** A file that is dragged onto the page: {@code avviso.eml}. */
    record Dragged(String name, String type, byte[] content) {}

    /** Drops files, at the very edge of the page. */
    static void drop(Page page, Dragged... files) {
        page.evaluate(
                "files => {"
                        + "const transfer = new DataTransfer();"
                        + "files.forEach(([name, type, content]) => transfer.items.add("
                        + "new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name, { type })));"
                        + "const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });"
                        + "if (document.documentElement.dispatchEvent(event)) throw new Error('the browser would open it');}",
                Stream.of(files)
                        .map(file -> List.of(
                                file.name(), file.type(), Base64.getEncoder().encodeToString(file.content())))
                        .toList());
    }

    static Locator button(Page page, String... names) {
        Locator button = null;
        for (String name : names) {
            Locator one = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
            button = button == null ? one : button.or(one);
        }
        return button;
    }

    static Locator heading(Page page) {
        return page.locator(".outcome h2").first();
    }
}
