package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class RequirementJsonTest {

    private static final String CONTEXTS = "recipient-kind\tmailbox\tgroup\ngroup-members\tnumber\n";

    private static ArrayNode told(String pattern) throws Refused {
        String text = "package rules\n\nrule \"access.denied\"\n    @source(\"x\")\n    @responsible(\"sender\")"
                + " @category(\"policy\")\nwhen\n    $s : Status( within(\"x.x.x\") )\n    " + pattern
                + "\nthen\n    conclude.likely(\"access.denied\", $s);\nend\n";
        Requirement requirement = Rules.load(Map.of("rules/access.drl", text, "rules/context.tsv", CONTEXTS))
                .all()
                .get(0)
                .requirements()
                .get(1);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        RequirementJson.add(requirement, array);
        return array;
    }

    /** One object: kind, the must-not-be, the other-than, name, values. */
    private static String told(JsonNode one) {
        return one.get("kind").asString() + (one.get("absent").asBoolean() ? " absent" : "")
                + (one.get("other").asBoolean() ? " other" : "")
                + (one.get("name").isNull() ? "" : " " + one.get("name").asString())
                + " " + one.get("values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exists Reply( says(\"mailbox full\", \"user * unknown\") ) | words [\"mailbox full\",\"user * unknown\"]",
                "not Reply( says(\"mailbox full\") )                  | words absent [\"mailbox full\"]",
                "exists Reply( !says(\"mailbox full\") )              | words absent [\"mailbox full\"]",
                "exists Reply( code in (451, 452) )                   | reply [\"451\",\"452\"]",
                "exists Reply( code != 530 )                          | reply other [\"530\"]",
                "exists Status( within(\"5.7.606-649\", \"x.7.1\") )  | code [\"5.7.606-649\",\"x.7.1\"]",
                "not Status( code == \"5.7.1\" )                      | code absent [\"5.7.1\"]",
                "not Status( !within(\"x.0.x\") )                     | code absent other [\"x.0.x\"]",
                "not Format( name == \"headers\" )                    | format absent [\"headers\"]",
                "not Notice( says(\"moderator\") )                    | notice absent [\"moderator\"]",
                "exists Context( name == \"recipient-kind\" )         | context recipient-kind []",
                "exists Context( name == \"recipient-kind\", value == \"group\" ) | context recipient-kind [\"group\"]",
                "not Context( name == \"recipient-kind\", value != \"group\" ) | context absent other recipient-kind [\"group\"]",
                "exists Context( name == \"group-members\", number > 5000 )  | number group-members [\"5000\"]",
                "exists Context( name == \"group-members\", number <= 5000 ) | number other group-members [\"5000\"]",
                "exists Context( name == \"group-members\", number >= 5001 ) | number group-members [\"5000\"]"
            })
    void a_pattern_that_asks_for_one_thing_is_one_object(String pattern, String object) throws Refused {
        assertThat(told(pattern))
                .hasSize(1)
                .first()
                .extracting(RequirementJsonTest::told)
                .isEqualTo(object);
    }

    @Test
    void what_one_fact_must_have_is_told_one_by_one() throws Refused {
        assertThat(told("exists Reply( code == 550, says(\"denied\"), !says(\"spam\") )"))
                .extracting(RequirementJsonTest::told)
                .containsExactly("reply [\"550\"]", "words [\"denied\"]", "words absent [\"spam\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Reply( code == 550, says(\"denied\") )",
                "exists Reply( code >= 200, code < 300 )",
                "exists Reply( code == 550 || says(\"denied\") )",
                "not Dmarc( result == \"fail\" )"
            })
    void what_cannot_be_told_apart_is_told_by_the_rule_s_own_text(String pattern) throws Refused {
        ArrayNode told = told(pattern);
        assertThat(told).hasSize(1);
        assertThat(told(told.get(0))).isEqualTo(pattern.startsWith("not ") ? "fact absent []" : "fact []");
        assertThat(told.get(0).get("rule").asString()).isEqualTo(pattern.replaceFirst("^(not|exists) ", ""));
    }
}
