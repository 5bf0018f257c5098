package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.fact.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule files are plain DRL: whoever runs them under Drools' own compilers gets the same conclusions. */
class RulesUnderStockCompilerTest {

    @ParameterizedTest(name = "executable model: {0}")
    @ValueSource(booleans = {true, false})
    void the_rule_base_concludes_the_same(boolean model) throws Exception {
        compare(Folders.in(Path.of("")).ruleFiles(), model, 1_000);
    }

    @ParameterizedTest(name = "executable model: {0}")
    @ValueSource(booleans = {true, false})
    void made_rules_conclude_the_same(boolean model) throws Exception {
        compare(new Generate(42).rules(80), model, 500);
    }

    private static void compare(Map<String, String> files, boolean model, int messages) throws Refused {
        Rules rules = Rules.load(files);
        Messages made = new Messages(rules.all(), 2);
        try (Stock stock = new Stock(files, model)) {
            for (int i = 0; i < messages; i++) {
                List<Fact> facts = made.next();
                assertThat(Stock.lines(rules.judge(facts))).as("%s", facts).isEqualTo(stock.judge(facts));
            }
        }
    }
}
