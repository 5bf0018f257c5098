package io.rimbalzo.diagnosis;

/** Why a conclusion is not told beside the diagnosis. */
public enum Hidden {
    /** It rests on a broader code, {@code 5.7.x} beside {@code 5.7.124}, or on a code beside a server's words. */
    BROADER,
    /** It rests on a code alone, and less surely. */
    WEAKER,
    /** What the person told has chosen the particular one of the same topic. */
    DECIDED
}
