package io.rimbalzo.read;

import java.util.List;
import java.util.Map;

/**
 * Tells a server's answer from the words of the person who quotes it: of
 * {@code ricevo "550 5.7.1 Unable to relay". Perché?} the server said {@code Unable to relay}, of
 * {@code errore 550 5.7.1 quando scrivo a un fornitore} nothing.
 */
final class OwnWords {

    private static final int LONGEST = 1_000;
    private static final String QUOTES = "\"\u201c\u00ab\u201e";
    private static final String ENDS = "\"\u201d\u00bb\u201c";

    private final Spoken spoken;

    OwnWords(Spoken spoken) {
        this.spoken = spoken;
    }

    /** The line up to where the answer ends that its first mark begins. */
    String cut(String line) {
        List<Mark> marks = line.length() > LONGEST ? List.of() : Mark.all(line);
        if (marks.isEmpty()) {
            return line;
        }
        Mark mark = marks.get(0);
        int close = closing(line, mark.start());
        if (close > 0) {
            return line.substring(0, close);
        }
        boolean within = isWithin(line, mark.start());
        int end = end(line, mark.end(), within, mark.reply() > 0);
        return line.substring(0, end).stripTrailing();
    }

    /** Where the server's words end that begin here; at the beginning where they are all a person's. */
    int end(String line, int from, boolean within, boolean replied) {
        boolean asked = line.stripTrailing().endsWith("?");
        int end = line.length();
        for (int i = from + 1; asked && i < end - 1; i++) {
            boolean stops = ".,;!?".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ';
            end = stops && isOwn(clause(line, i + 1), 0) ? i : end;
        }
        return isPersons(line.substring(from, end), asked, within, replied) ? from : end;
    }

    private static String clause(String line, int from) {
        int end = from;
        while (end < line.length() && ".,;!?".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(from, end);
    }

    private boolean isPersons(String after, boolean asked, boolean within, boolean replied) {
        List<String> words = Spoken.words(after);
        boolean named = words.size() < 3
                && after.indexOf(':') < 0
                && !words.isEmpty()
                && spoken.has("code-words", words.get(0));
        return named || asked && isOwn(after, 0) || within && isOwn(after, replied ? 1 : 0);
    }

    /** Whether a person asks this. */
    boolean isQuestion(String line) {
        return line.endsWith("?") && line.length() < LONGEST && isOwn(line, 0);
    }

    /** Whether the words begin as a person's do, or more than so many are of a language that servers do not speak. */
    private boolean isOwn(String text, int most) {
        List<String> words = Spoken.words(text);
        return !words.isEmpty() && (spoken.has("asking", words.get(0)) || foreign(text) > most);
    }

    /** How many words are of a language other than English, in which servers answer; 0 where English has as many. */
    private int foreign(String text) {
        Map<String, Integer> counts = spoken.counts(text);
        int most = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            most = count.getKey().equals("en") ? most : Math.max(most, count.getValue());
        }
        return most > counts.getOrDefault("en", 0) ? most : 0;
    }

    /** Whether a word stands just before, as in a sentence: {@code ricevo 550 5.7.1}. */
    private static boolean isWithin(String line, int start) {
        return start > 1 && line.charAt(start - 1) == ' ' && Plain.isLetter(line.charAt(start - 2));
    }

    /** Where the quotation ends that opens just before the mark, or -1. */
    private static int closing(String line, int start) {
        if (start == 0 || QUOTES.indexOf(line.charAt(start - 1)) < 0) {
            return -1;
        }
        for (int i = start; i < line.length(); i++) {
            boolean end = i + 1 == line.length() || !Plain.isLetterOrDigit(line.charAt(i + 1));
            if (ENDS.indexOf(line.charAt(i)) >= 0 && end) {
                return i;
            }
        }
        return -1;
    }
}
