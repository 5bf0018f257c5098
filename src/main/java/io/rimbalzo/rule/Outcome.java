package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import java.util.List;
import java.util.Map;

/**
 * What the rules make of the facts of one failure.
 *
 * @param findings in the order of the files, then of their lines, then of the evidence
 * @param inferred each inferred fact with all the reasons for it, in the same order
 */
public record Outcome(List<Finding> findings, Map<Inferred, List<Because>> inferred) {

    /** One reason for an inferred fact: {@code forwarded} because of {@code List-Id: <soci.example.org>}. */
    public record Because(Rule rule, List<Fact> evidence) {}
}
