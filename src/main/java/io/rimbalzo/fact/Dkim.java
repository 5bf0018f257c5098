package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** One {@code dkim=} result, for each signature; {@code reason} is the comment: {@code no key for signature}. */
public record Dkim(
        String result, @Nullable String domain, @Nullable String reason, String quote) implements Fact {

    /** Whether the text has any of the phrases, at word boundaries; {@code *} stands for whatever lies between. */
    public boolean says(String... phrases) {
        return Folded.says(reason, phrases);
    }
}
