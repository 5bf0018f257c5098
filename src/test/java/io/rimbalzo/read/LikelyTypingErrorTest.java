package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Authentication;
import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Message;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyTypingErrorTest {

    private final LikelyTypingError typing = new LikelyTypingError(Samples.knownDomains());

    private String meant(String rejected, String from, String... to) {
        Message message =
                new Message(from, null, null, List.of(to), null, null, null, List.of(), Authentication.NONE, List.of());
        Likeness likeness = typing.of(rejected, List.of(rejected), message);
        return likeness == null ? null : likeness.meant();
    }

    @ParameterizedTest
    @CsvSource({
        "luca.verdi@gmial.com, luca.verdi@gmail.com",
        "anna@gmail.con, anna@gmail.com",
        "anna@hotmial.it, anna@hotmail.it",
        "anna@libeor.it, anna@libero.it",
        "anna@tiscal.it, anna@tiscali.it",
        "anna@outlok.com, anna@outlook.com",
        "anna@iclod.com, anna@icloud.com",
        "Anna@Gmal.com, Anna@gmail.com"
    })
    void a_misspelled_domain_is_recognized(String rejected, String meant) {
        assertThat(meant(rejected, "x@contoso.com")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@gmail.com",
                "anna@mail.com",
                "anna@ymail.com",
                "anna@email.it",
                "anna@hotmail.at",
                "anna@live.ch",
                "anna@posta.libero.it",
                "anna@gmx.eu",
                "anna@aol.fr",
                "anna@fabrikam.com",
                "anna@gail.it",
                "anna@tin.eu",
                "anna",
                "anna@localhost",
                "@gmial.com",
                "a@b@gmial.com"
            })
    void real_neighbours_are_not_suspected(String rejected) {
        assertThat(meant(rejected, "x@contoso.com")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "luca.vredi@fabrikam.com, luca.verdi@fabrikam.com",
        "luca.vrdi@fabrikam.com, luca.verdi@fabrikam.com",
        "luca.verdi@fabirkam.com, luca.verdi@fabrikam.com",
        "vendite@cntoso.com, vendite@contoso.com"
    })
    void another_recipient_or_the_senders_own_domain_may_be_meant(String rejected, String meant) {
        assertThat(meant(rejected, "anna@contoso.com", "luca.verdi@fabrikam.com"))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "m.rossi@fabrikam.com, g.rossi@fabrikam.com",
        "mario.rossi@fabrikam.com, maria.rossi@fabrikam.com",
        "info1@fabrikam.com, info2@fabrikam.com",
        "anna@fabrikam.co.jp, anna@fabrikam.or.jp",
        "anna@fabrikam.it, anna@fabrikam.com",
        "luca@fabrikam.com, luca@fabrikam.com"
    })
    void people_with_like_addresses_are_told_apart(String rejected, String other) {
        assertThat(meant(rejected, other, other)).isNull();
    }
}
