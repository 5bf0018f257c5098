package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationalDomainTest {

    @ParameterizedTest
    @CsvSource({
        "mail.example.it, example.it",
        "example.it, example.it",
        "a.b.example.co.uk, example.co.uk",
        "co.uk, co.uk",
        "a.b.kobe.jp, a.b.kobe.jp",
        "x.a.b.kobe.jp, a.b.kobe.jp",
        "mail.city.kobe.jp, city.kobe.jp",
        "anna.github.io, anna.github.io",
        "mail.contoso.onmicrosoft.com, contoso.onmicrosoft.com",
        "a.contoso.mail.onmicrosoft.com, contoso.mail.onmicrosoft.com",
        "pc.uffici.local, uffici.local",
        "localhost, localhost",
        "203.0.113.5, 203.0.113.5",
        "Mail.Example.IT., example.it",
        "a..b, a..b"
    })
    void what_an_organization_registered(String domain, String registered) {
        assertThat(OrganizationalDomain.of(domain)).isEqualTo(registered);
    }

    @ParameterizedTest
    @CsvSource({
        "example.it, Example.IT., true",
        "mail.example.it, example.it, true",
        "a.example.it, b.example.it, true",
        "contoso.com, fabrikam.com, false",
        "a.co.uk, b.co.uk, false",
        "co.uk, a.co.uk, false",
        "a.onmicrosoft.com, b.onmicrosoft.com, false",
        "anna.github.io, luca.github.io, false",
        "mail.xn--citt-2na.it, citàt.it, true",
        "example.it, example.com, false",
        "'', example.it, false"
    })
    void whether_two_domains_belong_together(String one, String other, boolean same) {
        assertThat(OrganizationalDomain.same(one, other)).isEqualTo(same);
        assertThat(OrganizationalDomain.same(other, one)).isEqualTo(same);
    }
}
