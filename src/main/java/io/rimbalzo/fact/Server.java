package io.rimbalzo.fact;

/** A server that a report names; {@code role} is {@code generating}, {@code remote} or {@code rejecting}. */
public record Server(String role, String name, String domain, String quote) implements Fact {}
