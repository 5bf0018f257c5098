package io.rimbalzo.fact;

/** Any other header field; the name is in lower case. */
public record Header(String name, String value, String quote) implements Fact {

    /** Whether the text has any of the phrases, at word boundaries; {@code *} stands for whatever lies between. */
    public boolean says(String... phrases) {
        return Folded.says(value, phrases);
    }
}
