package io.rimbalzo.diagnosis;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * All findings with one id, merged: {@code tls.certificate-expired}, certain, by two rules.
 *
 * @param id       topic and name
 * @param best     the finding that ranks first: its certainty and rule count
 * @param about    what is known of the diagnosis beside its words
 * @param evidence the facts of all its findings, the best one's first
 */
public record Diagnosis(String id, Finding best, About about, List<Fact> evidence) {

    /** The findings all have one id and stand in ranking order. */
    static Diagnosis merged(List<Finding> ranked, About about) {
        List<Fact> evidence = new ArrayList<>();
        for (Finding finding : ranked) {
            for (Fact fact : finding.evidence()) {
                if (evidence.stream().noneMatch(known -> known.quote().equals(fact.quote()))) {
                    evidence.add(fact);
                }
            }
        }
        return new Diagnosis(ranked.get(0).id(), ranked.get(0), about, List.copyOf(evidence));
    }

    public Certainty certainty() {
        return best.certainty();
    }

    public Rule rule() {
        return best.rule();
    }

    public String topic() {
        return id.substring(0, id.indexOf('.'));
    }
}
