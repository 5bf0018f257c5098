package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Header;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final Fact STATUS = new Status("5.4.14", "550 5.4.14 Hop count exceeded");
    private static final Fact LIST = new Header("list-id", "<soci.example.org>", "List-Id: <soci.example.org>");

    @Test
    void a_finding_tells_its_rule_and_shows_its_evidence() throws Refused {
        Outcome outcome = Rules.load(Good.files()).judge(List.of(STATUS, LIST));
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("post.lost");
            assertThat(finding.certainty()).isEqualTo(Certainty.certain);
            assertThat(finding.evidence()).containsExactly(STATUS);
            assertThat(finding.rule().place()).isEqualTo(new Place("rules/post.drl", 4));
            assertThat(finding.rule().source()).isEqualTo("a page, row 5.4.14");
        });
    }

    @Test
    void what_is_known_of_a_diagnosis_stands_on_its_base_rule() throws Refused {
        Rules rules = Rules.load(Good.with("$s : Status( within(\"5.4.x\") )"));
        Rule base = rules.all().stream()
                .filter(r -> r.name().equals("post.lost"))
                .findFirst()
                .orElseThrow();
        assertThat(rules.about())
                .containsExactly(Map.entry(
                        "post.lost",
                        new About(
                                "post.lost",
                                "sender-admin",
                                "recipient-admin",
                                "routing-loop",
                                "permanent",
                                "after-change",
                                base)));
        assertThat(rules.all())
                .extracting(Rule::dialect)
                .extracting(d -> d.orElse("-"))
                .containsExactly("-", "-", "trial", "-");
    }

    @Test
    void one_fact_is_inferred_for_a_name_with_all_reasons() throws Refused {
        Fact told = new Context("forwarded", "yes", 0, "forwarded=yes");
        Outcome outcome = Rules.load(Good.files()).judge(List.of(told, LIST));
        assertThat(outcome.inferred()).hasSize(1).containsKey(new Inferred("forwarded", LIST.quote()));
        assertThat(outcome.inferred().values().iterator().next())
                .extracting(b -> b.rule().name(), b -> b.evidence().get(0))
                .containsExactly(
                        tuple("forwarded by a mailing list", LIST), tuple("forwarded, as the sender says", told));
    }

    @Test
    void the_rules_judge_a_closed_world_after_inference() throws Refused {
        Rules rules =
                Rules.load(Good.with("$s : Status( code == \"5.4.6\" )\n    not Inferred( name == \"forwarded\" )"));
        Fact status = new Status("5.4.6", "554 5.4.6 Loop");
        assertThat(rules.judge(List.of(status)).findings()).hasSize(1);
        assertThat(rules.judge(List.of(status, LIST)).findings()).isEmpty();
        assertThat(rules.judge(List.of(LIST, status)).findings()).isEmpty();
    }

    @Test
    void equal_facts_are_one_and_others_come_in_their_order() throws Refused {
        Rules rules = Rules.load(Good.with("$s : Reply( says(\"loop\") )"));
        List<Fact> replies =
                List.of(new Reply(554, "a loop", "b"), new Reply(550, "loop", "a"), new Reply(554, "a loop", "b"));
        assertThat(rules.judge(replies).findings())
                .extracting(f -> f.evidence().get(0))
                .containsExactly(replies.get(0), replies.get(1));
        assertThat(rules.judge(List.of()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "$s : Reply( says(\"hop count\") ) exists Status( within(\"5.4.x\") ) -> CODE_AND_TEXT -> 2 -> 9",
                "$s : Notice( says(\"loop\", \"a mail loop\") ) -> TEXT -> 1 -> 11",
                "$s : Reply( code == 554, !says(\"loop\") ) not Status( code == \"5.4.6\" ) -> CLASS -> 2 -> 0",
                "$s : Reply( code == 554 && !says(\"loops\"), says(\"loop\") ) -> TEXT -> 1 -> 4",
                "$s : Status( code in (\"5.4.6\", \"5.4.14\") ) not Reply( says(\"something else\") ) -> CODE -> 2 -> 0",
                "$s : Status( within(\"x.4.6\") ) -> CODE -> 1 -> 0",
                "$s : Status( within(\"5.4.6\", \"5.4.10-20\") ) -> RANGE -> 1 -> 0",
                "$s : Status( code == \"5.4.6\" || within(\"5.4.10-20\") ) -> RANGE -> 1 -> 0",
                "$s : Status( within(\"5.4.10-20\") && code != \"5.4.14\" ) -> RANGE -> 1 -> 0",
                "$s : Status( within(\"5.4.x\") ) -> CLASS -> 1 -> 0",
                "$s : Status( within(\"5.4.0-999\") ) -> CLASS -> 1 -> 0",
                "$s : Status( code != \"5.4.6\" ) -> CLASS -> 1 -> 0",
                "$s : Reply( code == 554 ) -> CLASS -> 1 -> 0",
                "$s : Dkim( says(\"no key\") ) -> OTHER -> 1 -> 6",
                "$s : Server( role == \"remote\" ) not Status( code == \"5.4.6\" ) -> OTHER -> 2 -> 0",
            })
    void a_rule_rests_on_the_firmest_thing_that_it_asks_for(String when, Basis basis, int patterns, int longest)
            throws Refused {
        Rule rule = Rules.load(Good.with(when)).all().stream()
                .filter(r -> r.dialect().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(rule.basis()).isEqualTo(basis);
        assertThat(rule.patternCount()).isEqualTo(patterns);
        assertThat(rule.longestPhrase()).isEqualTo(longest);
    }

    @Test
    void many_threads_may_ask_at_once() throws Exception {
        Rules rules = Rules.load(new Generate(3).rules(100));
        Messages made = new Messages(rules.all(), 3);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<Fact> facts = made.next();
            List<String> expected = Oracle.lines(rules.judge(facts));
            tasks.add(() -> Oracle.lines(rules.judge(facts)).equals(expected));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
