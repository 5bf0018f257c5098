package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Servers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure with one thing added: the servers that another part of the mail names, the address that was meant. */
final class FailureWith {

    private FailureWith() {}

    static Failure recipient(Failure f, String recipient) {
        return new Failure(
                recipient,
                f.action(),
                f.status(),
                f.answers(),
                f.servers(),
                f.details(),
                f.notice(),
                f.retryUntil(),
                f.likeness());
    }

    static Failure servers(Failure f, Servers servers) {
        return new Failure(
                f.recipient(),
                f.action(),
                f.status(),
                f.answers(),
                servers,
                f.details(),
                f.notice(),
                f.retryUntil(),
                f.likeness());
    }

    static Failure answers(Failure f, List<Answer> answers) {
        return new Failure(
                f.recipient(),
                f.action(),
                f.status(),
                answers,
                f.servers(),
                f.details(),
                f.notice(),
                f.retryUntil(),
                f.likeness());
    }

    /** What a report's own words tell, where no field does. */
    static List<Failure> action(List<Failure> failures, @Nullable String action) {
        return action == null
                ? failures
                : failures.stream()
                        .map(f -> f.action() != null
                                ? f
                                : new Failure(
                                        f.recipient(),
                                        action,
                                        f.status(),
                                        f.answers(),
                                        f.servers(),
                                        f.details(),
                                        f.notice(),
                                        f.retryUntil(),
                                        f.likeness()))
                        .toList();
    }

    static Failure notice(Failure f, @Nullable String notice) {
        return new Failure(
                f.recipient(),
                f.action(),
                f.status(),
                f.answers(),
                f.servers(),
                f.details(),
                notice,
                f.retryUntil(),
                f.likeness());
    }

    static Failure likeness(Failure f, @Nullable Likeness likeness) {
        return new Failure(
                f.recipient(),
                f.action(),
                f.status(),
                f.answers(),
                f.servers(),
                f.details(),
                f.notice(),
                f.retryUntil(),
                likeness);
    }
}
