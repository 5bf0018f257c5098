package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An answer in the organization's own words: bold, emphasis, links, and nothing else whatever they hold. */
class OwnTextTest extends PageTest {

    private static final String NOT_FOUND = """
            Final-Recipient: rfc822;%s
            Action: failed
            Status: %s
            Diagnostic-Code: smtp;550 %2$s Recipient not found
            """;

    @Override
    String ownTexts() {
        return """
                External\\5.1.10 = No such address. Ask the <B>help desk</B> about {recipient}: \\
                    <A HREF="https://help.contoso.com/?a=1&amp;b=2">our page</A> or \\
                    <A HREF="mailto:desk@contoso.com">write</A>.<BR>Open <EM>8 to 6</EM>, R&amp;D &lt;too&gt;.
                External\\5.1.1 = Nobody here. <script>window.hacked=1</script><img src=x onerror=window.hacked=1>\\
                    <B onclick="window.hacked=1">one</B><A HREF="javascript:window.hacked=1">two</A>\\
                    <A HREF="https://x/" onclick="window.hacked=1">three</A>&lt;script&gt;window.hacked=1&lt;/script&gt;\\
                    <A HREF="data:text/html,x">four</A> {recipient} <B>and again {recipient}</B>
                """;
    }

    @Test
    void its_bold_words_and_links_are_bold_words_and_links() {
        Page page = open("en", "");
        paste(page, NOT_FOUND.formatted("luca@contoso.com", "5.1.10"));
        Locator cause = page.locator(".cause");

        assertThat(heading(page)).hasText("No such address");
        assertThat(cause)
                .hasText("Ask the help desk about luca@contoso.com: our page or write.Open 8 to 6, R&D <too>.");
        assertThat(cause.locator("b")).hasText("help desk");
        assertThat(cause.locator("em")).hasText("8 to 6");
        assertThat(cause.locator("br")).hasCount(1);
        assertThat(cause.locator("a").first()).hasAttribute("href", "https://help.contoso.com/?a=1&b=2");
        assertThat(cause.locator("a").first()).hasAttribute("rel", "noopener noreferrer");
        assertThat(cause.locator("a").nth(1)).hasAttribute("href", "mailto:desk@contoso.com");
        assertThat(page.locator(".outcome")).containsText("The text is the organization’s own (En\\External\\5.1.10).");
    }

    @Test
    void an_attack_in_the_text_and_in_the_values_it_holds_stays_text() {
        Page page = open("en", "");
        String address =
                "\"<b>bold</b><A HREF='https://x/'>y</A>&lt;b&gt;twice<img/src=x/onerror=window.hacked=1>\"@contoso.com";
        paste(page, NOT_FOUND.formatted(address, "5.1.1"));
        Locator cause = page.locator(".cause");

        assertThat(heading(page)).hasText("Nobody here");
        assertThat(cause).containsText("<script>window.hacked=1</script><img src=x onerror=window.hacked=1>");
        assertThat(cause).containsText(address + " and again " + address);
        assertThat(cause.locator("script, img")).hasCount(0);
        assertThat(cause.locator("b")).hasText("and again " + address);
        cause.locator("a").evaluateAll("all => all.forEach(one => one.click())");
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "[...document.querySelectorAll('.cause *')].flatMap(e => [...e.attributes])"
                                                + ".filter(a => !['class', 'href', 'rel', 'target'].includes(a.name)"
                                                + " || a.name === 'href' && !/^(https?|mailto):/.test(a.value)).map(a => a.name + '=' + a.value)"))
                .isEmpty();
    }

    @Test
    void a_service_gone_wrong_cannot_bring_a_script_in_with_it() {
        Page page = open("en", "");
        page.route("**/v1/diagnose", route -> {
            String answer = route.fetch().text();
            route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("application/json")
                            .setBody(
                                    Pattern.compile("\"html\":\"(?:[^\"\\\\]|\\\\.)*\"")
                                            .matcher(answer)
                                            .replaceAll(
                                                    "\"html\":\"<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
                                                            + "<a href=\\\\\"javascript:window.hacked=1\\\\\">x</a><b>bold</b><iframe src=x>\"")));
        });
        paste(page, NOT_FOUND.formatted("luca@contoso.com", "5.1.10"));

        assertThat(page.locator(".cause b")).hasText("bold");
        assertThat(page.locator(".cause")).containsText("<script>window.hacked=1</script>");
        assertThat(page.locator(".cause script, .cause img, .cause iframe, .cause [href]"))
                .hasCount(0);
        page.locator(".cause a").click();
        assertThat(page.evaluate("window.hacked")).isNull();
    }
}
