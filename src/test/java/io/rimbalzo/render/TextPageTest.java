package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the terminal tells of the way and of the checks: only what is worth a line there. */
class TextPageTest {

    @Test
    void a_long_wait_is_told_and_a_quick_way_is_not() {
        assertThat(TextPage.of(Bounces.told(Bounces.several(), "en"), false))
                .endsWith(
                        "The message’s journey\n  The message waited 2 hr, 30 min before it reached the server mx.contoso.com.\n");
        assertThat(TextPage.of(Bounces.example("gruppo-riservato.eml", "en"), false))
                .doesNotContain("journey");
    }

    @Test
    void headers_without_a_fault_show_what_was_checked() {
        String headers = "Authentication-Results: mx.example.it; spf=pass smtp.mailfrom=contoso.com; dkim=pass"
                + " header.d=contoso.com; dmarc=pass header.from=contoso.com\nFrom: anna@contoso.com\nTo: b@example.it\n"
                + "Subject: Minutes\nDate: Wed, 4 Nov 2026 15:01:48 +0100\n";
        assertThat(TextPage.of(Bounces.told(headers, "en"), false)).isEqualTo("""
                        There is nothing wrong in the headers

                        Is the sender who they say they are?
                          SPF pass. The sending server is among those the domain authorizes.
                          DKIM pass. The signature is valid: the message comes from the domain and
                            hasn’t been altered.
                          DMARC pass. The address shown in From is confirmed by SPF or DKIM.
                        """);
    }
}
