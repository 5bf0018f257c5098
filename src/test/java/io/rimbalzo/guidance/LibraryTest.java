package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one language lacks another tells. */
class LibraryTest {

    private static final Map<String, String> FILES = Map.of(
            "i18n/ui_it.properties",
            "a = uno\nb = due\nmissing.code = nel rapporto\n",
            "i18n/ui_en.properties",
            "a = one\nb = two\nc = three {code}\nmissing.code = in the report\n",
            "i18n/ui_fr.properties",
            "a = un\n",
            "i18n/tls_it.properties",
            "tls.old.title = Vecchio\ntls.old.cause = Causa\n",
            "i18n/tls_en.properties",
            "tls.old.title = Old\ntls.old.cause = Cause\ntls.old.admin = Admin\n",
            "i18n/tls_it-CH.properties",
            "tls.old.title = Vecchio in Svizzera\n",
            "i18n/anchors_it.properties",
            "anchor.x = y\n",
            "i18n/anchors_ru.properties",
            "anchor.x = y\n");

    private final Library library = new Library(FILES);

    @Test
    void a_region_has_its_own_words_before_those_of_its_language() {
        Words swiss = library.forTag("it-CH");
        assertThat(swiss.say("tls.old.title")).isEqualTo("Vecchio in Svizzera");
        assertThat(swiss.say("tls.old.cause")).isEqualTo("Causa");
        assertThat(swiss.language()).isEqualTo("it");
        assertThat(swiss.locale()).isEqualTo("it-CH");
        assertThat(swiss.foreign("tls.old.title")).isNull();
        assertThat(library.forTag("it-SM").say("tls.old.title")).isEqualTo("Vecchio");
        assertThat(library.spoken()).containsExactly("en", "fr", "it");
        assertThat(library.languages()).containsExactly("en", "fr", "it", "it-CH");
    }

    @Test
    void what_is_lacking_is_told_in_english_with_its_own_stand_ins() {
        Words french = library.forTag("fr");
        assertThat(french.say("a")).isEqualTo("un");
        assertThat(french.foreign("a")).isNull();
        assertThat(french.say("c")).isEqualTo("three in the report");
        assertThat(french.foreign("c")).isEqualTo("en");
        assertThat(french.say("tls.old.title")).isEqualTo("Old");
        assertThat(library.forTag("it-CH").foreign("tls.old.admin")).isEqualTo("en");
        assertThat(french.say("nowhere.at-all")).isEqualTo("nowhere.at-all");
        assertThat(french.has("nowhere.at-all")).isFalse();
        assertThat(french.foreign("nowhere.at-all")).isNull();
    }

    @Test
    void languages_are_called_by_their_names() {
        assertThat(library.words("it").nameOf("en")).isEqualTo("inglese");
        assertThat(library.words("en").nameOf("it")).isEqualTo("Italian");
    }

    @Test
    void a_broken_file_of_another_language_is_no_trouble() {
        Library broken = new Library(Map.of(
                "i18n/ui_it.properties", "a = uno\n",
                "i18n/ui_en.properties", "a = one\n",
                "i18n/tls_it.properties", "tls.old.title = Vecchio\n",
                "i18n/tls_en.properties", "not a line of words\n"));
        assertThat(broken.forTag("it").has("tls.old.title")).isTrue();
        assertThat(broken.forTag("it").has("tls.old.cause")).isFalse();
        assertThat(broken.forTag("it").has("placeholder.unheard")).isFalse();
    }

    @Test
    void what_a_language_lacks_and_has_left_over_can_be_listed() {
        Completeness french = library.completeness("fr");
        assertThat(french.lacking())
                .extracting(Bundle.Entry::key)
                .containsExactly("tls.old.title", "tls.old.cause", "tls.old.admin", "b", "c", "missing.code");
        assertThat(french.leftOver()).isEmpty();
        assertThat(french.isComplete()).isFalse();
        assertThat(library.completeness("it").lacking())
                .extracting(Bundle.Entry::key)
                .containsExactly("tls.old.admin", "c");
        Library odd = new Library(
                Map.of("i18n/ui_en.properties", "a = one\n", "i18n/ui_it.properties", "a = uno\naa = due\n"));
        assertThat(odd.completeness("it").leftOver())
                .extracting(entry -> entry.file() + ":" + entry.line())
                .containsExactly("i18n/ui_it.properties:2");
    }
}
