package io.rimbalzo.diagnosis;

import io.rimbalzo.diagnosis.Question.Option;
import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What to ask next: every possible answer is tried, and the question whose answers change most comes first. */
public final class Questions {

    private record Weighed(Question question, int weight) {}

    private Questions() {}

    /** The questions worth asking, the best first; empty where no answer would change the outcome. */
    public static List<Question> after(Judgement judgement, Rules rules) {
        List<Weighed> weighed = new ArrayList<>();
        for (ContextName name :
                judgement.hearing().undecided(finding -> Ranking.outranks(finding, judgement.diagnosis()))) {
            List<Option> options = options(name);
            int weight = weight(judgement, name.name(), options, rules);
            if (weight > 0) {
                weighed.add(new Weighed(new Question(name.name(), options), weight));
            }
        }
        weighed.sort(Comparator.comparing(Weighed::weight).reversed());
        return weighed.stream().map(Weighed::question).toList();
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
