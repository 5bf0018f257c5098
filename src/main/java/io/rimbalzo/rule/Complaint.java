package io.rimbalzo.rule;

import io.rimbalzo.report.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a rule file: {@code rules/tls.drl:16:7: there is no fact “Dmrac”. Did you mean Dmarc? ...}.
 *
 * @param rule     the name of the rule it stands in, or null outside of rules
 * @param sentence what is wrong, for {@code Words} to tell in the reader's language
 */
public record Complaint(Place place, @Nullable String rule, Sentence sentence) {

    Complaint(Place place, @Nullable String rule, String key, String... values) {
        this(place, rule, Refused.sentence(key, values));
    }

    /** The sentence in English. */
    public String message() {
        return sentence.english();
    }

    @Override
    public String toString() {
        return place + ": " + (rule == null ? "" : "rule \"" + rule + "\": ") + message();
    }
}
