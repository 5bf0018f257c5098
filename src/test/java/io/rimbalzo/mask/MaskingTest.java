package io.rimbalzo.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stand-ins in texts: what goes, what stays, and that relations remain. */
class MaskingTest {

    private static final Report NOTHING = new Report(Report.TEXT, null, List.of(), Message.UNKNOWN);

    private static Masking masking() {
        return new Masking(
                new PublicHosts(List.of("spamhaus.org", "*.mail.protection.outlook.com", "gmail.com", "postmaster@")),
                Set.of("unknown", "resolver.adr.recipnotfound"),
                Set.of("subject", "oggetto"),
                new Masking.Labels("utente", "dominio", "host", "Persona", "telefono", "Oggetto", "id"));
    }

    private static String masked(String text) {
        return masking().text(text, NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <mario@contoso.com>: User unknown | 550 5.1.1 <utente1@dominio1.example>: User unknown",
                "smtp;550 5.1.1 mario@contoso.com;unknown | smtp;550 5.1.1 utente1@dominio1.example;unknown",
                "host mx.contoso.com[203.0.113.77] said | host host1.dominio1.example[203.0.113.1] said",
                "550-mail.contoso.com is not permitted | 550-host1.dominio1.example is not permitted",
                "mario@contoso.com and contoso.com | utente1@dominio1.example and dominio1.example",
                "mario@contoso.com, MARIO@Contoso.com | utente1@dominio1.example, utente1@dominio1.example",
                "luca@contoso.com luca@fabrikam.com | utente1@dominio1.example utente2@dominio2.example",
                "\"mario rossi\"@contoso.com | utente1@dominio1.example",
                "\"Mario Rossi\" <mario@contoso.com> | \"Persona1\" <utente1@dominio1.example>",
                "smtp.mailfrom=mario@contoso.com; | smtp.mailfrom=utente1@dominio1.example;",
                "bounces+7-mario=contoso.com@fabrikam.com | utente1@dominio1.example",
                "mario@gmail.com | utente1@gmail.com",
                "postmaster@contoso.com | postmaster@dominio1.example",
                "contoso-com.mail.protection.outlook.com | dominio1-example.mail.protection.outlook.com",
                "https://www.spamhaus.org/query/ip/198.51.100.77 | https://www.spamhaus.org/query/ip/203.0.113.1",
                "7.51.100.198.zen.spamhaus.org | 1.113.0.203.zen.spamhaus.org",
                "127.0.0.2 by zen.spamhaus.org | 127.0.0.2 by zen.spamhaus.org",
                "[2001:db8:77::9]:25 | [2001:db8::1]:25",
                "client-ip=198.51.100.9 | client-ip=203.0.113.1",
                "tenant 6f9619ff-8b86-d011-b42d-00c04fc964ff | tenant 00000000-0000-4000-8000-000000000001",
                "queued as 4XyZ12ab34cd56 | queued as id1",
                "mario@contoso | utente1@host1",
                "help desk: +39 02 1234-567, or +39021234567. | help desk: telefono1, or telefono2.",
                "3 Nov 2026 09:15:58 +0100 2026 | 3 Nov 2026 09:15:58 +0100 2026",
                "+390212345678@sms.contoso.com | utente1@host1.dominio1.example",
                "saved in C:\\Users\\mario\\report.eml | saved in C:\\Users\\utente1\\report.eml",
                "/home/mario/Maildir: disk quota exceeded | /home/utente1/Maildir: disk quota exceeded",
                "EXCH01.contoso.local | host1.dominio1.example",
                "IMCEAEX-_O=CONTOSO_OU=X_cn=Recipients_cn=mario@contoso.com | IMCEAEX-_O=EXCHANGELABS_OU=EXCHANGE+20ADMINISTRATIVE+20GROUP+20+28FYDIBOHF23SPDLT+29_CN=RECIPIENTS_CN=utente1@dominio1.example",
                "/o=Contoso/ou=Ufficio/cn=Recipients/cn=mario; no | /o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=utente1; no",
            })
    void personal_data_gets_stand_ins_of_the_same_form(String text, String expected) {
        assertThat(masked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.10 RESOLVER.ADR.RecipNotFound; not found",
                "Delivery failed.It was refused. See RFC 5321.",
                "Tue, 3 Nov 2026 09:15:58 +0000",
                "spf=fail smtp.helo header.from header.d",
                "TLS1_2 with cipher TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                "421 4.7.0 try again later (AS8560)",
                "15.20.9320.013",
                "http://www.spamhaus.org/lookup",
                "@ @@ @. <> [] =?= ... a@",
            })
    void what_the_diagnosis_reads_stays(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void names_that_only_the_report_tells_are_masked_anywhere() {
        Failure failure = new Failure(
                "mario.rossi@contoso.com",
                "failed",
                "5.1.1",
                List.of(),
                new Servers("EXCH01", null),
                Map.of(),
                null,
                null,
                null);
        Message message = new Message(
                "anna@fabrikam.com",
                null,
                null,
                List.of(),
                "Preventivo di maggio",
                null,
                "<7f3a@fabrikam.com>",
                List.of(),
                io.rimbalzo.report.Authentication.NONE,
                List.of(new io.rimbalzo.report.HeaderField("From", "Anna Bianchi <anna@fabrikam.com>")));
        Report report = new Report(Report.DSN, "it", List.of(failure), message);
        String text = "EXCH01: Anna Bianchi, «Preventivo di maggio» to mario.rossi: unknown <7f3a@fabrikam.com>";
        assertThat(masking().text(text, report))
                .isEqualTo("host1: Persona1, «Oggetto1» to utente1: unknown <id1@mail.example>");
        Report masked = masking().report(report);
        assertThat(masked.toString())
                .doesNotContainIgnoringCase("rossi")
                .doesNotContainIgnoringCase("anna")
                .doesNotContain("contoso")
                .doesNotContain("fabrikam")
                .doesNotContain("Preventivo")
                .doesNotContain("7f3a")
                .doesNotContain("EXCH01");
        assertThat(masked.failures().get(0).status()).isEqualTo("5.1.1");
    }

    @Test
    void header_lines_lose_names_subjects_and_ids() {
        String text = "From: =?utf-8?Q?Mario_R=C3=B2ssi?= <mario@contoso.com>\nSubject: Non recapitabile: Preventivo\n"
                + "Message-ID: <abc@contoso.com>\nTo:\tLuca <luca@contoso.com>,\n Anna <anna@contoso.com>\nX-Loop: 1\n";
        assertThat(masked(text))
                .isEqualTo("From: Persona1 <utente1@dominio1.example>\nSubject: Non recapitabile: Oggetto1\n"
                        + "Message-ID: <id1@mail.example>\n"
                        + "To:\tPersona2 <utente2@dominio1.example>, Persona3 <utente3@dominio1.example>\nX-Loop: 1\n");
    }

    @Test
    void more_addresses_than_documentation_has_still_differ() {
        Masking masking = masking();
        Set<String> seen = new java.util.HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            seen.add(masking.text("10." + i / 250 + "." + i % 250 + ".9", NOTHING));
        }
        assertThat(seen).hasSize(2_000);
    }

    @Test
    void hostile_text_takes_linear_time() {
        for (String piece : List.of("<", "\"", "/o=/cn=", "a@", "@", "a.", "1.1.1.1.", "::", "-", "a=b=", "To: <\n")) {
            String text = piece.repeat(400_000 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> masking().text(text, NOTHING), piece);
        }
    }
}
