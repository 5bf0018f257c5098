package io.rimbalzo.fact;

import org.jspecify.annotations.Nullable;

/** The rejected recipient; {@code form} is {@code smtp}, or {@code x500} for what Outlook kept of an internal address (IMCEAEX, /o=). */
public record Recipient(String address, @Nullable String domain, String form, String quote) implements Fact {}
