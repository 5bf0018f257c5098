package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** One SPF result: {@code Received-SPF: Fail ...} or {@code spf=fail}. */
public record Spf(
        String result, @Nullable String domain, @Nullable String ip, String quote) implements Fact {}
