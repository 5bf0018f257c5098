package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** Microsoft’s composite authentication: {@code compauth=fail reason=000}. */
public record CompAuth(String result, @Nullable String reason, String quote) implements Fact {}
