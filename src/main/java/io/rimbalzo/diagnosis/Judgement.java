package io.rimbalzo.diagnosis;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Hearing;
import io.rimbalzo.rule.Outcome;
import io.rimbalzo.rule.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one failed recipient.
 *
 * @param diagnosis    the one that ranks first, or null where nothing was concluded
 * @param findings     what contributes, without being the diagnosis
 * @param alternatives what else may be meant, the best first
 * @param facts        what was judged
 * @param hearing      what the rules made of them; answers to questions can be tried on it
 */
public record Judgement(
        @Nullable Diagnosis diagnosis,
        List<Diagnosis> findings,
        List<Diagnosis> alternatives,
        List<Fact> facts,
        Hearing hearing) {

    /** Judges the facts of one failed recipient and of the whole message. */
    public static Judgement of(List<Fact> facts, Rules rules) {
        return of(facts, rules.hear(facts), rules);
    }

    private static Judgement of(List<Fact> facts, Hearing hearing, Rules rules) {
        List<Diagnosis> ranked = Ranking.rank(hearing.outcome().findings(), rules);
        List<Diagnosis> notes = ranked.stream().filter(Ranking::isNote).toList();
        List<Diagnosis> conclusions =
                ranked.stream().filter(d -> !Ranking.isNote(d)).toList();
        if (conclusions.isEmpty()) {
            return new Judgement(null, notes, List.of(), List.copyOf(facts), hearing);
        }
        Diagnosis best = conclusions.get(0);
        List<Diagnosis> others = conclusions.stream()
                .skip(1)
                .filter(d -> Ranking.worthTelling(d, best))
                .toList();
        return new Judgement(best, notes, others, List.copyOf(facts), hearing);
    }

    /** Which rules fired on what. */
    public Outcome outcome() {
        return hearing.outcome();
    }

    /** The diagnosis if the person told one thing more, as id and certainty; empty where there is none. */
    String outcomeWith(Context answer, Rules rules) {
        return of(facts, hearing.with(answer), rules).summary();
    }

    String summary() {
        return diagnosis == null ? "" : diagnosis.id() + " " + diagnosis.certainty();
    }
}
