package io.rimbalzo.rule;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a rule file: {@code rules/tls.drl:16:7: there is no fact "Dmrac". Did you mean Dmarc? ...}.
 *
 * @param rule the name of the rule it stands in, or null outside of rules
 */
public record Complaint(Place place, @Nullable String rule, String message) {

    @Override
    public String toString() {
        return place + ": " + (rule == null ? "" : "rule \"" + rule + "\": ") + message;
    }
}
