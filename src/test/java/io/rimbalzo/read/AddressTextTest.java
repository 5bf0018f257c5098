package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "anna@example.it | anna@example.it",
                "Anna.Bianchi@Example.IT | Anna.Bianchi@Example.IT",
                "\"Anna Bianchi\" <anna@example.it> | anna@example.it",
                "\"Bianchi, Anna\" <anna@example.it>, Luca <luca@example.it> | anna@example.it luca@example.it",
                "\"admin@fabrikam.com\" <admin@contoso.com> | admin@contoso.com",
                "Bianchi, Anna <anna@example.it> | anna@example.it",
                "anna@example.it (Anna (la) Bianchi), luca@example.it | anna@example.it luca@example.it",
                "(Anna) anna@example.it | anna@example.it",
                "Soci: anna@example.it, Luca <luca@example.it>;, c@example.it | anna@example.it luca@example.it c@example.it",
                "anna@example.it; luca@example.it | anna@example.it luca@example.it",
                "Anna Bianchi [mailto:anna@example.it] | anna@example.it",
                "anna@example.it<mailto:anna@example.it> | anna@example.it",
                "<@a.example,@b.example:anna@example.it> | anna@example.it",
                "\"anna bianchi\"@example.it | \"anna bianchi\"@example.it",
                "<\"a>b\"@example.it> | \"a>b\"@example.it",
                "anna@[203.0.113.5] | anna@[203.0.113.5]",
                "IMCEAEX-_O=CONTOSO_OU=FIRST+20GROUP_CN=ANNA@contoso.com | IMCEAEX-_O=CONTOSO_OU=FIRST+20GROUP_CN=ANNA@contoso.com",
                "'anna@example.it' | anna@example.it",
                "\"anna@example.it\" | anna@example.it",
                "Anna <anna@example.it | anna@example.it",
                "\"Anna <anna@example.it> | anna@example.it",
                "Anna (ufficio <anna@example.it> | anna@example.it",
                "=?utf-8?Q?Rossi=2C_b=40example=2Ecom?= <mario@example.it> | mario@example.it",
                "<MAILER-DAEMON> | MAILER-DAEMON",
                ",,anna@example.it,, | anna@example.it",
            })
    void addresses_as_written(String field, String expected) {
        assertThat(String.join(" ", AddressText.all(field))).isEqualTo(expected);
        assertThat(AddressText.all(field)).startsWith(AddressText.first(field));
    }

    @Test
    void fields_without_addresses() {
        assertThat(AddressText.all("Undisclosed recipients:;")).isEmpty();
        assertThat(AddressText.all("undisclosed-recipients: ;")).isEmpty();
        assertThat(AddressText.first("Anna Bianchi")).isNull();
        assertThat(AddressText.first("@")).isNull();
        assertThat(AddressText.first(null)).isNull();
    }

    @Test
    void the_null_sender_is_empty() {
        assertThat(AddressText.first("<>")).isEmpty();
        assertThat(AddressText.first(" < > ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "anna@Example.IT, example.it",
                "@example.it, example.it",
                "a@b@example.it., example.it",
                "anna@example.it>, example.it",
                "anna, -",
                "anna@, -",
                "'', -",
                "anna@città.it, città.it",
                "anna@exam ple.it, -",
                "anna@ex<b>.it, -"
            })
    void domains_in_lower_case(String address, String domain) {
        assertThat(AddressText.domain(address)).isEqualTo(domain);
    }
}
