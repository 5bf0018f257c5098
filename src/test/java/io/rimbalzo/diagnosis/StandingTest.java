package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reasons given for an order are the reasons for that order, on every case of the rules. */
class StandingTest {

    private static final List<Judgement> JUDGEMENTS = new ArrayList<>();

    @BeforeAll
    static void judge() {
        Knowledge.facts()
                .forEach(facts ->
                        JUDGEMENTS.add(Judgement.of(facts, Knowledge.rimbalzo().rules())));
        assertThat(JUDGEMENTS).hasSizeGreaterThan(500);
    }

    @Test
    void the_first_is_the_diagnosis_and_those_not_hidden_are_the_alternatives() {
        for (Judgement judgement : JUDGEMENTS) {
            List<Standing> standings = Standing.of(judgement);
            if (judgement.diagnosis() == null) {
                assertThat(standings).isEmpty();
                continue;
            }
            assertThat(standings.get(0).best()).isEqualTo(judgement.diagnosis().best());
            assertThat(standings.get(0).hidden()).isNull();
            assertThat(standings.stream()
                            .skip(1)
                            .filter(s -> s.hidden() == null)
                            .map(Standing::id))
                    .containsExactlyElementsOf(
                            judgement.alternatives().stream().map(Diagnosis::id).toList());
        }
    }

    @Test
    void each_comes_after_the_one_before_by_what_is_said() {
        Set<Criterion> met = EnumSet.noneOf(Criterion.class);
        for (Judgement judgement : JUDGEMENTS) {
            List<Standing> standings = Standing.of(judgement);
            for (int i = 1; i < standings.size(); i++) {
                Finding first = standings.get(i - 1).best();
                Finding second = standings.get(i).best();
                Criterion behind = standings.get(i).behind();
                met.add(behind);
                boolean holds = switch (behind) {
                    case CERTAINTY -> first.certainty().compareTo(second.certainty()) < 0;
                    case BASIS ->
                        first.certainty() == second.certainty()
                                && first.strength()
                                                .basis()
                                                .compareTo(second.strength().basis())
                                        < 0;
                    case PATTERNS ->
                        first.strength().basis() == second.strength().basis()
                                && first.strength().patterns()
                                        > second.strength().patterns();
                    case PHRASE ->
                        first.strength().patterns() == second.strength().patterns()
                                && first.strength().phrase() > second.strength().phrase();
                    case ID ->
                        first.strength().phrase() == second.strength().phrase()
                                && first.id().compareTo(second.id()) < 0;
                    case RULE -> false;
                };
                assertThat(holds)
                        .as(first.id() + " before " + second.id() + " by " + behind)
                        .isTrue();
                assertThat(Ranking.BEST_FIRST.compare(first, second)).isNegative();
            }
        }
        assertThat(met).contains(Criterion.CERTAINTY, Criterion.BASIS, Criterion.PATTERNS);
    }

    @Test
    void what_is_hidden_is_hidden_for_what_is_said() {
        Set<Hidden> met = EnumSet.noneOf(Hidden.class);
        for (Judgement judgement : JUDGEMENTS) {
            List<Standing> standings = Standing.of(judgement);
            for (Standing standing : standings) {
                if (standing.hidden() == null) {
                    continue;
                }
                met.add(standing.hidden());
                Finding best = standings.get(0).best();
                Finding own = standing.best();
                switch (standing.hidden()) {
                    case BROADER ->
                        assertThat(own.strength().basis())
                                .isGreaterThan(best.strength().basis());
                    case WEAKER -> assertThat(own.certainty()).isGreaterThan(best.certainty());
                    case DECIDED -> {
                        assertThat(best.strength().asksContext()).isTrue();
                        assertThat(own.id())
                                .startsWith(best.id().substring(0, best.id().indexOf('.') + 1));
                    }
                }
            }
        }
        assertThat(met).contains(Hidden.BROADER, Hidden.DECIDED);
    }
}
