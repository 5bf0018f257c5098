package io.rimbalzo.rule;

/**
 * What a rule's conclusions weigh, for ranking; worked out once for each rule.
 *
 * @param basis       what they rest on: code and text, text, code ...
 * @param patterns    how many patterns the rule has
 * @param phrase      the length of its longest phrase, 0 if it listens for none
 * @param asksContext whether it needs something that only a person knows
 */
public record Strength(Basis basis, int patterns, int phrase, boolean asksContext) {

    static Strength of(Rule rule) {
        return new Strength(rule.basis(), rule.patternCount(), rule.longestPhrase(), rule.asksContext());
    }
}
