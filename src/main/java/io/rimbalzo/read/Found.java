package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Servers;
import java.util.List;

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
        String recipient,
        String answer,
        List<Answer> answers,
        Servers servers,
        String notice,
        String status,
        String who) {

    static Found of(String recipient, String answer, Servers servers, String notice) {
        return new Found(recipient, answer, AnswerText.read(answer), servers, notice, null, null);
    }
}
