package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** Who wrote the message that bounced, by its From field. */
public record Sender(String address, @Nullable String domain, String quote) implements Fact {}
