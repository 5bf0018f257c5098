package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.render.Lines.Ink;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void a_step_is_wrapped_under_its_first_word() {
        assertThat(new Lines(24, false)
                        .hanging("  1. ", "     ", "Verificare che il record MX esista.", Ink.PLAIN)
                        .toString())
                .isEqualTo("  1. Verificare che il\n     record MX esista.\n");
    }

    @Test
    void colour_is_there_only_where_it_is_wanted() {
        assertThat(new Lines(80, false).text(0, "Titolo", Ink.BOLD).toString()).isEqualTo("Titolo\n");
        assertThat(new Lines(80, true).text(0, "Titolo", Ink.BOLD).toString()).isEqualTo("\u001B[1mTitolo\u001B[0m\n");
    }

    @Test
    void what_a_terminal_would_obey_is_left_out() {
        assertThat(Clean.line("550 \u001B[2J bad\u202Etxt\u200B")).isEqualTo("550 [2J badtxt");
        assertThat(Clean.quote("x".repeat(500))).hasSize(322).endsWith(" …");
    }
}
