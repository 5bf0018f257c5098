package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers in a report's prose that stand apart from the recipient: after {@code The response was:}, or in a transcript,
 * {@code <<< 550 5.1.1 User unknown}.
 */
final class AnswerPool {

    private static final int MOST = 200;
    private static final int LONGEST = 8_000;

    private final Anchors anchors;
    private final List<String> answers = new ArrayList<>();
    /** Which of them the other server said. */
    private final BitSet heard = new BitSet();

    private boolean responding;

    AnswerPool(Anchors anchors) {
        this.anchors = anchors;
    }

    List<String> answers() {
        return answers;
    }

    /** What follows is an answer for those above that have none yet. */
    void respond(String first) {
        responding = true;
        answers.add("");
        take(first, false);
    }

    /** A recipient ends an introduced answer, and so does an empty line below it. */
    void end(boolean emptyLine) {
        responding &= emptyLine
                && !answers.isEmpty()
                && answers.get(answers.size() - 1).isEmpty();
    }

    /** Keeps a line that belongs to no recipient: all of an introduced answer, else what is known as one or has its form. */
    void take(String line, boolean known) {
        String s = line.strip();
        int last = answers.size() - 1;
        if (responding && last >= 0) {
            boolean full = answers.get(last).length() > LONGEST;
            answers.set(last, full ? answers.get(last) : (answers.get(last) + " " + s).strip());
        } else if (answers.size() < MOST) {
            boolean transcript = s.startsWith("<<<");
            add(transcript ? s.substring(3).strip() : s, transcript, known);
        }
    }

    private void add(String answer, boolean transcript, boolean known) {
        List<Mark> marks = Mark.all(answer);
        int last = answers.size() - 1;
        if (transcript && last >= 0 && goesOn(answers.get(last), answer)) {
            answers.set(last, answers.get(last) + " " + answer);
        } else if (known || !marks.isEmpty() && marks.get(0).reply() / 100 != 2) {
            heard.set(answers.size(), transcript);
            answers.add(answer);
        }
    }

    private static boolean goesOn(String last, String answer) {
        return last.length() < LONGEST && answer.length() > 3 && last.startsWith(answer.substring(0, 3) + "-");
    }

    /** The answer that names the address, else, where any will do, the first that stands apart; or null. */
    @Nullable
    String of(String address, boolean any) {
        String key = address.isEmpty() ? "@" : address.toLowerCase(Locale.ROOT);
        String first = null;
        for (int i = 0; i < answers.size(); i++) {
            String answer = answers.get(i);
            if (answer.toLowerCase(Locale.ROOT).contains(key)) {
                return anchors.says(answer, "vague") ? heardBefore(i) : answer;
            }
            first = first == null && !answer.isEmpty() ? answer : first;
        }
        return any ? first : null;
    }

    /** Where the reporter tells no more than that the other server refused, what that one said just before. */
    private String heardBefore(int index) {
        int said = heard.previousSetBit(index);
        for (int i = said + 1; i < index; i++) {
            said = answers.get(i).indexOf('@') >= 0 ? -1 : said;
        }
        return answers.get(said < 0 ? index : said);
    }
}
