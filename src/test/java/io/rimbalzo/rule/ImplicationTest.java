package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the trees tell that one rule matches whenever another does, that is so. */
class ImplicationTest {

    /** What a narrow rule asks, what a wide one asks, and whether the one surely brings the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$s : Reply( says(\"the mailbox is full\") )     | $s : Reply( says(\"mailbox is full\") ) | true",
                "$s : Reply( says(\"mailbox is full\") )         | $s : Reply( says(\"mailbox is full\", \"quota\") ) | true",
                "$s : Reply( says(\"mailbox is full\", \"quota\") ) | $s : Reply( says(\"mailbox is full\") ) | false",
                "$s : Reply( says(\"mailboxes full\") )          | $s : Reply( says(\"mailbox\") ) | false",
                "$s : Reply( says(\"user x is unknown\") )       | $s : Reply( says(\"user * unknown\") ) | true",
                "$s : Reply( says(\"user * unknown\") )          | $s : Reply( says(\"user unknown\") ) | false",
                "$s : Status( code == \"5.7.26\" )               | $s : Status( within(\"5.7.x\") ) | true",
                "$s : Status( code in (\"5.7.26\", \"5.1.1\") )  | $s : Status( within(\"5.7.x\") ) | false",
                "$s : Status( within(\"5.7.606-649\") )          | $s : Status( within(\"5.7.x\") ) | true",
                "$s : Status( within(\"5.7.x\") )                | $s : Status( within(\"5.7.606-649\") ) | false",
                "$s : Status( within(\"5.7.x\") )                | $s : Status() | true",
                "$s : Reply( says(\"full box\") ) not Inferred( name == \"forwarded\" ) | $s : Reply( says(\"full box\") ) | true",
                "$s : Reply( says(\"full box\") ) | $s : Reply( says(\"full box\") ) not Inferred( name == \"forwarded\" ) | false",
                "$s : Spf( result == \"fail\" ) not Dmarc()      | $s : Spf() not Dmarc( result == \"pass\" ) | true",
                "$s : Spf( result == \"fail\" ) not Dmarc( result == \"pass\" ) | $s : Spf() not Dmarc() | false",
                "$s : Spf( result == \"fail\" )                  | $s : Spf( result != \"pass\" ) | true",
                "$s : Spf( result == \"fail\" )                  | $s : Spf( result not in (\"pass\", \"fail\") ) | false",
                "$s : Spf( $d : domain ) Dmarc( headerFrom == $d ) | $s : Spf( $d : domain ) Dmarc( headerFrom == $d ) | true",
                "$s : Spf( $d : domain ) Dmarc( headerFrom != $d ) | $s : Spf( $d : domain ) Dmarc( headerFrom == $d ) | false",
                "$s : Reply( says(\"full box\") ) Reply( says(\"try later\") ) | $s : Reply( says(\"full box\"), says(\"try later\") ) | false",
                "$s : Reply( says(\"full box\"), says(\"try later\") ) | $s : Reply( says(\"full box\") ) Reply( says(\"try later\") ) | true",
                "$s : Reply( !says(\"full\"), says(\"box is\") )  | $s : Reply( !says(\"box is full\") ) | true",
                "$s : Reply( !says(\"box is full\"), says(\"box is\") ) | $s : Reply( !says(\"full\") ) | false",
                "$s : Dkim( reason == \"no key for it\" )         | $s : Dkim( says(\"no key\") ) | true",
            })
    void one_rule_brings_another(String narrow, String wide, boolean expected) throws Refused {
        Map<String, String> files = Good.with(narrow);
        files.put(
                "rules/letter.drl",
                "package rules\n\n"
                        + Good.rule(
                                "letter.torn",
                                "likely",
                                "letter.torn",
                                "@source(\"a\") @responsible(\"sender\") @category(\"policy\")",
                                wide,
                                "$s"));
        Rules rules = Rules.load(files);
        assertThat(rules.implied().stream()
                        .anyMatch(one -> one.rule().name().equals("post.lost (trial)")
                                && one.by().name().equals("letter.torn")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void in_made_rules_and_messages_it_is_so(long seed) throws Refused {
        Rules rules = Rules.load(new Generate(seed).rules(200));
        Messages made = new Messages(rules.all(), seed);
        List<Implied> implied = rules.implied();
        Set<String> tried = new TreeSet<>();
        for (int i = 0; i < 400; i++) {
            tried.addAll(holds(implied, rules, made.next()));
        }
        assertThat(tried).as("pairs whose narrow rule some message fires").isNotEmpty();
    }

    @Test
    void in_the_rule_base_and_its_cases_it_is_so() throws Exception {
        Rules rules = Rules.load(Folders.in(Path.of("")).ruleFiles());
        List<Implied> implied = rules.implied();
        Set<String> tried = new TreeSet<>();
        for (List<Fact> facts : Knowledge.facts()) {
            tried.addAll(holds(implied, rules, facts));
        }
        assertThat(implied).hasSizeGreaterThan(100);
        assertThat(tried).as("pairs whose narrow rule some case fires").hasSizeGreaterThan(100);
    }

    private static Set<String> holds(List<Implied> implied, Rules rules, List<Fact> facts) {
        Set<String> fired = rules.judge(facts).findings().stream()
                .map(finding -> finding.rule().name())
                .collect(Collectors.toSet());
        Set<String> tried = new TreeSet<>();
        for (Implied one : implied) {
            if (fired.contains(one.rule().name())) {
                assertThat(fired)
                        .as("%s brings %s", one.rule(), one.by())
                        .contains(one.by().name());
                tried.add(one.rule().name() + " > " + one.by().name());
            }
        }
        return tried;
    }
}
