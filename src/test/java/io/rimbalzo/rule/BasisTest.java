package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a conclusion rests on, from the patterns of its rule. */
class BasisTest {

    private static Rule rule(String when) throws Refused {
        return Rules.load(Good.with(when)).all().stream()
                .filter(rule -> rule.name().equals("post.lost (trial)"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a server's words, with and without a code beside them
                "$s : Reply( says(\"mailbox full\") ) ; TEXT",
                "$s : Notice( says(\"mailbox full\") ) ; TEXT",
                "$s : Reply( says(\"mailbox full\") ) Status( code == \"5.2.2\" ) ; CODE_AND_TEXT",
                "$s : Reply( says(\"mailbox full\") ) exists Status( within(\"x.2.x\") ) ; CODE_AND_TEXT",
                "$s : Reply( says(\"mailbox full\") ) not Status( code == \"5.2.2\" ) ; TEXT",
                "$s : Status( code == \"5.2.2\" ) not Reply( says(\"mailbox full\") ) ; CODE",
                "$s : Reply( code == 552, says(\"mailbox full\") ) ; TEXT",
                // a header's words are nobody's reason
                "$s : Header( says(\"mailbox full\") ) ; OTHER",
                // codes, from one to a whole class
                "$s : Status( code == \"5.4.6\" ) ; CODE",
                "$s : Status( code in (\"5.4.6\", \"5.4.14\") ) ; CODE",
                "$s : Status( within(\"5.4.6\") ) ; CODE",
                "$s : Status( within(\"x.4.6\") ) ; CODE",
                "$s : Status( within(\"5.7.606-649\") ) ; RANGE",
                "$s : Status( within(\"5.7.1-999\") ) ; RANGE",
                "$s : Status( within(\"5.7.0-998\") ) ; RANGE",
                "$s : Status( within(\"5.7.0-999\") ) ; CLASS",
                "$s : Status( within(\"5.7.0-1000\") ) ; CLASS",
                "$s : Status( within(\"5.7.x\") ) ; CLASS",
                "$s : Status( within(\"5.x.x\") ) ; CLASS",
                "$s : Status( within(\"5.x.1\") ) ; CLASS",
                "$s : Status() ; CLASS",
                "$s : Status( code != \"5.4.6\" ) ; CLASS",
                "$s : Status( code not in (\"5.4.6\", \"5.4.14\") ) ; CLASS",
                "$s : Reply( code == 554 ) ; CLASS",
                "$s : Header( name == \"subject\" ) ; OTHER",
                "$s : Header( name == \"subject\" ) not Status( code == \"5.4.6\" ) ; OTHER",
                // of several that must hold the narrowest, of several that may hold the broadest
                "$s : Status( within(\"5.x.x\"), within(\"5.7.606-649\") ) ; RANGE",
                "$s : Status( within(\"5.7.606-649\"), code != \"5.7.610\" ) ; RANGE",
                "$s : Status( within(\"5.7.606-649\", \"5.7.1\") ) ; RANGE",
                "$s : Status( code == \"5.4.6\" || within(\"5.7.606-649\") ) ; RANGE",
                "$s : Status( (code == \"5.4.6\" && code != \"5.4.7\") || within(\"5.x.x\") ) ; CLASS",
                "$s : Status( (code != \"5.4.7\" && within(\"5.7.606-649\")) || code == \"5.4.6\" ) ; RANGE",
                "$s : Status( within(\"5.4.x\") ) Status( code == \"5.4.6\" ) ; CODE",
                "$s : Reply( code == 554 ) Status( code == \"5.4.6\" ) ; CODE",
            })
    void words_are_firmer_than_a_code_and_a_code_than_a_range(String when, Basis basis) throws Refused {
        assertThat(rule(when).basis()).isEqualTo(basis);
    }

    @Test
    void a_rule_weighs_what_it_looks_at() throws Refused {
        assertThat(Strength.of(
                        rule("$s : Reply( says(\"full\", \"mailbox full\") ) not Notice( says(\"is almost full\") )")))
                .isEqualTo(new Strength(Basis.TEXT, 2, "mailbox full".length(), false));
        assertThat(Strength.of(rule("$s : Status( code == \"5.4.6\" ) Context( name == \"forwarded\" )")))
                .isEqualTo(new Strength(Basis.CODE, 2, 0, true));
        assertThat(Strength.of(rule("$s : Status( code == \"5.4.6\" ) not Context( name == \"forwarded\" )")))
                .isEqualTo(new Strength(Basis.CODE, 2, 0, false));
    }
}
