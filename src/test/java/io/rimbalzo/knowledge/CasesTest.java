package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases beside the rules: each is answered exactly, and together they fire every rule. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> each_case_is_answered_exactly() {
        return Knowledge.cases().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.place() + " " + one.title(),
                        () -> assertThat(Knowledge.ids(Knowledge.answer(one)))
                                .as(one.place() + ": " + one.title())
                                .isEqualTo(one.expect())));
    }

    @Test
    void every_rule_is_fired_by_some_case() {
        Set<String> fired = new TreeSet<>();
        Knowledge.cases().forEach(one -> fired.addAll(Knowledge.fired(Knowledge.answer(one))));
        List<String> silent = Knowledge.rimbalzo().rules().all().stream()
                .filter(rule -> !fired.contains(rule.name()))
                .map((Rule rule) -> rule.place() + ": " + rule.name())
                .toList();
        assertThat(silent).as("rules that no case fires").isEmpty();
    }
}
