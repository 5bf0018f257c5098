package io.rimbalzo.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page may link to: {@code https://...}, {@code http://...}, {@code mailto:...}, and nothing else. */
final class WebAddress {

    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

    private WebAddress() {}

    /** The address, stripped; null where it must stay a text: another scheme, or a character no address has. */
    static @Nullable String safe(String url) {
        String stripped = url == null ? "" : url.strip();
        boolean known =
                SCHEMES.stream().anyMatch(scheme -> stripped.regionMatches(true, 0, scheme, 0, scheme.length()));
        return known && stripped.chars().allMatch(WebAddress::mayStand) ? stripped : null;
    }

    /** Printable ASCII but for what RFC 3986 has no place for. */
    private static boolean mayStand(int c) {
        return c > ' ' && c < 0x7F && "\"<>\\^`{|}'".indexOf(c) < 0;
    }
}
