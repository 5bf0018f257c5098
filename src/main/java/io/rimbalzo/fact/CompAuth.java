package io.rimbalzo.fact;

/** Microsoft’s composite authentication: {@code compauth=fail reason=000}. */
public record CompAuth(String result, String reason, String quote) implements Fact {}
