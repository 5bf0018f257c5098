package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.rule.Demand.Bound;
import io.rimbalzo.rule.Demand.Either;
import io.rimbalzo.rule.Demand.Every;
import io.rimbalzo.rule.Demand.Text;
import io.rimbalzo.rule.Demand.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

    private static final String CONTEXTS = "recipient-kind\tmailbox\tgroup\ngroup-members\tnumber\n";

    private static Rule rule(String when) throws Refused {
        String text = "package rules\n\nrule \"access.denied\"\n    @source(\"x\")\n    @responsible(\"sender\")"
                + " @category(\"policy\")\nwhen\n    $s : Status( within(\"x.x.x\") )\n    " + when
                + "\nthen\n    conclude.likely(\"access.denied\", $s);\nend\n";
        return Rules.load(Map.of("rules/access.drl", text, "rules/context.tsv", CONTEXTS))
                .all()
                .get(0);
    }

    private static Requirement requirement(String pattern) throws Refused {
        return rule(pattern).requirements().get(1);
    }

    private static Demand demand(String condition) throws Refused {
        List<Demand> demands = requirement("exists Reply( " + condition + " )").demands();
        assertThat(demands).hasSize(1);
        return demands.get(0);
    }

    /** Two ways in which a rule may write the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "code == 550                               ~ code in (550)",
                "code != 550                               ~ !(code == 550)",
                "code not in (550, 554)                    ~ !(code in (550, 554))",
                "code < 500                                ~ !(code >= 500)",
                "code <= 500                               ~ !(code > 500)",
                "says(\"spam\")                            ~ !(!says(\"spam\"))",
                "code == 1 || !says(\"spam\") && code > 9 ~ code == 1 || !(says(\"spam\") || code <= 9)",
                "!says(\"spam\") || code < 500             ~ !(says(\"spam\") && code >= 500)"
            })
    void what_is_the_same_is_one_demand_however_it_is_written(String one, String other) throws Refused {
        assertThat(demand(one)).isEqualTo(demand(other));
        assertThat(demand(one).denied()).isNotEqualTo(demand(one)).isEqualTo(demand("!(" + other + ")"));
    }

    @Test
    void a_demand_is_read_into_what_it_asks_of_the_fact() throws Refused {
        FactType reply = requirement("exists Reply( code == 550 )").type();
        FactType.Field code = reply.fields.get("code");
        Text says = new Text(reply.words.get("says"), true, List.of("spam", "user * unknown"));
        Bound bound = new Bound(code, Condition.Operator.GE, 500);
        assertThat(demand("code not in (550, 554)")).isEqualTo(new Value(code, true, List.of(550, 554)));
        assertThat(demand("!says(\"spam\", \"user * unknown\")")).isEqualTo(says);
        assertThat(demand("!(code < 500 || says(\"spam\", \"user * unknown\"))"))
                .isEqualTo(new Every(List.of(bound, says)));
        assertThat(demand("code >= 500 || !says(\"spam\", \"user * unknown\")"))
                .isEqualTo(new Either(List.of(bound, says)));
    }

    @ParameterizedTest
    @CsvSource({"> 5000, 5000, true", ">= 5001, 5000, true", "<= 5000, 5000, false", "< 5001, 5000, false"})
    void a_bound_is_told_by_the_greatest_number_that_is_not_over_it(String bound, int limit, boolean lower)
            throws Refused {
        Requirement requirement = requirement("exists Context( name == \"group-members\", number " + bound + " )");
        assertThat(requirement.name()).isEqualTo("group-members");
        assertThat(requirement.beside()).singleElement().isInstanceOfSatisfying(Bound.class, told -> {
            assertThat(told.limit()).isEqualTo(limit);
            assertThat(told.isLower()).isEqualTo(lower);
        });
    }

    @Test
    void only_what_a_person_tells_or_what_is_inferred_has_a_name() throws Refused {
        assertThat(requirement("not Context( name == \"recipient-kind\", value == \"group\" )"))
                .satisfies(told -> assertThat(told.name()).isEqualTo("recipient-kind"))
                .satisfies(told -> assertThat(told.beside()).hasSize(1));
        Requirement header = requirement("exists Header( name == \"precedence\" )");
        assertThat(header.name()).isNull();
        assertThat(header.beside()).isEqualTo(header.demands()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ", "exists ", ""})
    void its_text_is_the_rule_s_own_without_the_word_before_it(String word) throws Refused {
        Requirement requirement = requirement(word + "Dmarc( result == \"fail\" )");
        assertThat(requirement.text()).isEqualTo("Dmarc( result == \"fail\" )");
        assertThat(requirement.absent()).isEqualTo(word.equals("not "));
    }

    @Test
    void a_rule_tells_its_codes_and_phrases_but_not_those_it_excludes() throws Refused {
        Rule rule = rule("exists Reply( says(\"denied\"), !says(\"spam\"), code != 530 )\n"
                + "    exists Reply( code in (550, 554) || says(\"refused\") )\n"
                + "    not Status( code == \"5.7.1\" )\n"
                + "    not Reply( says(\"blocked\"), code == 552 )");
        assertThat(rule.codes()).containsExactly("x.x.x");
        assertThat(rule.replies()).containsExactly("550", "554");
        assertThat(rule.phrases()).containsExactly("denied", "refused");
        assertThat(rule.certainty()).isEqualTo(Certainty.likely);
    }
}
