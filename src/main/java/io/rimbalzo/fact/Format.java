package io.rimbalzo.fact;

/** The form of what was read: {@code dsn}, {@code exchange-classic}, {@code exchange-modern}, {@code text}, {@code code}, {@code headers}. */
public record Format(String name, String quote) implements Fact {}
