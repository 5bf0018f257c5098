package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.MethodResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedSpfTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Fail (protection.outlook.com: domain of contoso.com does not designate 203.0.113.80 as permitted sender) "
                        + "receiver=protection.outlook.com; client-ip=203.0.113.80; helo=crm.contoso.com; "
                        + "| fail | contoso.com | 203.0.113.80 | crm.contoso.com",
                "None (protection.outlook.com: example.onmicrosoft.com does not designate permitted sender hosts) "
                        + "| none | example.onmicrosoft.com | - | -",
                "None (protection.outlook.com:  does not designate permitted sender hosts) | none | - | - | -",
                "pass (google.com: domain of a@example.it designates 203.0.113.5 as permitted sender) client-ip=203.0.113.5; "
                        + "| pass | a@example.it | 203.0.113.5 | -",
                "neutral (google.com: 203.0.113.9 is neither permitted nor denied by best guess record for domain of mx.example.it) "
                        + "| neutral | mx.example.it | 203.0.113.9 | -",
                "pass (mx.example.it: 2001:db8::7 is authorized to use 'anna@example.it' in 'mfrom' identity (mechanism 'mx' matched)) "
                        + "| pass | anna@example.it | 2001:db8::7 | -",
                "SoftFail identity=mailfrom; client-ip=203.0.113.2 helo=mail.example.it; envelope-from=<anna@example.it>; "
                        + "| softfail | anna@example.it | 203.0.113.2 | mail.example.it",
                "permerror (mx: unknown mechanism) envelope-from=\"anna b@example.it\"; problem=\"a;b\" "
                        + "| permerror | anna b@example.it | - | -",
                "None (mx.example.it: domain of mail.example.it does not designate 203.0.113.2 as permitted sender) identity=helo; "
                        + "| none | - | 203.0.113.2 | mail.example.it",
                "none (mx: 203.0.113.2 is neither permitted nor denied by domain of @) envelope-from=@; | none | - | 203.0.113.2 | -",
                "temperror | temperror | - | - | -",
            })
    void tells_who_was_checked(String value, String result, String mailFrom, String ip, String helo) {
        MethodResult spf = ReceivedSpf.parse(value);
        assertThat(spf.method()).isEqualTo("spf");
        assertThat(spf.result()).isEqualTo(result);
        assertThat(spf.properties().get("smtp.mailfrom")).isEqualTo(mailFrom);
        assertThat(spf.properties().get("client-ip")).isEqualTo(ip);
        assertThat(spf.properties().get("smtp.helo")).isEqualTo(helo);
    }

    @Test
    void quotes_the_field_on_one_line() {
        assertThat(ReceivedSpf.parse("None (mx.example.it: example.it\r\n does not designate permitted sender hosts)"))
                .isEqualTo(new MethodResult(
                        "spf",
                        "none",
                        null,
                        "mx.example.it: example.it does not designate permitted sender hosts",
                        Map.of("smtp.mailfrom", "example.it"),
                        "Received-SPF: None (mx.example.it: example.it does not designate permitted sender hosts)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(only a comment)", "client-ip=203.0.113.2", ";", "550 5.7.1", "=", "\""})
    void what_begins_with_no_result_is_none(String value) {
        assertThat(ReceivedSpf.parse(value)).isNull();
    }
}
