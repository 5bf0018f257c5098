package io.rimbalzo.diagnosis;

import io.rimbalzo.rule.Finding;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What the order of findings looks at, the weightiest first: {@code likely} comes before {@code possible}, whatever they rest on. */
public enum Criterion {
    CERTAINTY(Comparator.comparing(Finding::certainty)),
    BASIS(Comparator.comparing(finding -> finding.strength().basis())),
    PATTERNS(Comparator.comparing((Finding finding) -> finding.strength().patterns())
            .reversed()),
    PHRASE(Comparator.comparing((Finding finding) -> finding.strength().phrase())
            .reversed()),
    ID(Comparator.comparing(Finding::id)),
    RULE(Comparator.comparing(finding -> finding.rule().name()));

    @SuppressWarnings("ImmutableEnumChecker") // each compares what it is handed, and keeps nothing
    final Comparator<Finding> order;

    Criterion(Comparator<Finding> order) {
        this.order = order;
    }

    /** The first by which one finding comes before the other; null where they are of the same rule. */
    static @Nullable Criterion between(Finding first, Finding second) {
        for (Criterion criterion : values()) {
            if (criterion.order.compare(first, second) != 0) {
                return criterion;
            }
        }
        return null;
    }
}
