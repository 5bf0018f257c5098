package io.rimbalzo.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Received field: {@code from a.example.it by b.example.it with ESMTPS; Tue, 3 Nov 2026 09:15:58 +0000}.
 *
 * @param at           when, or null
 * @param from         the host that handed the message over, or null
 * @param ip           its address, where the field tells it, or null
 * @param by           the host that took it, or null
 * @param with         the protocol, or null
 * @param delaySeconds seconds since the hop before, or null where a time is missing
 * @param quote        the field as written, unfolded
 */
public record Hop(
        @Nullable Instant at,
        @Nullable String from,
        @Nullable String ip,
        @Nullable String by,
        @Nullable String with,
        @Nullable Long delaySeconds,
        String quote) {}
