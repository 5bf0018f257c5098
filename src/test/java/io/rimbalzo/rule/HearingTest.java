package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Header;
import io.rimbalzo.fact.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingTest {

    private static final Fact STATUS = new Status("5.4.6", "554 5.4.6");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$s : Status( code == \"5.4.6\" ) Context( name == \"recipient-kind\", value == \"group\" ) | recipient-kind",
                "$s : Status( code == \"5.4.6\" ) not Context( name == \"recipient-kind\" ) | recipient-kind",
                "$s : Status( code == \"5.4.7\" ) Context( name == \"recipient-kind\", value == \"group\" ) | ''",
                "$s : Status( code == \"5.4.6\" ) Reply() Context( name == \"recipient-kind\", value == \"group\" ) | ''",
                "$s : Status( code == \"5.4.6\" ) not Header() Context( name == \"recipient-kind\", value == \"group\" ) | ''",
                "$s : Status( code == \"5.4.6\" ) Context( name == \"group-members\", number > 9 ) exists Context( name == \"recipient-kind\" ) | recipient-kind group-members",
                "$s : Status( code == \"5.4.6\", $c : code ) not Status( code != $c ) not Inferred( name == \"forwarded\" ) | forwarded",
                "$s : Status( code == \"5.4.6\" ) Inferred( name == \"forwarded\" ) Context( name == \"recipient-kind\", value == \"group\" ) | recipient-kind forwarded",
            })
    void what_could_still_be_told_is_what_the_nearly_matching_rules_ask_for(String when, String names) throws Refused {
        Rules rules = Rules.load(Good.with(when));
        Fact header = new Header("subject", "x", "Subject: x");
        assertThat(rules.hear(List.of(STATUS, header)).undecided())
                .extracting(ContextName::name)
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }

    @Test
    void what_was_told_is_not_undecided() throws Refused {
        Rules rules = Rules.load(Good.with(
                "$s : Status( code == \"5.4.6\" ) Context( name == \"recipient-kind\", value == \"group\" )"));
        assertThat(rules.hear(List.of(STATUS))
                        .with(new Context("recipient-kind", "mailbox", 0, "q"))
                        .undecided())
                .isEmpty();
    }

    @Test
    void a_count_has_the_thresholds_that_rules_set() throws Refused {
        Map<String, String> files = Good.with(
                "$s : Context( name == \"group-members\", number > 5000 ) not Context( name == \"group-members\", number >= 9000 )");
        files.put(
                "rules/post-more.drl",
                "package rules\n\n"
                        + Good.rule(
                                "post.lost (more)",
                                "likely",
                                "post.lost",
                                "@source(\"x\")",
                                "$s : Context( name == \"group-members\", number <= 100 || number == 300 ) exists Context( name == \"group-members\", number < 5001 )",
                                "$s"));
        assertThat(Rules.load(files).contexts().get("group-members"))
                .isEqualTo(new ContextName("group-members", List.of(), List.of(100, 299, 300, 5000, 8999)));
        assertThat(Rules.load(files).contexts().all())
                .extracting(ContextName::name)
                .containsExactly("recipient-kind", "group-members", "forwarded");
    }

    @Test
    void an_answer_more_gives_the_outcome_of_all_facts_together() throws Exception {
        Rules rules = Rules.load(Folders.in(Path.of("")).ruleFiles());
        Messages made = new Messages(rules.all(), 5);
        Random random = new Random(5);
        Set<Boolean> changed = new HashSet<>();
        for (int i = 0; i < 1_500; i++) {
            List<Fact> facts = new ArrayList<>(made.next());
            Hearing hearing = rules.hear(facts);
            Outcome before = hearing.outcome();
            for (int told = 0; told < 2; told++) {
                Context answer = answer(rules, random);
                facts.add(answer);
                hearing = hearing.with(answer);
            }
            Outcome all = rules.judge(facts);
            assertThat(hearing.outcome().inferred()).isEqualTo(all.inferred());
            assertThat(Oracle.lines(hearing.outcome())).as("%s", facts).isEqualTo(Oracle.lines(all));
            changed.add(!before.findings().equals(all.findings()));
        }
        assertThat(changed).containsExactlyInAnyOrder(true, false);
    }

    private static Context answer(Rules rules, Random random) {
        List<ContextName> names = List.copyOf(rules.contexts().all());
        ContextName name = names.get(random.nextInt(names.size()));
        int number = name.isNumber() ? random.nextInt(10_000) : 0;
        String value = name.isNumber()
                ? String.valueOf(number)
                : name.values().get(random.nextInt(name.values().size()));
        return new Context(name.name(), value, number, "told " + random.nextInt());
    }
}
