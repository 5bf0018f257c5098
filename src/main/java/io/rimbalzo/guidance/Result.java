package io.rimbalzo.guidance;

import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer to one input, in one language.
 *
 * @param id       the caller's own name for the input, or null
 * @param language the language it is told in
 * @param report   what was read; of format none, without failures, where there is an error
 * @param error    why there is no answer, or null
 * @param failures one for each failed or delayed recipient
 */
public record Result(
        @Nullable String id,
        Choice language,
        Report report,
        @Nullable Error error,
        List<Told> failures) {

    /** An answer in a language that was not asked for. */
    public Result(@Nullable String id, Words words, Report report, @Nullable Error error, List<Told> failures) {
        this(id, new Choice(words, null, Choice.Because.system), report, error, failures);
    }

    /** The language it is told in. */
    public Words words() {
        return language.words();
    }

    /** A sentence for whoever asked: {@code not-a-report}, "There is neither an error code nor ...". */
    @SuppressWarnings("JavaLangClash") // answers call it so
    public record Error(String code, String message) {}

    /** A finding in words. */
    public record Note(String id, String title, String cause) {}

    /** A question in words; the options' values are what to say as context. */
    public record Asked(String id, String text, List<Option> options) {

        /** One answer to choose. */
        public record Option(String value, String label) {}
    }

    /**
     * One recipient's part of the answer.
     *
     * @param permanence whether trying again can help; null without a diagnosis
     * @param guidance   the diagnosis in words; null without a diagnosis
     * @param notes      the findings' words, by id
     * @param titles     the alternatives' titles, by id
     */
    public record Told(
            Failure failure,
            Judgement judgement,
            @Nullable Permanence permanence,
            @Nullable Guidance guidance,
            List<Note> notes,
            Map<String, String> titles,
            List<Asked> questions) {}

    /** Whether every recipient got a diagnosis, or there is rightly none: headers on which nothing is wrong. */
    public boolean answered() {
        return error == null
                && failures.stream()
                        .allMatch(told -> told.judgement().diagnosis() != null
                                || report.format().equals(Report.HEADERS));
    }

    /**
     * The same answer with only what concerns one person: {@code sender}, {@code sender-admin}, {@code recipient},
     * {@code recipient-admin} or {@code group-owner}. Where nothing is to be done by that person, the only step says so and
     * who acts instead.
     */
    public Result forReader(String who) {
        return new Result(
                id,
                language,
                report,
                error,
                failures.stream().map(told -> Audience.only(told, who, words())).toList());
    }
}
