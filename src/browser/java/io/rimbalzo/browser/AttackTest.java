package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a mail, a file's name, an address or a text of somebody else holds stays text. A blocked attempt counts too. */
class AttackTest extends PageTest {

    private static final String ATTACK = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
            + "<svg onload=window.hacked=1><a href=javascript:window.hacked=1>x</a>";

    /** Nothing ran, and nothing of it became an element. */
    private static void harmless(Page page) {
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.locator("main script, main img, main svg, main iframe, main style, main object"))
                .hasCount(0);
        assertThat((List<?>) page.evaluate("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                        + ".filter(a => a.name.startsWith('on') || a.name === 'style' && a.value.includes('url')"
                        + " || /^\\s*(javascript|data|vbscript):/i.test(a.value)).map(a => a.name + '=' + a.value)"))
                .isEmpty();
    }

    @Test
    void a_hostile_report_shows_its_text() {
        Page page = open("en", "");
        paste(page, """
                From: "%1$s" <%1$s@contoso.com>
                To: %1$s@fabrikam.com
                Subject: %1$s
                Received: from %1$s (203.0.113.9) by %1$s with ESMTPS; Tue, 3 Nov 2026 09:16:01 +0000
                Authentication-Results: %1$s; spf=%1$s; dmarc=fail action=%1$s header.from=%1$s

                Final-Recipient: rfc822;%1$s@fabrikam.com
                Action: failed
                Status: 5.7.124
                Remote-MTA: dns;%1$s
                Diagnostic-Code: smtp;550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized %1$s
                """.formatted(ATTACK));
        assertThat(page.locator("article")).hasCount(1);
        assertThat(page.locator(".outcome")).containsText("<script>window.hacked=1</script>");
        page.locator("details").evaluateAll("all => all.forEach(one => { one.open = true; })");
        harmless(page);
    }

    @Test
    void a_service_gone_wrong_cannot_bring_a_script_in_either() {
        Page page = open("en", "");
        String text = ATTACK.replace("\"", "\\\"");
        page.route("**/v1/diagnose", route -> json(route, """
                {"id": null, "lang": "en", "error": null, "findings": [{"id": "%1$s"}],
                 "failures": [{"recipient": "%1$s", "action": "failed", "reply": 550, "status": "%1$s", "text": "%1$s",
                  "servers": {"generating": "%1$s", "rejecting": "%1$s", "rejectedBy": "remote"},
                  "diagnosis": {"id": "%1$s", "certainty": "%1$s", "permanence": "%1$s", "retry": "%1$s",
                   "responsible": "sender", "then": "%1$s", "category": "%1$s",
                   "rule": {"name": "%1$s", "file": "%1$s", "line": 1},
                   "evidence": [{"fact": "Reply", "quote": "%1$s"}]},
                  "findings": [{"id": "%1$s", "title": "%1$s", "cause": "%1$s", "evidence": [{"fact": "Spf", "quote": "%1$s"}]}],
                  "alternatives": [{"id": "%1$s", "certainty": "%1$s", "title": "%1$s"}],
                  "questions": [{"id": "%1$s", "text": "%1$s", "options": [{"value": "%1$s", "label": "%1$s"}]}],
                  "guidance": {"title": "%1$s", "cause": "%1$s", "short": "%1$s", "do": {"sender": ["%1$s"]},
                   "steps": {"sender": [{"text": "%1$s", "command": "%1$s"}]}, "admin": "%1$s", "commands": [],
                   "links": [{"title": "%1$s", "url": "javascript:window.hacked=1"},
                             {"title": "x", "url": " JavaScript:window.hacked=1"}, {"title": "x", "url": "data:text/html,x"}],
                   "custom": "%1$s"}}],
                 "message": {"from": "%1$s", "to": ["%1$s"], "subject": "%1$s", "date": "%1$s", "messageId": "%1$s",
                  "hops": [{"at": "%1$s", "from": "%1$s", "by": "%1$s", "with": "%1$s", "delaySeconds": 1}],
                  "authentication": {"spf": "%1$s", "dkim": "%1$s", "dmarc": "%1$s", "action": "%1$s"}}}
                """.formatted(text)));
        paste(page, ATTACK);
        assertThat(heading(page)).hasText(ATTACK);
        page.locator(".outcome a")
                .evaluateAll("all => all.filter(one => !one.hash.startsWith('#/')).forEach(one => one.click())");
        page.locator(".options button").first().click();
        harmless(page);
    }

    @Test
    void a_text_of_the_organization_shows_its_few_tags_and_no_other() {
        Page page = open("en", "#/messages");
        String text = ATTACK + "<A HREF='javascript:window.hacked=1'>one</A>"
                + "<A HREF=\\\"javascript:window.hacked=1\\\">two</A><B onclick=x>three</B><B>four</B>";
        page.route("**/v1/messages", route -> json(route, """
                {"messages": [{"identity": "%1$s", "language": "en", "internal": true, "dsnCode": "%1$s", "text": "%2$s",
                  "original": false}]}
                """.formatted(ATTACK, text)));
        page.route("**/v1/messages/preview", route -> json(route, """
                {"title": "%1$s", "html": "%2$s"}
                """.formatted(ATTACK, text)));
        page.reload();
        assertThat(page.locator(".entries li")).containsText(ATTACK);
        harmless(page);
        page.locator(".entries a").click();
        assertThat(page.locator(".seen-title")).hasText(ATTACK);
        assertThat(page.locator(".seen b")).hasCount(1);
        page.locator(".seen a").evaluateAll("all => all.forEach(one => one.click())");
        harmless(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/knowledge/%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
                "#/messages/<img src=x onerror=window.hacked=1>",
                "#/knowledge/..%2F..%2Fetc%2Fpasswd",
                "#/knowledge/%E0%A4%A",
                "#javascript:window.hacked=1",
                "#/<script>window.hacked=1</script>",
                "?lang=%3Cscript%3E#/"
            })
    void an_address_runs_nothing(String hash) {
        Page page = open("en", hash);
        assertThat(page.locator("h1")).hasCount(1);
        harmless(page);
    }

    @Test
    void what_hides_in_a_text_is_shown() {
        Page page = open("en", "");
        paste(page, "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized \u202egpj.exe\u0007");
        String shown = page.locator(".outcome").textContent();
        assertThat(shown.chars().filter(c -> c == 0x202e || c == 7)).isEmpty();
    }

    private static void json(Route route, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(body));
    }
}
