package io.rimbalzo.fact;

/** One {@code arc=} result: {@code arc=pass (i=1)}. */
public record Arc(String result, String quote) implements Fact {}
