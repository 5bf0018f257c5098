package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Basis;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Rules;
import io.rimbalzo.rule.Strength;
import java.util.ArrayList;
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
    static final Comparator<Finding> BEST_FIRST = Comparator.comparing(Finding::certainty)
            .thenComparing(finding -> finding.strength().basis())
            .thenComparing(finding -> finding.strength().patterns(), Comparator.reverseOrder())
            .thenComparing(finding -> finding.strength().phrase(), Comparator.reverseOrder())
            .thenComparing(Finding::id)
            .thenComparing(finding -> finding.rule().name());

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

    /**
     * Whether an alternative is worth telling beside the diagnosis. One that rests on nothing but a broader code is a
     * fallback; a more general one of the same topic has been decided by what the person told.
     */
    static boolean worthTelling(Diagnosis alternative, Diagnosis diagnosis) {
        Strength own = alternative.best().strength();
        Strength best = diagnosis.best().strength();
        boolean fallback = restsOnCode(own.basis()) || restsOnLittle(alternative);
        boolean broader = own.basis().compareTo(best.basis()) > 0;
        boolean weaker = alternative.certainty().compareTo(diagnosis.certainty()) > 0;
        boolean decided =
                best.asksContext() && !own.asksContext() && alternative.topic().equals(diagnosis.topic());
        return !(fallback && (broader || weaker)) && !decided;
    }

    private static boolean restsOnCode(Basis basis) {
        return basis == Basis.CODE || basis == Basis.RANGE || basis == Basis.CLASS;
    }

    /** A bare possibility that neither words nor code nor the person speak for: there is a report, and no more. */
    private static boolean restsOnLittle(Diagnosis diagnosis) {
        Strength strength = diagnosis.best().strength();
        return strength.basis() == Basis.OTHER
                && diagnosis.certainty() == Certainty.possible
                && !strength.asksContext();
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
