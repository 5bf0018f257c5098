package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of single words, given as data: {@code anchor.words = che, il, non, ...} tell a language,
 * {@code anchor.asking}, {@code anchor.code-words}, {@code anchor.version-words} what a person means beside a code,
 * {@code anchor.reporters} who writes reports, {@code anchor.listing}, {@code anchor.listed-by} that a block list follows.
 */
final class Spoken {

    private static final Set<String> LISTS =
            Set.of("words", "personal", "asking", "code-words", "version-words", "reporters", "listing", "listed-by");
    private static final int LONGEST = 4_000;
    private static final int FEW = 12;

    /** Of so many words at least one must be known: a text that is none has some by chance. */
    private static final int MOST_PER_KNOWN = 16;

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, List<String>> languages = new HashMap<>();

    static boolean isList(String role) {
        return LISTS.contains(role);
    }

    void add(String language, String role, String words) {
        for (String each : words.split(",", 0)) {
            String word = each.strip();
            String list = role.equals("personal") ? role + "." + language : role;
            lists.computeIfAbsent(list, r -> new HashSet<>()).add(word);
            if (role.equals("words")) {
                languages.computeIfAbsent(word, w -> new ArrayList<>()).add(language);
            }
        }
    }

    /** Whether some language has this word, in lower case, in a list. */
    boolean has(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word);
    }

    /** Whether some language has a word's beginning or end, {@code block*}, {@code *bl}, in a list. */
    boolean fits(String list, String word) {
        for (String part : lists.getOrDefault(list, Set.of())) {
            boolean end = part.startsWith("*");
            if (end ? word.endsWith(part.substring(1)) : word.startsWith(part.substring(0, part.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text, in lower case, holds one of a list. */
    boolean holds(String list, String text) {
        for (String word : lists.getOrDefault(list, Set.of())) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** How many of a language's words a text has; English's are not those of a person where servers answer in it. */
    Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        words(text)
                .forEach(
                        word -> languages.getOrDefault(word, List.of()).forEach(l -> counts.merge(l, 1, Integer::sum)));
        return counts;
    }

    /** The language of the clear majority of known words; null where none has it. */
    @Nullable
    String language(String text) {
        Map<String, Integer> counts = counts(text);
        String best = null;
        int most = 0;
        boolean clear = false;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            clear = count.getValue() > most || clear && count.getValue() < most;
            best = count.getValue() > most ? count.getKey() : best;
            most = Math.max(most, count.getValue());
        }
        int all = words(text).size();
        return clear && (most > 1 || all <= FEW) && most * MOST_PER_KNOWN >= all ? best : null;
    }

    /** The same, but null for a language in which servers write too, as long as no word is a person's. */
    @Nullable
    String personalLanguage(String text) {
        String language = language(text);
        Set<String> personal = language == null ? Set.of() : lists.getOrDefault("personal." + language, Set.of());
        return personal.isEmpty() || words(text).stream().anyMatch(personal::contains) ? language : null;
    }

    /** The words in lower case; {@code mail.example.it}, {@code 5.7.1} and the like are none. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int length = Math.min(text.length(), LONGEST);
        for (int at = 0; at < length; ) {
            int end = at;
            while (end < length && !OneLine.isSpace(text.charAt(end))) {
                end++;
            }
            token(text, at, end, words);
            at = end + 1;
        }
        return words;
    }

    private static void token(String text, int from, int to, List<String> words) {
        int start = from;
        int end = to;
        while (start < end && !Plain.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Plain.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int before = words.size();
        StringBuilder word = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = Plain.fold(text.charAt(i));
            if (Plain.isLetter(c)) {
                word.append(c);
            } else if (c == '\'' && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                words.subList(before, words.size()).clear();
                return;
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
    }
}
