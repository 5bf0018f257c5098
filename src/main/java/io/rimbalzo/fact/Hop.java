package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** One Received field; {@code delaySeconds} since the hop before, 0 where unknown. */
public record Hop(
        @Nullable String from,
        @Nullable String by,
        @Nullable String with,
        int delaySeconds,
        String quote) implements Fact {}
