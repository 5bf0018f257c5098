package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The reader's language as the system's settings have it. */
class SystemLanguageTest {

    @Test
    void the_list_of_languages_stands_before_the_locale() {
        assertThat(SystemLanguage.wish("", Locale.forLanguageTag("it-CH"))).isEqualTo("it-CH");
        assertThat(SystemLanguage.wish("de_CH:it", Locale.forLanguageTag("en-US")))
                .isEqualTo("de-CH, it, en-US");
        assertThat(SystemLanguage.wish("it_CH.UTF-8", Locale.ENGLISH)).isEqualTo("it-CH, en");
        assertThat(SystemLanguage.wish("it_IT.UTF-8@euro", Locale.ITALY)).isEqualTo("it-IT");
        assertThat(SystemLanguage.wish("::", Locale.ITALY)).isEqualTo("it-IT");
    }
}
