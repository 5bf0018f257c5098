package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To tell more never makes an answer less sure: what the server's words prove stays proven, whatever else is so. */
class MoreContextTest {

    private static final Rules RULES = Knowledge.rimbalzo().rules();

    @Test
    void no_answer_to_any_question_makes_a_diagnosis_less_sure() {
        List<String> lowered = new ArrayList<>();
        Set<List<Fact>> seen = new HashSet<>();
        for (List<Fact> all : Knowledge.facts()) {
            List<Fact> facts =
                    all.stream().filter(fact -> !(fact instanceof Context)).toList();
            Diagnosis before = seen.add(facts) ? Judgement.of(facts, RULES).diagnosis() : null;
            if (before != null) {
                told().forEach(told -> {
                    Diagnosis after = with(facts, told);
                    if (after == null || after.certainty().compareTo(before.certainty()) > 0) {
                        lowered.add(before.id() + " " + told.quote() + " " + facts);
                    }
                });
            }
        }
        assertThat(seen).hasSizeGreaterThan(800);
        assertThat(lowered).isEmpty();
    }

    @Test
    void not_to_know_something_changes_nothing() {
        for (List<Fact> facts : Knowledge.facts().subList(0, 100)) {
            Judgement judgement = Judgement.of(facts, RULES);
            for (ContextName name : RULES.contexts().all()) {
                Diagnosis untold = with(facts, Context.of(name.name(), Context.UNKNOWN));
                assertThat(untold == null ? null : untold.id())
                        .isEqualTo(
                                judgement.diagnosis() == null
                                        ? null
                                        : judgement.diagnosis().id());
            }
        }
    }

    private static Diagnosis with(List<Fact> facts, Context told) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(told);
        return Judgement.of(more, RULES).diagnosis();
    }

    private static List<Context> told() {
        List<Context> told = new ArrayList<>();
        for (ContextName name : RULES.contexts().all()) {
            name.values().forEach(value -> told.add(Context.of(name.name(), value)));
            name.thresholds().forEach(limit -> told.add(Context.of(name.name(), Integer.toString(limit + 1))));
        }
        return told;
    }
}
