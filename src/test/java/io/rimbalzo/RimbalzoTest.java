package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.knowledge.Knowledge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The machine as other Java programs use it. */
class RimbalzoTest {

    private static Result diagnose(String text, Map<String, String> context, String lang) {
        return Knowledge.rimbalzo().diagnose(new Submission("7", text.getBytes(StandardCharsets.UTF_8), context, lang));
    }

    @Test
    void the_same_diagnosis_is_told_in_two_languages() {
        Result italian = diagnose("550 5.7.124 Sender not in allowed-senders list", Map.of(), "it-CH");
        Result english = diagnose("550 5.7.124 Sender not in allowed-senders list", Map.of(), "en_GB");
        assertThat(italian.words().language()).isEqualTo("it");
        assertThat(english.words().language()).isEqualTo("en");
        assertThat(italian.failures().get(0).judgement().diagnosis().id())
                .isEqualTo(english.failures().get(0).judgement().diagnosis().id());
        assertThat(italian.failures().get(0).guidance().title())
                .isNotEqualTo(english.failures().get(0).guidance().title());
        assertThat(italian.failures().get(0).guidance().steps().keySet())
                .isEqualTo(english.failures().get(0).guidance().steps().keySet());
    }

    @Test
    void without_a_language_the_reports_own_speaks() {
        String report = "Il recapito non è riuscito per i seguenti destinatari o gruppi:\n\nvendite@contoso.com\n\n"
                + "Informazioni di diagnostica per gli amministratori:\n\nServer di generazione: mbx01.contoso.com\n\nvendite@contoso.com\n"
                + "Remote Server returned '550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized'\n";
        assertThat(diagnose(report, Map.of(), null).words().language()).isEqualTo("it");
    }

    @Test
    void bad_input_is_an_answer() {
        Map<String, String> expected = Map.of(
                "",
                "empty",
                "  \n",
                "empty",
                "Ci vediamo alle 13?",
                "not-a-report",
                "5.7.1234",
                "bad-code",
                "\u0000\u0001\u0002\u0003\u0004\u0005",
                "unreadable");
        expected.forEach((text, code) -> {
            Result result = diagnose(text, Map.of(), "it");
            assertThat(result.error()).as(text).isNotNull();
            assertThat(result.error().code()).as(text).isEqualTo(code);
            assertThat(result.failures()).isEmpty();
            assertThat(result.answered()).isFalse();
        });
    }

    @Test
    void headers_on_which_nothing_is_wrong_are_rightly_no_diagnosis() {
        Result result = diagnose(
                "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.it;\n dkim=pass header.d=example.it; "
                        + "dmarc=pass action=none header.from=example.it\nFrom: a@example.it\nTo: b@example.org\n",
                Map.of(),
                "it");
        assertThat(result.error()).isNull();
        assertThat(result.failures()).hasSize(1);
        assertThat(result.failures().get(0).judgement().diagnosis()).isNull();
        assertThat(result.answered()).isTrue();
    }

    @Test
    void evidence_is_quoted_from_what_came_in() {
        for (String text :
                List.of("550 5.1.1 <anna@example.it>: User unknown", "452 4.2.2 The email account is over quota")) {
            assertThat(diagnose(text, Map.of(), "en")
                            .failures()
                            .get(0)
                            .judgement()
                            .diagnosis()
                            .evidence())
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(text).contains(fact.quote()));
        }
    }

    @Test
    void a_hostile_value_stays_a_value() {
        for (String recipient :
                List.of("$(reboot)@example.it", "x';drop@example.it", "-rf@example.it", "a&b@example.it")) {
            Result result = diagnose("550 5.1.1 <" + recipient + ">: User unknown", Map.of(), "it");
            assertThat(result.failures().get(0).guidance().steps().values().stream()
                            .flatMap(List::stream)
                            .filter(step -> step.command() != null)
                            .map(step -> step.command()))
                    .isNotEmpty()
                    .noneMatch(command -> command.contains(recipient));
        }
    }
}
