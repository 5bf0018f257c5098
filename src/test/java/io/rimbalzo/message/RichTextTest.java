package io.rimbalzo.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static String flaws(String text) {
        return RichText.flaws(text).stream()
                .map(flaw -> flaw.key().substring("message.flaw.".length()) + "@" + flaw.at())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chiamare l’help desk al 4500.",
                "<B>Attenzione</B><BR>Chiamare il <EM>4500</EM>.",
                "<p>Uno</p><p>Due</p>",
                "Vedere <A HREF=\"https://intranet.contoso.com/posta?a=1&amp;b=2\">la pagina</A>.",
                "<a href=\"mailto:helpdesk@contoso.com\">scrivere</a><br/>",
                "Rossi &amp; C. scrive &lt;ufficio@contoso.com&gt; &quot;presto&quot;",
                "L’indirizzo {recipient} non esiste."
            })
    void what_exchange_takes_is_taken(String text) {
        assertThat(flaws(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Uno <I>due</I>, unknown-tag@5 unknown-tag@11",
        "<script>x</script>, unknown-tag@1 unknown-tag@10",
        "<B onclick=\"x()\">ciao</B>, attribute@1 unopened@22",
        "<B>ciao, unclosed@1",
        "ciao</B>, unopened@5",
        "<B><EM>ciao</B></EM>, crossed@12 unclosed@1",
        "<A HREF=\"javascript:alert(1)\">x</A>, scheme@1 unopened@32",
        "<A HREF=\"data:text/html;base64\">x</A>, scheme@1 unopened@34",
        "<A HREF=https://contoso.com>x</A>, href@1 unopened@30",
        "<A>x</A>, href@1 unopened@5",
        "<A HREF=\"https://contoso.com\" onclick=\"x\">x</A>, href@1 unopened@44",
        "Rossi & C., bare@7",
        "a < b, bare@3",
        "a > b, bare@3",
        "dice \"ciao\", bare@6 bare@11",
        "spazio&nbsp;duro, escape@7",
        "<A HREF=\"https://a.it\">x<A HREF=\"https://b.it\">y</A></A>, nested-link@25 unopened@53",
    })
    void each_violation_is_told_with_its_place(String text, String expected) {
        List<String> told = List.of(flaws(text).split(" "));
        assertThat(told).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void the_limit_counts_the_tags() {
        assertThat(flaws("<B>" + "a".repeat(505) + "</B>")).isEmpty();
        assertThat(flaws("<B>" + "a".repeat(506) + "</B>")).isEqualTo("too-long@513");
        assertThat(flaws("  ")).isEqualTo("empty@1");
        assertThat(flaws("uno\ndue")).isEqualTo("control@4");
    }

    @Test
    void only_allowed_tags_are_tags_in_html() {
        assertThat(RichText.of("<B>Rossi &amp; C.</B><BR><A HREF=\"https://contoso.com/?a=1&amp;b=2\">qui</A>")
                        .html())
                .isEqualTo(
                        "<b>Rossi &amp; C.</b><br><a href=\"https://contoso.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">qui</a>");
        assertThat(RichText.of("<script>alert(1)</script><B onmouseover=\"x\">y</B><A HREF=\"javascript:x\">z</A>")
                        .html())
                .doesNotContain("<script", "<b ", "<a ", "href")
                .contains("&lt;script&gt;");
        assertThat(RichText.of("<B>mai chiuso").html()).isEqualTo("<b>mai chiuso</b>");
        assertThat(RichText.of("x").with(words -> "<img src=x>").html()).isEqualTo("&lt;img src=x&gt;");
    }

    @Test
    void plain_text_keeps_lines_and_addresses() {
        assertThat(RichText.of("<P>Chiamare il <B>4500</B>.</P><P>Oppure <A HREF=\"https://contoso.com\">qui</A>.</P>")
                        .plain())
                .isEqualTo("Chiamare il 4500.\nOppure qui <https://contoso.com>.");
        assertThat(RichText.of("<A HREF=\"mailto:aiuto@contoso.com\">aiuto@contoso.com</A>")
                        .plain())
                .isEqualTo("aiuto@contoso.com");
    }

    @Test
    void values_are_filled_by_known_names_only() {
        assertThat(RichText.filled(
                        "L’indirizzo {recipient} {altro} {", name -> name.equals("recipient") ? "a@b.it" : null))
                .isEqualTo("L’indirizzo a@b.it {altro} {");
        assertThat(RichText.unknownValues("{recipiente} {0} {recipient}", List.of("recipient")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.values())
                        .containsEntry("nearest", "{recipient}")
                        .containsEntry("at", 1));
    }
}
