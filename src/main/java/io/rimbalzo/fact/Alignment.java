package io.rimbalzo.fact;

/** Whether the domain of MAIL FROM or of a signature belongs with that of From; {@code of} is {@code mail-from} or {@code dkim}, {@code aligned} yes or no. */
public record Alignment(String of, String aligned, String domain, String fromDomain, String quote) implements Fact {}
