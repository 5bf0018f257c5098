package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BundleTest {

    private static String value(String text) {
        return Bundle.parse("i18n/tls_it.properties", text).entries().get(0).value();
    }

    @Test
    void a_backslash_is_a_backslash_but_at_a_lines_end() {
        assertThat(value("a.title = CONTOSO\\mario")).isEqualTo("CONTOSO\\mario");
        assertThat(value("a.title = It\\Internal\\5.7.124")).isEqualTo("It\\Internal\\5.7.124");
        assertThat(value("a.cause = \\\n    Il server \\\n    non risponde.\nb = c"))
                .isEqualTo("Il server non risponde.");
    }

    @Test
    void lines_and_order_are_kept_and_comments_passed_over() {
        Bundle bundle = Bundle.parse("f", "\uFEFF# parole\r\n\r\nb.title = due\r\na.title=uno = 1\r\n! fine");
        assertThat(bundle.entries()).extracting(Bundle.Entry::key).containsExactly("b.title", "a.title");
        assertThat(bundle.entries()).extracting(Bundle.Entry::line).containsExactly(3, 4);
        assertThat(bundle.entries().get(1).value()).isEqualTo("uno = 1");
    }

    @Test
    void a_line_that_is_neither_is_named() {
        assertThatThrownBy(() -> Bundle.parse("i18n/tls_it.properties", "a.title = x\nIl server non risponde"))
                .isInstanceOf(BrokenWords.class)
                .hasMessageStartingWith("i18n/tls_it.properties:2: ");
    }

    @Test
    void a_key_that_stands_twice_is_named_with_both_places() {
        Bundle bundle = Bundle.parse("i18n/tls_it.properties", "a.title = x\na.title = y");
        assertThatThrownBy(() -> new Words("it", java.util.List.of(bundle)))
                .hasMessage("i18n/tls_it.properties:2: a.title stands here and at i18n/tls_it.properties:1");
    }
}
