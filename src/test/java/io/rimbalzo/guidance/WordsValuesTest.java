package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsValuesTest {

    private static final Words WORDS = new Words("it", List.of(Bundle.parse("i18n/x_it.properties", """
            x.plain = Il dominio {fromDomain} non esiste.
            x.count = {groupMembers, plural, one {# membro} other {# membri}}
            x.number = Il gruppo ha {groupMembers} membri.
            missing.fromDomain = del mittente
            placeholder.fromDomain = <dominio del mittente>
            """)));

    @Test
    void a_value_that_was_not_read_has_a_stand_in() {
        assertThat(WORDS.say("x.plain", Map.of("fromDomain", "example.it")))
                .isEqualTo("Il dominio example.it non esiste.");
        assertThat(WORDS.say("x.plain")).isEqualTo("Il dominio del mittente non esiste.");
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        assertThat(WORDS.say("x.count", Map.of("groupMembers", 1))).isEqualTo("1 membro");
        assertThat(WORDS.say("x.count", Map.of("groupMembers", 17200))).isEqualTo("17.200 membri");
        assertThat(WORDS.say("x.number", Map.of("groupMembers", 17200))).isEqualTo("Il gruppo ha 17.200 membri.");
    }

    @Test
    void a_command_takes_a_value_only_with_the_syntax_of_a_name() {
        String command = "Get-DkimSigningConfig {fromDomain} | where { $_.Enabled }";
        assertThat(new Values().put("fromDomain", "example.it").inCommand(command, WORDS))
                .isEqualTo("Get-DkimSigningConfig example.it | where { $_.Enabled }");
        for (String hostile : List.of("example.it; rm -rf ~", "$(id)", "-x", "a b", "`id`", "example.it|x", "'x'")) {
            assertThat(new Values().put("fromDomain", hostile).inCommand(command, WORDS))
                    .isEqualTo("Get-DkimSigningConfig <dominio del mittente> | where { $_.Enabled }");
        }
    }

    @Test
    void control_characters_do_not_reach_a_text() {
        assertThat(WORDS.say(
                        "x.plain",
                        new Values().put("fromDomain", "a\u001B[31m\nb").inText()))
                .isEqualTo("Il dominio a [31m b non esiste.");
    }

    @Test
    void the_first_sentence_stands_alone() {
        assertThat(Advisor.firstSentence("Il gruppo accetta solo i messaggi di contoso.com. Il mittente non c’è."))
                .isEqualTo("Il gruppo accetta solo i messaggi di contoso.com.");
        assertThat(Advisor.firstSentence("Una frase sola.")).isEqualTo("Una frase sola.");
    }
}
