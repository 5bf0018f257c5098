package io.rimbalzo.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recipient that was not reached, or not yet.
 *
 * @param recipient  the rejected recipient's address, or null
 * @param action     {@code failed}, {@code delayed}, ... as RFC 3464 writes it, or null
 * @param status     the Status field of the delivery status ({@code 5.1.1}), or null where there is none
 * @param answers    the servers' answers, the outermost first: a wrapped answer ({@code ... -> 554 5.7.1 ...}) has two
 * @param servers    who made the report and who the other side was; never null
 * @param details    bracketed facts of an answer: {@code [LastAttemptedServerName=mail.example.it]}
 * @param notice     what the report's human part says of this recipient, in its own words, or null
 * @param retryUntil until when the server goes on trying ({@code Will-Retry-Until}), in the zone of the report, or
 *                   null
 * @param likeness   another address that was probably meant, or null
 */
public record Failure(
        @Nullable String recipient,
        @Nullable String action,
        @Nullable String status,
        List<Answer> answers,
        Servers servers,
        Map<String, String> details,
        @Nullable String notice,
        @Nullable OffsetDateTime retryUntil,
        @Nullable Likeness likeness) {

    public Failure {
        answers = List.copyOf(answers);
    }

    /** A failure of which only the answers are known. */
    public static Failure of(List<Answer> answers) {
        return new Failure(null, null, null, answers, Servers.UNKNOWN, Map.of(), null, null, null);
    }

    /**
     * The best status: the outermost code of the server's words whose detail is not 0, else the Status field, else
     * whatever code the words carry; null where there is none at all.
     */
    public @Nullable String bestStatus() {
        for (Answer answer : answers) {
            if (exact(answer.status())) {
                return answer.status();
            }
        }
        if (exact(status)) {
            return status;
        }
        return answers.stream()
                .map(Answer::status)
                .filter(s -> s != null)
                .findFirst()
                .orElse(status);
    }

    /** The answer that carries the best status, else the outermost one; null where no server's words are known. */
    public @Nullable Answer bestAnswer() {
        String best = bestStatus();
        return answers.stream()
                .filter(a -> best != null && best.equals(a.status()))
                .findFirst()
                .orElse(answers.isEmpty() ? null : answers.get(0));
    }

    /** Whether the code says more than its class and subject: {@code 5.7.1} does, {@code 5.0.0} does not. */
    private static boolean exact(@Nullable String code) {
        return code != null && !code.endsWith(".0");
    }
}
