package io.rimbalzo.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One result as RFC 8601 writes it: {@code dmarc=fail action=oreject header.from=example.it}. Received-SPF becomes one
 * too, with {@code smtp.mailfrom}, {@code client-ip} and {@code smtp.helo} among its properties.
 *
 * @param method     in lower case: spf, dkim, dmarc, compauth, arc ...
 * @param result     in lower case: pass, fail, softfail, none ...
 * @param reason     the {@code reason=} value, or null
 * @param comment    what stands in brackets after the result, or null: {@code message not signed}
 * @param properties in order, names in lower case ({@code smtp.mailfrom}, {@code header.d}, {@code action})
 * @param quote      the result as it stands in the header
 */
public record MethodResult(
        String method,
        String result,
        @Nullable String reason,
        @Nullable String comment,
        Map<String, String> properties,
        String quote) {}
