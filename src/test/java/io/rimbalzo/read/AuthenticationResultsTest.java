package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.MethodResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    @Test
    void microsoft_names_no_server_and_leaves_out_spaces() {
        assertThat(AuthenticationResults.parse(
                        "spf=none (sender IP is 203.0.113.88)\r\n smtp.mailfrom=fabrikam.com; dkim=none "
                                + "(message not signed)\r\n header.d=none;dmarc=fail action=oreject\r\n header.from=contoso.com;compauth=fail "
                                + "reason=000"))
                .containsExactly(
                        result(
                                "spf",
                                "none",
                                null,
                                "sender IP is 203.0.113.88",
                                Map.of("smtp.mailfrom", "fabrikam.com", "client-ip", "203.0.113.88"),
                                "spf=none (sender IP is 203.0.113.88) smtp.mailfrom=fabrikam.com"),
                        result(
                                "dkim",
                                "none",
                                null,
                                "message not signed",
                                Map.of("header.d", "none"),
                                "dkim=none (message not signed) header.d=none"),
                        result(
                                "dmarc",
                                "fail",
                                null,
                                null,
                                Map.of("action", "oreject", "header.from", "contoso.com"),
                                "dmarc=fail action=oreject header.from=contoso.com"),
                        result("compauth", "fail", "000", null, Map.of("reason", "000"), "compauth=fail reason=000"));
    }

    @Test
    void the_standard_has_versions_comments_everywhere_and_quoted_values() {
        assertThat(AuthenticationResults.parse("mx.example.it (a (nested) one) 1; DKIM (why) / 1 (yes) = (wait) Fail "
                        + "policy (dot) . (here) expired (now) = (as) 1362471462; "
                        + "iprev=pass policy.iprev=\"2001:db8::25\" (mail.example.it); spf=pass reason=\"good\\\"one\" "
                        + "smtp.mailfrom=\"anna b\"@example.it"))
                .containsExactly(
                        result(
                                "dkim",
                                "fail",
                                null,
                                null,
                                Map.of("policy.expired", "1362471462"),
                                "DKIM (why) / 1 (yes) = (wait) Fail "
                                        + "policy (dot) . (here) expired (now) = (as) 1362471462"),
                        result(
                                "iprev",
                                "pass",
                                null,
                                null,
                                Map.of("policy.iprev", "2001:db8::25"),
                                "iprev=pass policy.iprev=\"2001:db8::25\" (mail.example.it)"),
                        result(
                                "spf",
                                "pass",
                                "good\"one",
                                null,
                                Map.of("reason", "good\"one", "smtp.mailfrom", "\"anna b\"@example.it"),
                                "spf=pass reason=\"good\\\"one\" smtp.mailfrom=\"anna b\"@example.it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mx.example.it; none                                                    | -",
                "example.org 1; none                                                    | -",
                "mx.example.it; dmarc=pass(p=quarantine dis=none)  header.from=example.it | dmarc=pass",
                "spf=fail smtp.mailfrom=a@example.it dkim=pass header.d=example.it      | spf=fail dkim=pass",
                "dkim=none header.d=none;outlook.com; dmarc=pass action=none            | dkim=none dmarc=pass",
                "mta.example.it  from=example.org; domainkeys=neutral (no sig);  from=example.org; dkim=pass (ok) "
                        + "| domainkeys=neutral dkim=pass",
                "mx.example.it; x-tls=pass version=TLSv1.2 cipher=AES bits=256          | x-tls=pass",
                "i=2; mx.example.it; arc=pass (i=1); spf=none                           | arc=pass spf=none",
                "spf=3Dnone (sender IP is ) smtp.mailfrom=3Dexample.it; dkim=3Dnone (=  | spf=none dkim=none",
                "mx.example.it; spf=pass smtp.mailfrom= smtp.helo=mail.example.it; dmarc=fail | spf=pass dmarc=fail",
                "mx.example.it; dmarc=; dkim=temperror                                  | dkim=temperror",
                "Authentication-Results: mx.example.it; spf=softfail                    | spf=softfail",
            })
    void results_in_order(String value, String expected) {
        List<String> found = AuthenticationResults.parse(value).stream()
                .map(r -> r.method() + "=" + r.result())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void properties_after_a_stray_semicolon_belong_to_the_result_before() {
        assertThat(AuthenticationResults.parse(
                                "mx.example.it; spf=pass (domain of a@example.it) client-ip=203.0.113.5; "
                                        + "envelope-from=a@example.it; helo=mail.example.it;")
                        .get(0)
                        .properties())
                .containsExactly(
                        Map.entry("client-ip", "203.0.113.5"),
                        Map.entry("envelope-from", "a@example.it"),
                        Map.entry("helo", "mail.example.it"));
    }

    @Test
    void an_address_without_quotes_is_refused_but_can_be_salvaged() {
        String value = "mx.example.it; iprev=pass policy.iprev=2001:db8::25; dmarc=fail header.from=example.it";
        assertThat(AuthenticationResults.parse(value)).isEmpty();
        assertThat(AuthenticationResults.salvage(value))
                .extracting(MethodResult::method)
                .containsExactly("iprev", "dmarc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mx.example.it; spf=none          | mx.example.it",
                "example.org 1; none              | example.org",
                "(hi) mx.example.it (ho); none    | mx.example.it",
                "\"mx example\"; none             | mx example",
                "i=1; mx.example.it; spf=none     | mx.example.it",
                "mta.example.it  from=example.org | mta.example.it",
                "spf=none; dkim=none              | -",
                "dkim (c) = none                  | -",
            })
    void who_checked(String value, String expected) {
        assertThat(AuthenticationResults.authservId(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ";", "=", "==", "(", "\"", "x", "x;", "=x; =", "(((", "a=(", ".=.", "/", "spf", "spf="})
    void what_says_nothing_gives_nothing(String value) {
        assertThat(AuthenticationResults.parse(value)).isEmpty();
    }

    private static MethodResult result(
            String method, String result, String reason, String comment, Map<String, String> properties, String quote) {
        return new MethodResult(method, result, reason, comment, properties, quote);
    }
}
