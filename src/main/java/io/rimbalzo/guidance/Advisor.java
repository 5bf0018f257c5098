package io.rimbalzo.guidance;

import io.rimbalzo.guidance.Guidance.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a diagnosis into words: {@code tls.certificate-expired} to its title, cause and steps. */
public final class Advisor {

    /** In this order steps are told, but for whoever must act first. */
    public static final List<String> PEOPLE = Template.PEOPLE;

    private Advisor() {}

    /**
     * The words of a diagnosis with the values that were read.
     *
     * @param id    the diagnosis
     * @param first whose steps are told first, in this order; those unknown are null
     */
    public static Guidance advise(Words words, String id, Values values, @Nullable String... first) {
        Template template = words.template(id);
        String cause = template.cause() == null ? "" : words.say(template.cause(), values);
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        for (String who : first) {
            told(words, template, who, values, steps);
        }
        PEOPLE.forEach(who -> told(words, template, who, values, steps));
        String title = template.title() == null ? id : words.say(template.title(), values);
        return new Guidance(
                title,
                cause,
                firstSentence(cause),
                steps,
                template.admin() == null ? null : words.say(template.admin(), values),
                template.links(),
                null,
                template.foreign());
    }

    private static void told(
            Words words, Template template, @Nullable String who, Values values, Map<String, List<Step>> steps) {
        List<Template.Step> own =
                who == null || steps.containsKey(who) ? null : template.steps().get(who);
        if (own != null) {
            List<Step> told = new ArrayList<>();
            own.forEach(step -> told.add(new Step(
                    words.say(step.text(), values),
                    step.command() == null ? null : values.inCommand(step.command(), words))));
            steps.put(who, told);
        }
    }

    /** Up to the first full stop that ends a sentence: one followed by a blank and no small letter. */
    static String firstSentence(String text) {
        for (int i = 0; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '!' || c == '?')
                    && text.charAt(i + 1) == ' '
                    && !Character.isLowerCase(text.charAt(i + 2))) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }
}
