package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.fact.Context;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.report.Report;
import io.rimbalzo.rule.Certainty;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation: the answer so far, and what comes next. Nothing is remembered between turns: the message
 * and all that was told stand in each submission.
 *
 * @param result    the answer to what is known so far
 * @param recipient the failed recipient that is talked about, from 0: the first that is undecided
 * @param question  what to ask next; null where no answer would change the outcome
 * @param next      what to do now
 * @param handover  whether and why a person should take over; null where none needs to
 */
public record Turn(
        Result result,
        int recipient,
        @Nullable Asked question,
        Next next,
        @Nullable Handover handover) {

    /** To ask, to end with this answer, to call a person, or to ask for the text again. */
    public enum Next {
        ASK("ask"),
        DONE("done"),
        HAND_OVER("hand-over"),
        AGAIN("again");

        private final String word;

        Next(String word) {
            this.word = word;
        }

        /** As JSON writes it: {@code hand-over}. */
        public String word() {
            return word;
        }
    }

    /** The turn after all that the submission's context tells. */
    public static Turn of(Rimbalzo rimbalzo, Submission submission) {
        return of(rimbalzo, submission, Set.of());
    }

    /**
     * The same, where the person could not answer some questions.
     *
     * @param unknown their names: they are not asked again
     */
    public static Turn of(Rimbalzo rimbalzo, Submission submission, Set<String> unknown) {
        Submission whole = untold(rimbalzo, submission, unknown);
        Result result = rimbalzo.diagnose(whole);
        if (result.error() != null) {
            return again(result);
        }
        for (int i = 0; i < result.failures().size(); i++) {
            List<Asked> questions = result.failures().get(i).questions();
            if (!questions.isEmpty()) {
                return new Turn(result, i, questions.get(0), Next.ASK, null);
            }
        }
        Handover.Reason reason = result.failures().stream()
                .map(told -> reason(told, result.report()))
                .filter(Objects::nonNull)
                .min(Enum::compareTo)
                .orElse(null);
        return reason == null
                ? new Turn(result, 0, null, Next.DONE, null)
                : new Turn(result, 0, null, Next.HAND_OVER, Handover.of(reason, rimbalzo, submission, result));
    }

    /** The turn after something that cannot be read. */
    private static Turn again(Result result) {
        return new Turn(result, 0, null, Next.AGAIN, null);
    }

    /** With {@code unknown} in its context; names that the rules do not know are nothing. */
    private static Submission untold(Rimbalzo rimbalzo, Submission submission, Set<String> unknown) {
        Map<String, String> context = new HashMap<>(submission.context());
        unknown.stream()
                .filter(name -> rimbalzo.rules().contexts().get(name) != null)
                .forEach(name -> context.putIfAbsent(name, Context.UNKNOWN));
        return new Submission(submission.id(), submission.content(), context, submission.lang());
    }

    /** Why a person should take over for this recipient; null where the answer is enough. */
    private static Handover.@Nullable Reason reason(Told told, Report report) {
        Diagnosis diagnosis = told.judgement().diagnosis();
        if (diagnosis == null) {
            return report.format().equals(Report.HEADERS) ? null : Handover.Reason.unexplained;
        }
        if (diagnosis.certainty() == Certainty.possible) {
            return Handover.Reason.unsure;
        }
        List<String> acting =
                Arrays.asList(diagnosis.about().responsible(), diagnosis.about().then());
        // people can neither repair the service nor, mostly, ask its makers
        return acting.contains("service") ? Handover.Reason.service : null;
    }

    /** Whether the conversation ends here. */
    public boolean last() {
        return question == null;
    }
}
