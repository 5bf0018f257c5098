package io.rimbalzo.fact;

/** The rejected address looks like a typing error of another: {@code luca@gmial.com} for {@code luca@gmail.com}. */
public record Likeness(String address, String meant, String quote) implements Fact {}
