package io.rimbalzo.read;

import io.rimbalzo.report.Report;
import org.jspecify.annotations.Nullable;

/** What came of reading: a report, or the problem that prevented it; the other one is null. */
public record Outcome(@Nullable Report report, @Nullable Problem problem) {

    static Outcome of(Report report) {
        return new Outcome(report, null);
    }

    static Outcome of(Problem problem) {
        return new Outcome(null, problem);
    }
}
