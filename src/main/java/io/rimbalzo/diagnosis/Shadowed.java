package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Implied;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule that can never give the diagnosis, since another, for something else, matches whenever it does and has the
 * word: {@code access.denied (long)} by {@code policy.refused}.
 */
public record Shadowed(Rule rule, Rule by) {

    /** Each such rule once, in the order of files and lines, with the one that has the word most surely. */
    public static List<Shadowed> in(Rules rules) {
        Map<Rule, Rule> by = new LinkedHashMap<>();
        for (Implied implied : rules.implied()) {
            if (compare(implied.by(), implied.rule(), rules) < 0) {
                by.merge(implied.rule(), implied.by(), (a, b) -> compare(a, b, rules) <= 0 ? a : b);
            }
        }
        return by.entrySet().stream()
                .map(entry -> new Shadowed(entry.getKey(), entry.getValue()))
                .toList();
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
