package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Implied;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule that can never give the diagnosis, since another, for something else, matches whenever it does and has the
 * word: {@code access.denied (long)} by {@code policy.refused}.
 */
public record Shadowed(Rule rule, Rule by) {

    /** Each such rule once, with the one that has the word most surely. */
    public static List<Shadowed> in(Rules rules) {
        Map<Rule, Rule> by = new LinkedHashMap<>();
        for (Implied implied : rules.implied()) {
            if (compare(implied.by(), implied.rule(), rules) < 0) {
                by.merge(implied.rule(), implied.by(), (a, b) -> compare(a, b, rules) <= 0 ? a : b);
            }
        }
        List<Shadowed> shadowed = new ArrayList<>();
        by.forEach((rule, other) -> shadowed.add(new Shadowed(rule, other)));
        shadowed.sort(Comparator.comparing((Shadowed s) -> s.rule.place().file())
                .thenComparing(s -> s.rule.place().line()));
        return shadowed;
    }

    private static int compare(Rule a, Rule b, Rules rules) {
        return Ranking.BEST_FIRST.compare(finding(a, rules), finding(b, rules));
    }

    private static Finding finding(Rule rule, Rules rules) {
        return new Finding(
                rule.id(),
                Objects.requireNonNull(rule.certainty(), "it finds a diagnosis"),
                rule,
                rules.strength(rule),
                List.of());
    }
}
