package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Servers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report's text tells of one recipient.
 *
 * @param recipient or null
 * @param answer    the server's words as they stand there, wrappers included; empty where there are none
 * @param answers   the same, read
 * @param servers   never null
 * @param notice    what the report says in its own words, or null
 * @param status    a code that stands apart from the answer, or null
 * @param who       who must act, as the modern report shows it: sender, service, recipient; or null
 */
record Found(
        @Nullable String recipient,
        String answer,
        List<Answer> answers,
        Servers servers,
        @Nullable String notice,
        @Nullable String status,
        @Nullable String who) {

    static Found of(@Nullable String recipient, String answer, Servers servers, @Nullable String notice) {
        return new Found(recipient, answer, AnswerText.read(answer), servers, notice, null, null);
    }
}
