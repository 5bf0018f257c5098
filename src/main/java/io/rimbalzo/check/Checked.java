package io.rimbalzo.check;

import io.rimbalzo.guidance.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole knowledge gave: {@code 840 rules, 1111 cases, 7014 texts} and nothing to complain of.
 *
 * @param faults    in order: cases and rules, then words, by file and line
 * @param rules     how many rules there are
 * @param ran       whether the cases could be tried
 * @param answers   what the rules answered to each case; empty where they could not be tried
 * @param languages those that there are words of
 * @param spoken    the words in each of them, where they are in order
 * @param texts     how many texts there are in all languages
 */
public record Checked(
        List<Fault> faults,
        int rules,
        boolean ran,
        List<Answered> answers,
        List<String> languages,
        List<Words> spoken,
        int texts) {

    /** Those that have to be put right. */
    public List<Fault> wrong() {
        return faults.stream().filter(fault -> !fault.remark()).toList();
    }

    /** The words of a language to tell it with, or null. */
    public @Nullable Words words(String language) {
        return spoken.stream()
                .filter(words -> words.language().equals(language))
                .findFirst()
                .orElse(null);
    }
}
