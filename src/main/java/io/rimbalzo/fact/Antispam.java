package io.rimbalzo.fact;

/** One pair of X-Forefront-Antispam-Report: {@code SFV:SPM}. */
public record Antispam(String field, String value, String quote) implements Fact {}
