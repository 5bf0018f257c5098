package io.rimbalzo.diagnosis;

import io.rimbalzo.diagnosis.Question.Option;
import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What to ask next: every possible answer is tried, and the question whose answers change most comes first. */
public final class Questions {

    private static final String READER = "reader";
    private static final String ADMIN = "-admin";

    private record Weighed(Question question, int weight, boolean admin) {}

    private Questions() {}

    /**
     * The questions worth asking, the best first, of equal ones those that anybody can answer; empty where no answer would
     * change the outcome, or the person has said not to know.
     */
    public static List<Question> after(Judgement judgement, Rules rules) {
        List<Weighed> weighed = new ArrayList<>();
        Predicate<ContextName> answerable = answerable(judgement, rules);
        for (ContextName name :
                judgement.hearing().undecided(finding -> Ranking.outranks(finding, judgement.diagnosis()))) {
            List<Option> options = options(name);
            int weight = answerable.test(name) ? weight(judgement, name.name(), options, rules) : 0;
            if (weight > 0) {
                weighed.add(new Weighed(new Question(name.name(), options), weight, name.admin()));
            }
        }
        weighed.sort(Comparator.comparing(Weighed::weight).reversed().thenComparing(Weighed::admin));
        return weighed.stream().map(Weighed::question).toList();
    }

    /**
     * Whether this person may be able to tell. What only those who run mail know is asked of whoever reads as one of them;
     * where nobody said who reads, until there is one such thing that the person cannot tell.
     */
    private static Predicate<ContextName> answerable(Judgement judgement, Rules rules) {
        Set<String> unknown = new HashSet<>();
        String reader = null;
        for (Fact fact : judgement.facts()) {
            if (fact instanceof Context told && told.isUnknown()) {
                unknown.add(told.name());
            } else if (fact instanceof Context told && told.name().equals(READER)) {
                reader = told.value();
            }
        }
        boolean admin = reader != null
                ? reader.endsWith(ADMIN)
                : rules.contexts().all().stream().noneMatch(name -> name.admin() && unknown.contains(name.name()));
        return name -> !unknown.contains(name.name())
                && !unknown.contains(String.valueOf(name.after()))
                && (admin || !name.admin());
    }

    private static List<Option> options(ContextName name) {
        List<Option> options = new ArrayList<>();
        name.values().forEach(value -> options.add(new Option(value, null)));
        for (int limit : name.thresholds()) {
            options.add(new Option(Integer.toString(limit), limit));
            options.add(new Option(Integer.toString(limit + 1), limit));
        }
        return options;
    }

    /** How many different diagnoses the answers lead to, beside the one that stands. */
    private static int weight(Judgement judgement, String name, List<Option> options, Rules rules) {
        Set<String> outcomes = new HashSet<>();
        options.forEach(option -> outcomes.add(judgement.outcomeWith(Context.of(name, option.value()), rules)));
        outcomes.remove(judgement.summary());
        return outcomes.size();
    }
}
