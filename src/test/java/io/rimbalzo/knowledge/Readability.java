package io.rimbalzo.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How hard a text is to read, by the index of its language: 100 is a child's book, 0 cannot be read. */
final class Readability {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,\\-][\\p{L}\\p{N}]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:;](?=\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyáàéèíìóòúù]+");

    private Readability() {}

    /**
     * Gulpease, made for Italian (GULP, 1988): 89 + (300 sentences - 10 letters) / words. Under 80 it is hard for whoever
     * has an elementary school's education, under 60 a middle school's, under 40 a high school's.
     */
    static double gulpease(String text) {
        List<String> words = words(text);
        int letters = words.stream().mapToInt(String::length).sum();
        return 89 + (300.0 * sentences(text) - 10.0 * letters) / words.size();
    }

    /** Flesch's reading ease for English: over 60 is plain English, under 30 is for graduates. */
    static double flesch(String text) {
        List<String> words = words(text);
        int syllables = words.stream().mapToInt(Readability::syllables).sum();
        return 206.835 - 1.015 * words.size() / sentences(text) - 84.6 * syllables / words.size();
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /** As many as have an end; a colon and a semicolon end a thought too. */
    static int sentences(String text) {
        return Math.max(1, (int) SENTENCE_END.matcher(text).results().count());
    }

    private static int syllables(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        Matcher vowels = VOWELS.matcher(lower);
        int count = 0;
        while (vowels.find()) {
            count++;
        }
        boolean silent = lower.endsWith("e") && !lower.endsWith("le") && count > 1;
        return Math.max(1, silent ? count - 1 : count);
    }
}
