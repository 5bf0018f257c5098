package io.rimbalzo.diagnosis;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.rule.About;
import org.jspecify.annotations.Nullable;

/**
 * Whether trying again can help.
 *
 * @param value {@code permanent}, {@code transient}, or null where neither code nor rule tells
 * @param retry {@code automatic} (the server still tries), {@code later} (send again later), {@code after-change} (only
 *              when something has been put right), {@code no}; null with value null
 */
public record Permanence(@Nullable String value, @Nullable String retry) {

    private static final String PERMANENT = "permanent";
    private static final String TRANSIENT = "transient";

    /**
     * The class of the best status decides, else that of the reply, else the rule's own word, else what became of the
     * message: a server that has given up does not try again.
     */
    public static Permanence of(Failure failure, Diagnosis diagnosis) {
        Answer answer = failure.bestAnswer();
        String value = ofClass(
                failure.bestStatus() != null
                        ? failure.bestStatus().charAt(0)
                        : answer != null ? Character.forDigit(answer.reply() / 100, 10) : ' ');
        if (value == null) {
            value = diagnosis.about().permanence();
        }
        if (value == null && failure.action() != null) {
            value = "delayed".equals(failure.action())
                    ? TRANSIENT
                    : "failed".equals(failure.action()) ? PERMANENT : null;
        }
        return new Permanence(
                value, value == null ? diagnosis.about().retry() : retry(failure, value, diagnosis.about()));
    }

    private static @Nullable String ofClass(char statusClass) {
        return statusClass == '5' ? PERMANENT : statusClass == '4' ? TRANSIENT : null;
    }

    /** A report that says "failed" is the server's last word, even with a temporary code. */
    private static String retry(Failure failure, String value, About about) {
        String own = about.retry();
        boolean stillTrying =
                "delayed".equals(failure.action()) || value.equals(TRANSIENT) && !"failed".equals(failure.action());
        if (stillTrying && !"no".equals(own)) {
            return "automatic";
        }
        if (own != null && !own.equals("automatic")) {
            return own;
        }
        // where nobody must act there is nothing to change: waiting is the advice
        return value.equals(PERMANENT) && !"nobody".equals(about.responsible()) ? "after-change" : "later";
    }
}
