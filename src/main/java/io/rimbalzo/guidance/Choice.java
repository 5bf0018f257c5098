package io.rimbalzo.guidance;

import org.jspecify.annotations.Nullable;

/**
 * The language of an answer, and why it is that one: asked for {@code it-CH}, told in Italian, as asked.
 *
 * @param words   the language chosen
 * @param asked   the tag or list of tags that was asked for, as it came, or null
 * @param because who decided
 */
public record Choice(Words words, @Nullable String asked, Because because) {

    /** Whose language it is: that asked for, the report's own, the system's or, where none of these is spoken, any. */
    public enum Because {
        asked,
        report,
        system,
        fallback
    }

    /** The tag of the language with the region whose way of writing numbers and dates is followed: {@code it-CH}. */
    public String used() {
        return words.locale();
    }
}
