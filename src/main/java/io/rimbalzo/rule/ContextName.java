package io.rimbalzo.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person or a program can tell beside the message: {@code recipient-kind}, of which it may be
 * {@code mailbox}, {@code group} ...; or a count, {@code group-members}.
 *
 * @param values     what it can be, in the order of rules/context.tsv; empty for a count
 * @param thresholds of a count: the highest numbers of the ranges that rules tell apart, ascending; {@code > 5000} and
 *                   {@code <= 5000} give 5000, {@code >= 5000} and {@code < 5000} give 4999
 * @param after      what must be known first: who cannot tell the {@code recipient-kind} is not asked how large the
 *                   group is; null for nothing
 * @param admin      whether only those who run mail can tell
 */
public record ContextName(
        String name,
        List<String> values,
        List<Integer> thresholds,
        @Nullable String after,
        boolean admin) {

    /** One that anybody may be asked, at any time. */
    public ContextName(String name, List<String> values, List<Integer> thresholds) {
        this(name, values, thresholds, null, false);
    }

    public boolean isNumber() {
        return values.isEmpty();
    }

    /** The same with other values and thresholds. */
    ContextName with(List<String> others, List<Integer> found) {
        return new ContextName(name, List.copyOf(others), List.copyOf(found), after, admin);
    }
}
