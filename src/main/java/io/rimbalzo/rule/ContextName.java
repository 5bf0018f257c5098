package io.rimbalzo.rule;

import java.util.List;

/**
 * One thing that a person or a program can tell beside the message: {@code recipient-kind}, of which it may be
 * {@code mailbox}, {@code group} ...; or a count, {@code group-members}.
 *
 * @param values     what it can be, in the order of rules/context.tsv; empty for a count
 * @param thresholds of a count: the highest numbers of the ranges that rules tell apart, ascending; {@code > 5000} and
 *                   {@code <= 5000} give 5000, {@code >= 5000} and {@code < 5000} give 4999
 */
public record ContextName(String name, List<String> values, List<Integer> thresholds) {

    public boolean isNumber() {
        return values.isEmpty();
    }
}
