package io.rimbalzo.fact;

/** One Received field; {@code delaySeconds} since the hop before, 0 where unknown. */
public record Hop(String from, String by, String with, int delaySeconds, String quote) implements Fact {}
