package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Basis;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Rules;
import io.rimbalzo.rule.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which finding has the word. */
final class Ranking {

    /**
     * Certainty first; then what the conclusion rests on (code and text, text, code, a range, a class of codes); then
     * more patterns, the longer phrase and, so that the order is always the same, the id.
     */
    static final Comparator<Finding> BEST_FIRST = Arrays.stream(Criterion.values())
            .map(criterion -> criterion.order)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    private Ranking() {}

    /** One diagnosis for each id, the best first; notes come last, whatever they rest on. */
    static List<Diagnosis> rank(List<Finding> findings, Rules rules) {
        Map<String, List<Finding>> byId = new LinkedHashMap<>();
        findings.stream()
                .sorted(BEST_FIRST)
                .forEach(f ->
                        byId.computeIfAbsent(f.id(), id -> new ArrayList<>()).add(f));
        List<Diagnosis> ranked = new ArrayList<>();
        byId.forEach((id, own) -> ranked.add(
                Diagnosis.merged(own, Objects.requireNonNull(rules.about().get(id), id))));
        return ranked;
    }

    /** Whether an alternative is worth telling beside the diagnosis. */
    static boolean worthTelling(Diagnosis alternative, Diagnosis diagnosis) {
        return hidden(alternative.best(), diagnosis.best()) == null;
    }

    /**
     * Why an alternative is not told beside the diagnosis; null where it is. One that rests on nothing but a broader code
     * is a fallback; a more general one of the same topic has been decided by what the person told.
     */
    static @Nullable Hidden hidden(Finding alternative, Finding diagnosis) {
        Strength own = alternative.strength();
        Strength best = diagnosis.strength();
        if (restsOnCode(own.basis()) || restsOnLittle(alternative)) {
            if (own.basis().compareTo(best.basis()) > 0) {
                return Hidden.BROADER;
            }
            if (alternative.certainty().compareTo(diagnosis.certainty()) > 0) {
                return Hidden.WEAKER;
            }
        }
        boolean decided =
                best.asksContext() && !own.asksContext() && topic(alternative).equals(topic(diagnosis));
        return decided ? Hidden.DECIDED : null;
    }

    private static String topic(Finding finding) {
        return finding.id().substring(0, finding.id().indexOf('.'));
    }

    private static boolean restsOnCode(Basis basis) {
        return basis == Basis.CODE || basis == Basis.RANGE || basis == Basis.CLASS;
    }

    /** A bare possibility that neither words nor code nor the person speak for: there is a report, and no more. */
    private static boolean restsOnLittle(Finding finding) {
        Strength strength = finding.strength();
        return strength.basis() == Basis.OTHER && finding.certainty() == Certainty.possible && !strength.asksContext();
    }

    /** Whether a finding would have the word in place of the diagnosis, which may be null. */
    static boolean outranks(Finding finding, @Nullable Diagnosis diagnosis) {
        return finding.certainty() != Certainty.note
                && (diagnosis == null || BEST_FIRST.compare(finding, diagnosis.best()) < 0);
    }

    static boolean isNote(Diagnosis diagnosis) {
        return diagnosis.certainty() == Certainty.note;
    }
}
