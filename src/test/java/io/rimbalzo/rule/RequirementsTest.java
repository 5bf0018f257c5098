package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {

    private static final String CONTEXTS =
            "recipient-kind\tmailbox\tgroup\nsender-location\tinternal\texternal\ngroup-members\tnumber\n";

    private static Rule rule(String when) throws Refused {
        String text = "package rules\n\nrule \"access.denied\"\n    @source(\"x\")\n    @responsible(\"sender\")"
                + " @category(\"policy\")\nwhen\n    $s : Status( within(\"x.x.x\") )\n    " + when
                + "\nthen\n    conclude.likely(\"access.denied\", $s);\nend\n";
        return Rules.load(Map.of("rules/access.drl", text, "rules/context.tsv", CONTEXTS))
                .all()
                .get(0);
    }

    /** Kind, the must-not-be, the other-than, name, values. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exists Reply( says(\"mailbox full\", \"user * unknown\") ) | WORDS   | false | false |  | mailbox full, user * unknown",
                "not Reply( says(\"mailbox full\") )                | WORDS   | true  | false |  | mailbox full",
                "exists Reply( code in (451, 452) )                 | REPLY   | false | false |  | 451, 452",
                "exists Reply( code != 530 )                        | REPLY   | false | true  |  | 530",
                "exists Status( within(\"5.7.606-649\", \"x.7.1\") ) | CODE   | false | false |  | 5.7.606-649, x.7.1",
                "not Status( code == \"5.7.1\" )                    | CODE    | true  | false |  | 5.7.1",
                "not Status( !within(\"x.0.x\") )                   | CODE    | true  | true  |  | x.0.x",
                "exists Context( name == \"recipient-kind\", value == \"group\" )     | CONTEXT | false | false | recipient-kind | group",
                "not Context( name == \"recipient-kind\", value != \"group\" )        | CONTEXT | true  | true  | recipient-kind | group",
                "exists Context( name == \"group-members\", number > 5000 )           | NUMBER  | false | false | group-members  | 5000",
                "exists Context( name == \"group-members\", number <= 5000 )          | NUMBER  | false | true  | group-members  | 5000",
                "exists Context( name == \"group-members\", number >= 5001 )          | NUMBER  | false | false | group-members  | 5000",
                "not Format( name == \"headers\" )                  | FORMAT  | true  | false |  | headers",
                "not Notice( says(\"moderator\") )                  | NOTICE  | true  | false |  | moderator"
            })
    void a_pattern_is_told_as_one_thing(
            String pattern, Requirement.Kind kind, boolean absent, boolean other, String name, String values)
            throws Refused {
        List<Requirement> all = rule(pattern).requirements();
        assertThat(all).hasSize(2);
        Requirement told = all.get(1);
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.absent()).isEqualTo(absent);
        assertThat(told.other()).isEqualTo(other);
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.values()).containsExactly(values.split(", "));
    }

    @Test
    void conditions_of_one_pattern_are_told_one_by_one() throws Refused {
        assertThat(rule("exists Reply( code == 550, says(\"denied\"), !says(\"spam\") )")
                        .requirements())
                .extracting(Requirement::kind, Requirement::absent, Requirement::values)
                .contains(
                        tuple(Requirement.Kind.REPLY, false, List.of("550")),
                        tuple(Requirement.Kind.WORDS, false, List.of("denied")),
                        tuple(Requirement.Kind.WORDS, true, List.of("spam")));
    }

    @Test
    void what_cannot_be_told_apart_is_told_whole() throws Refused {
        for (String pattern : List.of(
                "not Reply( code == 550, says(\"denied\") )",
                "exists Reply( code >= 200, code < 300 )",
                "not Dmarc( result == \"fail\" )")) {
            Requirement told = rule(pattern).requirements().get(1);
            assertThat(told.kind()).isEqualTo(Requirement.Kind.FACT);
            assertThat(pattern).endsWith(told.text());
            assertThat(told.text()).doesNotStartWith("not ").doesNotStartWith("exists ");
        }
    }

    @Test
    void a_rule_tells_its_codes_and_phrases_but_not_those_it_excludes() throws Refused {
        Rule rule = rule("exists Reply( says(\"denied\"), !says(\"spam\") )\n    not Status( code == \"5.7.1\" )");
        assertThat(rule.codes()).containsExactly("x.x.x");
        assertThat(rule.phrases()).containsExactly("denied");
        assertThat(rule.certainty()).isEqualTo(Certainty.likely);
    }
}
