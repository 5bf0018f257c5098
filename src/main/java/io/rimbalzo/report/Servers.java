package io.rimbalzo.report;

import org.jspecify.annotations.Nullable;

/**
 * The servers that a report names.
 *
 * @param generating the server that made the report, or null
 * @param remote     the other server, where the report names one, or null
 */
public record Servers(@Nullable String generating, @Nullable String remote) {

    public static final Servers UNKNOWN = new Servers(null, null);

    /** Who refused the message: the remote server, or the generating one where the report names no remote server. */
    public @Nullable String rejecting() {
        return remote != null ? remote : generating;
    }

    /** {@code remote}, {@code generating} or, where no server is named, {@code unknown}. */
    public String rejectedBy() {
        return remote != null ? "remote" : generating != null ? "generating" : "unknown";
    }
}
