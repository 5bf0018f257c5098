package io.rimbalzo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program hands in.
 *
 * @param id      the caller's own name for it, or null
 * @param content a whole mail, a pasted text, a server's answer, headers or a bare code
 * @param context what is known beside it: {@code recipient-kind} to {@code group}
 * @param lang    the language of the answer, a tag ({@code it}, {@code it-CH}) or a list of them as in Accept-Language
 *                ({@code de-CH, it;q=0.8}), or null: the report's own, then the system's
 */
public record Submission(
        @Nullable String id,
        byte[] content,
        Map<String, String> context,
        @Nullable String lang) {

    public Submission {
        context = Map.copyOf(context);
    }

    /** A text without more: {@code Submission.of("550 5.7.124 Sender not in allowed-senders list", "it")}. */
    public static Submission of(String text, @Nullable String lang) {
        return new Submission(null, text.getBytes(StandardCharsets.UTF_8), Map.of(), lang);
    }
}
