package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {

    private static final int MOSTLY = 90;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_engine_judges_made_rules_as_the_oracle_does(long seed) throws Refused {
        compare(new Generate(seed).rules(200), 400, seed, 60);
    }

    @Test
    void the_engine_judges_the_rule_base_as_the_oracle_does() throws Exception {
        compare(Folders.in(Path.of("")).ruleFiles(), 1_500, 1, MOSTLY);
    }

    @Test
    void the_engine_judges_every_case_as_the_oracle_does() throws Exception {
        Rules rules = Rules.load(Folders.in(Path.of("")).ruleFiles());
        Oracle oracle = new Oracle(rules.all());
        List<List<Fact>> cases = Knowledge.facts();
        assertThat(cases).hasSizeGreaterThan(1_000);
        cases.forEach(facts ->
                assertThat(Oracle.lines(rules.judge(facts))).as("%s", facts).isEqualTo(oracle.judge(facts)));
    }

    /** {@code least}: how many in a hundred rules must have matched at least once, or the comparison proves little. */
    private static void compare(Map<String, String> files, int messages, long seed, int least) throws Refused {
        Rules rules = Rules.load(files);
        Oracle oracle = new Oracle(rules.all());
        Messages made = new Messages(rules.all(), seed);
        Set<String> matched = new HashSet<>();
        for (int i = 0; i < messages; i++) {
            List<Fact> facts = made.next();
            List<String> expected = oracle.judge(facts);
            assertThat(Oracle.lines(rules.judge(facts))).as("%s", facts).isEqualTo(expected);
            expected.forEach(
                    line -> matched.add(line.substring(0, line.indexOf(" -> ")).replace("inferred ", "")));
        }
        assertThat(matched.size() * 100 / rules.all().size())
                .as("rules that matched, in a hundred")
                .isGreaterThanOrEqualTo(least);
    }
}
