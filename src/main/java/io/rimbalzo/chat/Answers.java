package io.rimbalzo.chat;

import io.rimbalzo.fact.Context;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Asked.Option;
import io.rimbalzo.guidance.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a person meant with an answer: {@code 2}, {@code a un gruppo}, {@code Group} and {@code /group} are a group. */
final class Answers {

    /** The value for what the person cannot tell. */
    static final String UNKNOWN = Context.UNKNOWN;

    private static final int LONGEST = 200;

    private Answers() {}

    /** The value of an option, a count where one is asked for, {@link #UNKNOWN}, or null where it is not understood. */
    static @Nullable String meant(Asked question, String said, Words words) {
        String folded = folded(said);
        if (said.length() > LONGEST) {
            return null;
        }
        if (folded.equals(UNKNOWN)
                || folded.equals(folded(words.say("chat.unknown")))
                || said.strip().equals("?")) {
            return UNKNOWN;
        }
        if (folded.isEmpty()) {
            return null;
        }
        if (question.options().stream().allMatch(option -> isNumber(option.value()))) {
            String label = labelled(question, folded);
            return label != null ? label : count(folded);
        }
        if (isNumber(folded)) {
            int n = Integer.parseInt(folded);
            return n >= 1 && n <= question.options().size()
                    ? question.options().get(n - 1).value()
                    : null;
        }
        return labelled(question, folded);
    }

    /** The one option that has this value or label, whose label begins so or holds these words; null for none or several. */
    private static @Nullable String labelled(Asked question, String folded) {
        List<Predicate<Option>> ways = List.of(
                option -> folded(option.value()).equals(folded),
                option -> folded(option.label()).equals(folded),
                option -> (folded(option.label()) + " ").startsWith(folded + " "),
                option -> (" " + folded(option.label()) + " ").contains(" " + folded + " "));
        for (Predicate<Option> way : ways) {
            List<Option> fitting = question.options().stream().filter(way).toList();
            if (fitting.size() == 1) {
                return fitting.get(0).value();
            }
        }
        return null;
    }

    /** The count in {@code 6000}, {@code about 6,000} and {@code 6 000 people}; null for none or several. */
    private static @Nullable String count(String folded) {
        StringBuilder digits = new StringBuilder();
        boolean ended = false;
        for (String word : folded.split(" ", -1)) {
            boolean number = isNumber(word);
            if (number && (ended || !digits.isEmpty() && word.length() != 3)) {
                return null;
            }
            digits.append(number ? word : "");
            ended = !digits.isEmpty() && !number;
        }
        return isNumber(digits.toString()) ? Integer.toString(Integer.parseInt(digits.toString())) : null;
    }

    /** At most nine digits, as contexts count. */
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Letters and digits in lower case, one blank between words; accents stay off, since many leave them off. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    boolean word = Character.isLetterOrDigit(c);
                    if (word || !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                        folded.append(word ? (char) c : ' ');
                    }
                });
        return folded.toString().strip();
    }
}
