package io.rimbalzo.rule;

import io.rimbalzo.fact.Folded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of a phrase a text has, in words and in order: {@code user is unknown} has all of {@code user unknown}. */
final class Overlap {

    /** Of a longer text only the beginning is looked at. */
    private static final int MOST_WORDS = 400;

    private static final int GAP = 2;

    private Overlap() {}

    /** From 0 to 1, how much of a phrase a text, which may be null, has. */
    static double of(String text, String phrase) {
        if (text == null) {
            return 0;
        }
        String[] all = words(Folded.fold(text));
        String[] words = all.length > MOST_WORDS ? Arrays.copyOf(all, MOST_WORDS) : all;
        Set<String> known = new HashSet<>(Arrays.asList(words));
        String[] wanted = words(phrase);
        boolean any = Arrays.stream(wanted).anyMatch(known::contains);
        return any ? (double) inOrder(words, wanted) / wanted.length : 0;
    }

    /** The phrase of which the text has most. */
    static String nearest(String text, List<String> phrases) {
        String nearest = phrases.get(0);
        double most = 0;
        for (String phrase : phrases) {
            double here = of(text, phrase);
            if (here > most) {
                most = here;
                nearest = phrase;
            }
        }
        return nearest;
    }

    /** Without the signs around them; {@code resolver.rst.authrequired} is one word. */
    private static String[] words(String text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Folded.isLetterOrDigit(c)) {
                from = from < 0 ? i : from;
                to = i + 1;
            } else if ((c == ' ' || c == '*') && from >= 0) {
                words.add(text.substring(from, to));
                from = -1;
            }
        }
        return words.toArray(String[]::new);
    }

    /** The most words of a phrase in their order within one stretch of the text, little longer than the phrase. */
    private static int inOrder(String[] text, String[] phrase) {
        int most = 0;
        for (int from = 0; from < text.length; from++) {
            int to = Math.min(text.length, from + phrase.length + GAP);
            int[] row = new int[phrase.length + 1];
            for (int i = from; i < to; i++) {
                int diagonal = 0;
                for (int j = 1; j <= phrase.length; j++) {
                    int above = row[j];
                    row[j] = text[i].equals(phrase[j - 1]) ? diagonal + 1 : Math.max(above, row[j - 1]);
                    diagonal = above;
                }
            }
            most = Math.max(most, row[phrase.length]);
        }
        return most;
    }
}
