package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one conclusion stands among those of a failed recipient, and why: {@code access.denied}, second, since it rests
 * on a code alone.
 *
 * @param findings all findings of this id, the best first
 * @param behind   by what it comes after the conclusion before it; null for the first
 * @param hidden   why it is not told as an alternative; null where it is told
 */
public record Standing(
        List<Finding> findings,
        @Nullable Criterion behind,
        @Nullable Hidden hidden) {

    /** The conclusions in their order, the diagnosis first; notes are none. */
    public static List<Standing> of(Judgement judgement) {
        Map<String, List<Finding>> byId = new LinkedHashMap<>();
        judgement.outcome().findings().stream()
                .filter(finding -> finding.certainty() != Certainty.note)
                .sorted(Ranking.BEST_FIRST)
                .forEach(finding -> byId.computeIfAbsent(finding.id(), id -> new ArrayList<>())
                        .add(finding));
        List<Standing> standings = new ArrayList<>();
        Finding before = null;
        Finding first = null;
        for (List<Finding> own : byId.values()) {
            Finding best = own.get(0);
            first = first == null ? best : first;
            standings.add(new Standing(
                    List.copyOf(own),
                    before == null ? null : Criterion.between(before, best),
                    before == null ? null : Ranking.hidden(best, first)));
            before = best;
        }
        return List.copyOf(standings);
    }

    public Finding best() {
        return findings.get(0);
    }

    public String id() {
        return best().id();
    }
}
