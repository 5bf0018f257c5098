package io.rimbalzo.fact;

/** What became of the recipient, as RFC 3464 writes it: {@code failed}, {@code delayed}. */
public record Action(String value, String quote) implements Fact {}
