package io.rimbalzo.diagnosis;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;

/**
 * Whether trying again can help.
 *
 * @param value {@code permanent}, {@code transient}, or null where neither code nor rule tells
 * @param retry {@code automatic} (the server still tries), {@code later} (send again later), {@code after-change} (only
 *              when something has been put right), {@code no}; null with value null
 */
public record Permanence(String value, String retry) {

    private static final String PERMANENT = "permanent";
    private static final String TRANSIENT = "transient";

    /** The class of the best status decides, else that of the reply, else the rule's own word. */
    public static Permanence of(Failure failure, Diagnosis diagnosis) {
        Answer answer = failure.bestAnswer();
        String value = ofClass(failure.bestStatus() != null ? failure.bestStatus().charAt(0)
                : answer != null && answer.reply() > 0 ? Character.forDigit(answer.reply() / 100, 10) : ' ');
        if (value == null) {
            value = diagnosis.about().permanence();
        }
        String own = diagnosis.about().retry();
        return new Permanence(value, own != null ? own : value == null ? null : retry(failure, value));
    }

    private static String ofClass(char statusClass) {
        return statusClass == '5' ? PERMANENT : statusClass == '4' ? TRANSIENT : null;
    }

    /** A report that says "failed" is the server's last word, even with a temporary code. */
    private static String retry(Failure failure, String value) {
        if ("delayed".equals(failure.action())) {
            return "automatic";
        }
        return value.equals(PERMANENT) ? "after-change" : "failed".equals(failure.action()) ? "later" : "automatic";
    }
}
