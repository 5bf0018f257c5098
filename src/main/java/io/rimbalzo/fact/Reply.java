package io.rimbalzo.fact;

/** What a server answered: {@code 550 5.7.1 Access denied}; {@code code} is 0 where the answer carries none. */
public record Reply(int code, String text, String quote) implements Fact {

    /** Whether the text has any of the phrases, at word boundaries; {@code *} stands for whatever lies between. */
    public boolean says(String... phrases) {
        return Folded.says(text, phrases);
    }
}
