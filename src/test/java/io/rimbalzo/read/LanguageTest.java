package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ho ricevuto il codice di errore 5.7.124, cosa significa? | it",
                "errore 550 | it",
                "che significa NDR 5.4.14? | it",
                "Buongiorno, quando scrivo ricevo questo errore: 550 5.1.1 User unknown. Che cosa devo fare? | it",
                "What does my error 5.7.124 mean? | en",
                "Was bedeutet das? Ich bekomme 5.7.1 | de",
                "Que signifie ce code 5.7.1, je vous prie? | fr",
                "Hola, recibo 5.7.1 cuando mando el correo | es",
            })
    void a_persons_words_tell_the_language(String text, String language) {
        assertThat(Samples.read(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "5.7.124",
        "550 5.1.1 User unknown",
        "The email account that you tried to reach does not exist",
        "5.7.1 error",
        "smtp; 550 5.7.1 This is not allowed and will be logged"
    })
    void a_servers_words_do_not(String text) {
        assertThat(Samples.read(text).language()).isNull();
    }

    @Test
    void the_subject_tells_it_where_the_body_is_an_answer() {
        assertThat(Samples.read(
                                "From: postmaster@contoso.com",
                                "To: a@contoso.com",
                                "Subject: =?iso-8859-1?Q?Non_recapitabile=3A_Offerta?=",
                                "",
                                "luca@example.it",
                                "Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'")
                        .language())
                .isEqualTo("it");
    }

    @Test
    void names_and_numbers_are_no_words() {
        assertThat(Spoken.words("L’errore (5.7.1) di mail.example.it: non-va, \"bene\"?"))
                .containsExactly("l", "errore", "di", "bene");
    }
}
