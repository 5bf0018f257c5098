package io.rimbalzo.http;

import io.javalin.openapi.OpenApiName;
import io.javalin.openapi.OpenApiNullable;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.SystemMessage;
import org.jspecify.annotations.Nullable;

/**
 * A system message with Exchange's own names.
 *
 * @param identity         {@code It\Internal\5.7.124}; not read where one is made
 * @param internal         for senders of the organization (true) or all others (false); absent of a quota message
 * @param dsnCode          a code or the id of a diagnosis; absent of a quota message
 * @param quotaMessageType {@code WarningMailbox}; absent of a report's text
 * @param text             at most 512 characters with the tags B, EM, BR, P and A HREF
 * @param original         whether the product's own words are told in its place
 */
@OpenApiName("SystemMessage")
public record MessageEntry(
        @OpenApiNullable @Nullable String identity,
        String language,
        @OpenApiNullable @Nullable Boolean internal,
        @OpenApiNullable @Nullable String dsnCode,
        @OpenApiNullable @Nullable String quotaMessageType,
        String text,
        @OpenApiNullable @Nullable Boolean original) {

    static MessageEntry of(SystemMessage message) {
        Identity identity = message.identity();
        boolean quota = identity.isQuota();
        return new MessageEntry(
                identity.toString(),
                identity.language(),
                quota ? null : (Boolean) (identity.audience() == Identity.Audience.INTERNAL),
                quota ? null : identity.name(),
                quota ? identity.name() : null,
                message.text(),
                message.original());
    }
}
