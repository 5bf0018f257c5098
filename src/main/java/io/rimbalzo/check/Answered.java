package io.rimbalzo.check;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Facts;
import io.rimbalzo.read.Outcome;
import io.rimbalzo.read.Problem;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules answered to a case.
 *
 * @param judgements for each failed recipient; empty where there is a problem
 * @param problem    why the text could not be read, else null
 */
public record Answered(
        Case one, List<Judgement> judgements, @Nullable Problem problem) {

    /** Judges what was read of the case's text. */
    static Answered of(Case one, Outcome read, Rules rules) {
        if (read.problem() != null) {
            return new Answered(one, List.of(), read.problem());
        }
        Report report = Objects.requireNonNull(read.report(), "what has no problem has a report");
        List<Judgement> judgements = new ArrayList<>();
        Map<List<Fact>, Judgement> judged = new HashMap<>();
        for (Failure failure : report.failures()) {
            judgements.add(judged.computeIfAbsent(
                    Facts.of(report, failure, one.context()), facts -> Judgement.of(facts, rules)));
        }
        boolean nothing =
                report.format().equals(Report.NONE) && judgements.stream().anyMatch(j -> j.diagnosis() == null);
        return nothing
                ? new Answered(one, List.of(), new Problem("not-a-report", Map.of()))
                : new Answered(one, List.copyOf(judgements), null);
    }

    /** For each recipient the diagnosis, then notes and alternatives. */
    public List<List<String>> ids() {
        return judgements.stream().map(Answered::ids).toList();
    }

    static List<String> ids(Judgement judgement) {
        List<String> ids = new ArrayList<>();
        ids.add(
                judgement.diagnosis() == null
                        ? Case.NOTHING
                        : judgement.diagnosis().id());
        judgement.findings().stream().map(Diagnosis::id).forEach(ids::add);
        judgement.alternatives().stream().map(Diagnosis::id).forEach(ids::add);
        return ids;
    }

    /** The names of the rules that fired, those of rules/inference among them. */
    public Set<String> fired() {
        Set<String> fired = new HashSet<>();
        for (Judgement judgement : judgements) {
            for (Finding finding : judgement.outcome().findings()) {
                fired.add(finding.rule().name());
            }
            judgement
                    .outcome()
                    .inferred()
                    .values()
                    .forEach(reasons ->
                            reasons.forEach(because -> fired.add(because.rule().name())));
        }
        return fired;
    }
}
