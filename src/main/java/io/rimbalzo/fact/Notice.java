package io.rimbalzo.fact;

/** What the human part of a report says of a recipient: {@code Your message wasn’t delivered because ...}. */
public record Notice(String text, String quote) implements Fact {

    /** Whether the text has any of the phrases, at word boundaries; {@code *} stands for whatever lies between. */
    public boolean says(String... phrases) {
        return Folded.says(text, phrases);
    }
}
