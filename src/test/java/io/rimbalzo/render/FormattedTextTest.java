package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.message.RichText;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedTextTest {

    private static FormattedText formatted(String source) {
        return FormattedText.of(RichText.of(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to <B>us</B>.              | Write to <b>us</b>.                    | Write to **us**.",
                "<em>one<br>two</em>              | <em>one<br>two</em>                    | *one\\\\ntwo*",
                "a <b>b <em>c                     | a <b>b <em>c</em></b>                  | a **b *c***",
                "a </b> b                         | a &lt;/b&gt; b                         | a \\</b\\> b",
                "x &amp; y &lt;b&gt;              | x &amp; y &lt;b&gt;                    | x \\& y \\<b\\>",
                "<i>x</i> <b onclick=y>z          | &lt;i&gt;x&lt;/i&gt; &lt;b onclick=y&gt;z | \\<i\\>x\\</i\\> \\<b onclick=y\\>z",
                "1 < 2 > 1 <                      | 1 &lt; 2 &gt; 1 &lt;                   | 1 \\< 2 \\> 1 \\<",
            })
    void only_the_allowed_tags_are_formatting(String source, String html, String markdown) {
        FormattedText text = formatted(source);
        assertThat(text.html()).isEqualTo(html);
        assertThat(text.markdown()).isEqualTo(markdown.replace("\\n", "\n"));
    }

    @Test
    void links_lead_only_where_links_may_lead() {
        assertThat(formatted("<a href=\"https://example.it/?a=1&amp;b=2\">x</a>")
                        .html())
                .startsWith("<a href=\"https://example.it/?a=1&amp;b=2\" ")
                .endsWith(">x</a>");
        assertThat(formatted("<A HREF=\"mailto:a@example.it\">x</A>").markdown())
                .isEqualTo("[x](<mailto:a@example.it>)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\tscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,x\">x</a>",
                "<a href=\"//evil.example\">x</a>",
                "<a href=\"https://e.example\" onclick=\"x\">x</a>",
                "<a href=\"https://e.example\"onclick=x>x</a>",
                "<a href='https://e.example\" onclick=\"x'>x</a>",
                "<script>alert(1)</script>",
                "<p style=\"x\">y",
                "<b/onclick=x>y",
                "<svg><a href=\"https://e.example\"",
            })
    void whatever_else_looks_like_a_tag_is_text(String source) {
        String html = formatted(source).html();
        assertThat(Jsoup.parseBodyFragment(html).body().select("*")).hasSize(1);
        assertThat(Jsoup.parseBodyFragment(html).body().text()).startsWith(source.substring(0, 2));
    }

    @Test
    void plain_text_is_never_formatting() {
        assertThat(FormattedText.plain("<b>x</b>").html()).isEqualTo("&lt;b&gt;x&lt;/b&gt;");
        assertThat(formatted("<p>One <b>two</b></p><p>three</p>").text()).isEqualTo("One two three");
    }

    @Test
    void long_hostile_text_is_read_in_linear_time() {
        long start = System.nanoTime();
        formatted("<".repeat(200_000) + "&".repeat(200_000) + "<b>".repeat(50_000) + "<p>".repeat(50_000));
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
