package io.rimbalzo.mask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and subjects that were read and may stand anywhere in a text: {@code Mario Rossi}, {@code Preventivo di maggio}. */
final class Names {

    private static final int MOST = 300;
    private static final int LONGEST = 250;

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private int count;

    /** A name and what stands for it. */
    private record Name(String text, String standIn) {}

    /** A name found in a text: where it ends, and its stand-in. */
    record Found(int end, String standIn) {}

    void add(String text, String standIn) {
        String name = text.strip();
        String first = firstWord(name, 0);
        if (!first.isEmpty() && name.length() <= LONGEST && count < MOST) {
            count++;
            byFirstWord.computeIfAbsent(first, f -> new ArrayList<>()).add(new Name(name, standIn));
        }
    }

    /** The longest name that begins here, at the start of a word; null where none does. */
    @Nullable
    Found at(String text, int from) {
        if (count == 0) {
            return null;
        }
        Found found = null;
        for (Name name : byFirstWord.getOrDefault(firstWord(text, from), List.of())) {
            int end = from + name.text.length();
            boolean whole = end <= text.length()
                    && text.regionMatches(true, from, name.text, 0, name.text.length())
                    && isEnd(text, end);
            if (whole && (found == null || end > found.end)) {
                found = new Found(end, name.standIn);
            }
        }
        return found;
    }

    /** Whether a word ends here, and no host's name or address goes on. */
    private static boolean isEnd(String text, int end) {
        boolean last = end + 1 >= text.length() || !Tokens.isPart(text.charAt(end + 1));
        return end == text.length()
                || text.charAt(end) != '@' && (!Tokens.isPart(text.charAt(end)) || last && !isWord(text, end));
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }

    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 40 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
