package io.rimbalzo.message;

import org.jspecify.annotations.Nullable;

/**
 * An organization's own text for a report or a quota message.
 *
 * @param text     as written, with its tags
 * @param original whether the shipped words are told in its place ({@code Set-SystemMessage -Original})
 * @param file     the file it stands in, {@code i18n/system-messages_it.properties}
 * @param line     of the identity, from 1; 0 where it has not been written yet
 */
public record SystemMessage(
        Identity identity,
        String text,
        boolean original,
        @Nullable String file,
        int line) {}
