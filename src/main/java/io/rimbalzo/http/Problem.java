package io.rimbalzo.http;

import io.javalin.openapi.OpenApiNullable;
import io.rimbalzo.guidance.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it, {@code application/problem+json}.
 *
 * @param type       {@code urn:rimbalzo:problem:too-large}
 * @param title      what it is, in the language asked for
 * @param status     the same as of the response
 * @param detail     a sentence for a person: what was read, and what was possible instead
 * @param instance   the path asked for; absent where it could not be read
 * @param code       for programs: {@code too-large}
 * @param violations each thing wrong with a system message
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @OpenApiNullable @Nullable String instance,
        String code,
        @OpenApiNullable @Nullable List<Violation> violations) {

    static final String TYPE = "application/problem+json";

    static Problem of(
            Words words,
            int status,
            String code,
            String detail,
            @Nullable String instance,
            List<Violation> violations) {
        return new Problem(
                "urn:rimbalzo:problem:" + code,
                words.say("http.title." + code),
                status,
                detail,
                instance,
                code,
                violations.isEmpty() ? null : violations);
    }
}
