package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.rule.Rules;
import org.junit.jupiter.api.Test;

/** Which rules another one never lets have the word, over a few rules of a topic of its own. */
class ShadowedTest {

    private static String says(String name, String phrase, String certainty) {
        String id = name.replaceFirst(" .*", "");
        return JudgementTest.rule(
                name, "$r : Reply( says(\"" + phrase + "\") )", "conclude." + certainty + "(\"" + id + "\", $r);");
    }

    private static final String WIDE = says("access.wide", "box is full", "certain");
    private static final String WIDEST = says("access.widest", "full", "certain");
    private static final String NARROW = says("access.narrow", "the box is full", "likely");

    private static String told(Shadowed shadowed) {
        return shadowed.rule().name() + " by " + shadowed.by().name();
    }

    @Test
    void a_rule_that_always_comes_second_is_shadowed() {
        assertThat(Shadowed.in(JudgementTest.rules(WIDE, NARROW)))
                .map(ShadowedTest::told)
                .containsExactly("access.narrow by access.wide");
    }

    @Test
    void a_rule_that_says_more_as_surely_is_not() {
        Rules rules = JudgementTest.rules(WIDE, says("access.narrow", "the box is full", "certain"));
        assertThat(rules.implied()).isNotEmpty();
        assertThat(Shadowed.in(rules)).isEmpty();
    }

    @Test
    void it_is_shadowed_by_the_one_that_has_the_word_most_surely_wherever_that_stands() {
        assertThat(Shadowed.in(JudgementTest.rules(WIDE, WIDEST, NARROW)))
                .map(ShadowedTest::told)
                .containsExactly("access.narrow by access.wide");
        assertThat(Shadowed.in(JudgementTest.rules(NARROW, WIDEST, WIDE)))
                .map(ShadowedTest::told)
                .containsExactly("access.narrow by access.wide");
    }

    @Test
    void they_come_in_the_order_of_their_lines() {
        String other = says("access.narrow (mail)", "the box is full of mail", "possible");
        assertThat(Shadowed.in(JudgementTest.rules(NARROW, other, WIDE)))
                .map(ShadowedTest::told)
                .containsExactly("access.narrow by access.wide", "access.narrow (mail) by access.wide");
        assertThat(Shadowed.in(JudgementTest.rules(WIDE, other, NARROW)))
                .map(ShadowedTest::told)
                .containsExactly("access.narrow (mail) by access.wide", "access.narrow by access.wide");
    }
}
