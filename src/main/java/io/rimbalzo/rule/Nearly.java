package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that would have fired but for one thing: {@code 550 not authorised to send to the group} for a rule that listens
 * for {@code not authorized to send to the group}.
 *
 * @param pattern   the one that no fact satisfied, or, where it must not be there, that one did
 * @param condition what its fact lacked, of several phrases the nearest alone; null where the whole pattern is meant
 * @param fact      the fact that lacked it, or that stood in the way; null where there is none
 * @param seen      what satisfied the other patterns
 * @param nearness  for the order, the greater the nearer
 */
public record Nearly(
        Rule rule,
        Pattern pattern,
        @Nullable Condition condition,
        @Nullable Fact fact,
        List<Fact> seen,
        double nearness) {}
