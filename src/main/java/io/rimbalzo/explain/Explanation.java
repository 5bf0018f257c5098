package io.rimbalzo.explain;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@code 5.7.124}, {@code access.group-large} or {@code mailbox full}, without any message.
 *
 * @param what    as asked
 * @param words   the language it is told in
 * @param entries what it can mean; what the machine answers where nothing else is known stands first
 * @param others  what the words that were asked for stand in, the best first
 * @param message a sentence on what is not known, or null
 * @param near    what may have been meant: codes or ids
 */
public record Explanation(
        String what,
        Kind kind,
        Words words,
        List<Entry> entries,
        List<Entry> others,
        @Nullable String message,
        List<String> near) {

    /** What was asked for. */
    public enum Kind {
        CODE,
        REPLY,
        ID,
        TEXT
    }

    /**
     * One diagnosis.
     *
     * @param certainty of what was asked for, or, of an id, the best that any of its rules gives
     * @param grounds   its rules, those that speak of what was asked for first
     */
    public record Entry(String id, About about, Certainty certainty, Guidance guidance, List<Ground> grounds) {

        public Entry {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * One rule that concludes it.
     *
     * @param named whether the rule speaks of what was asked for
     */
    public record Ground(Rule rule, Certainty certainty, boolean named) {}

    public Explanation {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
        near = List.copyOf(near);
    }

    /** Whether anything is known of it. */
    public boolean found() {
        return !entries.isEmpty() || !others.isEmpty();
    }
}
