package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block list that an answer names: {@code zen.spamhaus.org} of {@code blocked using zen.spamhaus.org}, by the words of
 * {@code anchor.listing} and {@code anchor.listed-by}.
 */
final class BlockList {

    private final Spoken spoken;

    BlockList(Spoken spoken) {
        this.spoken = spoken;
    }

    /** The failure, its answers with the block lists that they name. */
    Failure in(Failure failure) {
        List<Answer> answers = new ArrayList<>(failure.answers());
        answers.replaceAll(answer -> {
            String name = namedIn(answer.text());
            return name == null ? answer : answer.naming(name);
        });
        return answers.equals(failure.answers()) ? failure : FailureWith.answers(failure, answers);
    }

    /** The name, in lower case, or null: a host's name right after "using", "listed in" ..., anywhere after "blocked" ... */
    @Nullable
    String namedIn(String text) {
        boolean listed = false;
        String before = "";
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && !OneLine.isSpace(text.charAt(end))) {
                end++;
            }
            String word = bare(text, at, end);
            if (listed && isHost(word) && spoken.has("listed-by", before)) {
                return word;
            }
            listed |= spoken.fits("listing", word);
            before = word;
            at = end + 1;
        }
        return null;
    }

    /** Without the brackets and marks around it, in lower case. */
    private static String bare(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && !Plain.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Plain.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            word.append(Plain.fold(text.charAt(i)));
        }
        return word.toString();
    }

    /** Letters, digits, hyphens and dots, with a last label of letters: no address, no link, no IP address. */
    private static boolean isHost(String word) {
        int dot = word.lastIndexOf('.');
        if (dot <= 0 || word.length() - dot <= 2) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i > dot || !Plain.isDigit(c) && c != '.' && c != '-')) {
                return false;
            }
        }
        return true;
    }
}
