package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Outcome.Because;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts of one failure and what the rules make of them, so that each answer to a question can be tried at little
 * cost: {@code hearing.with(Context.of("recipient-kind", "group")).outcome()}.
 */
public final class Hearing {

    private final Rules rules;
    private final List<Heard> facts;
    private final List<Match> inferences;
    private final List<Heard> all;
    private final List<Match> conclusions;

    private Hearing(Rules rules, List<Heard> facts, List<Match> inferences, List<Heard> all, List<Match> conclusions) {
        this.rules = rules;
        this.facts = facts;
        this.inferences = inferences;
        this.all = all;
        this.conclusions = conclusions;
    }

    static Hearing of(Rules rules, Collection<? extends Fact> facts) {
        List<Heard> heard = heard(facts, rules.asks());
        List<Match> inferences = rules.inference().all(heard);
        List<Heard> all = join(heard, heard(inferred(inferences).keySet(), rules.asks()));
        return new Hearing(rules, heard, inferences, all, rules.conclusion().all(all));
    }

    /** Equal facts are one; their quotes are compared first, since records are slow to hash on a cold start. */
    private static List<Heard> heard(Collection<? extends Fact> facts, Asks asks) {
        List<Heard> heard = new ArrayList<>();
        Map<String, List<Fact>> known = new HashMap<>();
        for (Fact fact : facts) {
            List<Fact> same = known.computeIfAbsent(fact.quote(), q -> new ArrayList<>(1));
            if (!same.contains(fact) && Vocabulary.MAIL.of(fact) != null) {
                same.add(fact);
                heard.add(Heard.of(fact, asks));
            }
        }
        return heard;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** One fact for each name, with the quote of its first evidence, and all reasons. */
    private static Map<Inferred, List<Because>> inferred(List<Match> inferences) {
        Map<String, List<Because>> reasons = new LinkedHashMap<>();
        inferences.forEach(match -> reasons.computeIfAbsent(match.rule().id(), n -> new ArrayList<>())
                .add(new Because(match.rule(), match.evidence())));
        Map<Inferred, List<Because>> inferred = new LinkedHashMap<>();
        reasons.forEach((name, because) -> inferred.put(new Inferred(name, because.get(0).evidence().get(0).quote()), because));
        return inferred;
    }

    public Outcome outcome() {
        List<Finding> findings = conclusions.stream().map(match -> new Finding(match.rule().id(),
                ((Rule.Concluding) match.rule().then()).certainty(), match.rule(), match.evidence())).toList();
        return new Outcome(findings, Collections.unmodifiableMap(inferred(inferences)));
    }

    /** The same failure with one answer more; only the rules that ask for it are tried again. */
    public Hearing with(Context answer) {
        List<Heard> told = join(facts, List.of(Heard.of(answer, rules.asks())));
        List<Match> inferences = rules.inference().again(this.inferences, told, answer.name());
        List<Heard> inferred = heard(inferred(inferences).keySet(), rules.asks());
        List<Heard> all = join(told, inferred);
        boolean same = inferred.stream().map(Heard::fact).toList().equals(this.all.subList(facts.size(), this.all.size()).stream().map(Heard::fact).toList());
        return new Hearing(rules, told, inferences, all,
                same ? rules.conclusion().again(conclusions, all, answer.name()) : rules.conclusion().all(all));
    }

    /**
     * What a person could still tell that might change the outcome: the names that rules ask for, where all else that
     * these rules ask for is there; in the order of rules/context.tsv.
     */
    public List<ContextName> undecided() {
        return rules.open().names(all);
    }
}
