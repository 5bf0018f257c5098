package io.rimbalzo.unexplained;

import io.rimbalzo.fact.Folded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a text tells whether another says the same: its words, with {@code #} for whatever differs from one message to
 * the next, and the codes in it. {@code 550 5.7.1 <utente1@dominio1.example>: refused} is {@code # # # refused}.
 *
 * @param words    in lower case, at most {@value #MOST_WORDS}
 * @param codes    reply and enhanced codes, as they stand
 * @param shingles hashes of each three words that follow each other
 */
record Shape(List<String> words, Set<String> codes, Set<Long> shingles) {

    static final String ANY = "#";
    private static final int MOST_WORDS = 300;
    private static final int TOGETHER = 3;

    static Shape of(String text) {
        List<String> words = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (String word : Folded.fold(text).split(" ", 0)) {
            String bare = bare(word);
            if (isStatus(bare) || words.isEmpty() && isReply(bare)) {
                codes.add(bare);
            }
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(isOfOneMessage(bare) ? ANY : word);
            }
        }
        return new Shape(List.copyOf(words), codes, shingles(words));
    }

    /** Without the signs around it; the hyphen of {@code 550-5.7.1} parts a reply code from what follows. */
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Folded.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Folded.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        int hyphen = word.indexOf('-', from);
        return hyphen == from + 3 && hyphen + 1 < to && isReply(word.substring(from, hyphen))
                ? word.substring(hyphen + 1, to)
                : word.substring(from, to);
    }

    private static boolean isOfOneMessage(String word) {
        return word.isEmpty()
                || word.indexOf('@') >= 0
                || word.endsWith(".example")
                || word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isReply(String word) {
        return word.length() == 3
                && (word.charAt(0) == '4' || word.charAt(0) == '5')
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isStatus(String word) {
        String[] parts = word.length() > 9 ? new String[0] : word.split("\\.", -1);
        boolean three = parts.length == 3 && "245".contains(parts[0]) && parts[0].length() == 1;
        return three && isNumber(parts[1]) && isNumber(parts[2]);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Set<Long> shingles(List<String> words) {
        Set<Long> shingles = new HashSet<>();
        int last = Math.max(1, words.size() - TOGETHER + 1);
        for (int i = 0; i < last; i++) {
            long hash = 1_125_899_906_842_597L;
            for (String word : words.subList(i, Math.min(words.size(), i + TOGETHER))) {
                hash = hash * 31 + word.hashCode();
                hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
            }
            shingles.add(hash);
        }
        return shingles;
    }

    /** The share of shingles that two texts have in common, from 0 to 1 (Jaccard). */
    double likeness(Shape other) {
        Set<Long> few = shingles.size() < other.shingles.size() ? shingles : other.shingles;
        Set<Long> many = few == shingles ? other.shingles : shingles;
        long common = few.stream().filter(many::contains).count();
        return (double) common / (shingles.size() + other.shingles.size() - common);
    }
}
