package io.rimbalzo;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.report.Report;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one failure, for whoever counts: {@code recipient-restricted}, {@code certain}.
 *
 * @param category  null where no rule explains it
 * @param certainty null where no rule explains it
 */
public record Verdict(@Nullable String category, @Nullable String certainty) {

    /** One for each failure; none for headers on which nothing is wrong. */
    public static List<Verdict> of(Result result) {
        return result.failures().stream()
                .map(told -> Optional.ofNullable(told.judgement().diagnosis()))
                .filter(diagnosis ->
                        diagnosis.isPresent() || !result.report().format().equals(Report.HEADERS))
                .map(diagnosis -> diagnosis.map(Verdict::of).orElse(new Verdict(null, null)))
                .toList();
    }

    private static Verdict of(Diagnosis diagnosis) {
        return new Verdict(diagnosis.about().category(), diagnosis.certainty().name());
    }
}
