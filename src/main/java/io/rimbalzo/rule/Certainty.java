package io.rimbalzo.rule;

/** How sure a conclusion is, the surest first; the names are the verbs of the rules: {@code conclude.likely(...)}. */
public enum Certainty {
    certain,
    likely,
    possible,
    note
}
