package io.rimbalzo.fact;

/** Who wrote the message that bounced, by its From field. */
public record Sender(String address, String domain, String quote) implements Fact {}
