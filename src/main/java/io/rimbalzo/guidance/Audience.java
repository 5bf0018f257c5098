package io.rimbalzo.guidance;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Guidance.Step;
import io.rimbalzo.guidance.Result.Told;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One recipient's part of an answer for one person only: of {@code group-owner} the owner's steps, nobody else's. */
final class Audience {

    private Audience() {}

    static Told only(Told told, String who, Words words) {
        Guidance all = told.guidance();
        if (all == null) {
            return told;
        }
        List<Step> own = all.steps().get(who);
        Guidance only = new Guidance(
                all.title(),
                all.cause(),
                all.brief(),
                Map.of(who, own != null ? own : List.of(others(told, who, words))),
                runsMail(who) ? all.admin() : null,
                all.links(),
                all.custom());
        return new Told(
                told.failure(),
                told.judgement(),
                told.permanence(),
                only,
                told.notes(),
                told.titles(),
                told.questions());
    }

    private static boolean runsMail(String who) {
        return who.endsWith("-admin");
    }

    /** That there is nothing to do, and who acts instead. */
    private static Step others(Told told, String who, Words words) {
        Diagnosis diagnosis = Objects.requireNonNull(told.judgement().diagnosis(), "guidance stands for a diagnosis");
        String responsible = diagnosis.about().responsible();
        String then = diagnosis.about().then();
        // where the responsible person has no step of their own, the next one acts
        String acts = responsible.equals(who) && then != null ? then : responsible;
        String key = acts.equals("nobody") || acts.equals(who) ? "reader.wait" : "reader.others";
        return new Step(words.say(key, Map.of("who", words.say("reader.who." + acts))), null);
    }
}
