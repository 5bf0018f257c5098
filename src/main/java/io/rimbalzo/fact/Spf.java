package io.rimbalzo.fact;

/** One SPF result: {@code Received-SPF: Fail ...} or {@code spf=fail}. */
public record Spf(String result, String domain, String ip, String quote) implements Fact {}
