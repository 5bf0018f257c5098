package io.rimbalzo.fact;

/** A bracketed fact of an answer: {@code [LastAttemptedServerName=mail.example.it]}. */
public record Detail(String name, String value, String quote) implements Fact {}
