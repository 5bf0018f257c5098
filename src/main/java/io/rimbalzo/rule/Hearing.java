package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Outcome.Because;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The facts of one failure and what the rules make of them, so that each answer to a question can be tried at little
 * cost: {@code hearing.with(Context.of("recipient-kind", "group")).outcome()}.
 */
public final class Hearing {

    private final Rules rules;
    private final List<Heard> facts;
    private final List<Match> inferences;
    private final List<Heard> inferred;
    private final List<Match> conclusions;

    private Hearing(
            Rules rules, List<Heard> facts, List<Match> inferences, List<Heard> inferred, List<Match> conclusions) {
        this.rules = rules;
        this.facts = facts;
        this.inferences = inferences;
        this.inferred = inferred;
        this.conclusions = conclusions;
    }

    static Hearing of(Rules rules, Collection<? extends Fact> facts) {
        List<Heard> heard = heard(facts, rules.asks());
        List<Match> inferences = rules.inference().all(heard);
        List<Heard> inferred = heard(inferred(inferences).keySet(), rules.asks());
        return new Hearing(
                rules, heard, inferences, inferred, rules.conclusion().all(join(heard, inferred)));
    }

    /** Equal facts are one; their quotes are compared first, since records are slow to compare. */
    private static List<Heard> heard(Collection<? extends Fact> facts, Asks asks) {
        List<Heard> heard = new ArrayList<>(facts.size());
        Set<String> quotes = new HashSet<>();
        for (Fact fact : facts) {
            boolean untold = fact instanceof Context context && context.isUnknown();
            Heard one = untold ? null : Heard.of(fact, asks);
            if (one != null
                    && (quotes.add(fact.quote())
                            || heard.stream().noneMatch(h -> h.fact().equals(fact)))) {
                heard.add(one);
            }
        }
        return heard;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** One fact for each name, with the quote of its first evidence, and all reasons. */
    private static Map<Inferred, List<Because>> inferred(List<Match> inferences) {
        Map<String, List<Because>> reasons = new LinkedHashMap<>();
        inferences.forEach(match -> reasons.computeIfAbsent(match.rule().id(), n -> new ArrayList<>())
                .add(new Because(match.rule(), match.evidence())));
        Map<Inferred, List<Because>> inferred = new LinkedHashMap<>();
        reasons.forEach((name, because) ->
                inferred.put(new Inferred(name, because.get(0).evidence().get(0).quote()), because));
        return inferred;
    }

    public Outcome outcome() {
        List<Finding> findings = conclusions.stream()
                .map(match -> finding(match.rule(), match.evidence()))
                .toList();
        return new Outcome(findings, Collections.unmodifiableMap(inferred(inferences)));
    }

    /** The same failure with one answer more; only the rules that ask for it are tried again. */
    public Hearing with(Context answer) {
        if (facts.stream().anyMatch(heard -> heard.fact().equals(answer))) {
            return this;
        }
        List<Heard> told = join(facts, heard(List.of(answer), rules.asks()));
        List<Match> again = rules.inference().again(inferences, told, answer.name());
        if (again == inferences) {
            List<Match> same = rules.conclusion().again(conclusions, join(told, inferred), answer.name());
            return new Hearing(rules, told, inferences, inferred, same);
        }
        List<Heard> other = heard(inferred(again).keySet(), rules.asks());
        return new Hearing(rules, told, again, other, rules.conclusion().all(join(told, other)));
    }

    /**
     * What a person could still tell that might change the outcome: the names that rules ask for, where all else that
     * these rules ask for is there; in the order of rules/context.tsv.
     */
    public List<ContextName> undecided() {
        return rules.open().names(join(facts, inferred), rule -> true);
    }

    /**
     * Those of them that could bring up a finding that matters.
     *
     * @param matters of a finding without evidence, whether it could change the answer
     */
    public List<ContextName> undecided(Predicate<Finding> matters) {
        return rules.open().names(join(facts, inferred), rule -> matters.test(finding(rule, List.of())));
    }

    /**
     * The rules that would have concluded something more, or more surely, but for one thing that they lacked; the
     * nearest first, and no notes. It tries every rule by hand, some milliseconds: for a person who asks why, not for every message.
     */
    public List<Nearly> nearly() {
        List<Heard> all = join(facts, inferred);
        Set<Rule> fired = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Certainty> surest = new HashMap<>();
        for (Match match : conclusions) {
            Rule rule = match.rule();
            fired.add(rule);
            surest.merge(rule.id(), certainty(rule), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        List<Nearly> nearly = new ArrayList<>();
        for (Rule rule : rules.all()) {
            Certainty known = surest.get(rule.id());
            boolean more = !rule.isInference()
                    && certainty(rule) != Certainty.note
                    && (known == null || certainty(rule).compareTo(known) < 0);
            Nearly near = more && !fired.contains(rule) ? Nearness.of(rule, rules.asks(), all) : null;
            if (near != null) {
                nearly.add(near);
            }
        }
        nearly.sort(Comparator.comparing(Nearly::nearness)
                .reversed()
                .thenComparing(near -> near.rule().name()));
        return nearly;
    }

    private static Certainty certainty(Rule rule) {
        return ((Rule.Concluding) rule.then()).certainty();
    }

    private Finding finding(Rule rule, List<Fact> evidence) {
        return new Finding(rule.id(), certainty(rule), rule, rules.strength(rule), evidence);
    }
}
