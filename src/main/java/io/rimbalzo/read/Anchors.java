package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a report's parts are known in each language, given as data: {@code anchor.generating.1 =
 * Generating server:}, {@code anchor.title.1 = Your message to * couldn't be delivered}. A {@code :} at the end must
 * stand in the line too; {@code *} is what lies between, or before.
 */
public final class Anchors {

    private static final String KEY = "anchor.";
    /** Roles of words that may stand anywhere in a sentence. */
    private static final Set<String> ANYWHERE = Set.of("delayed", "gave-up", "vague");

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_HEAD = 300;

    private final FirstLetters byHead = new FirstLetters();
    private final FirstLetters byTail = new FirstLetters();
    private final FirstLetters anywhere = new FirstLetters();
    private final Spoken spoken = new Spoken();

    /**
     * What a line was known by.
     *
     * @param role     {@code generating}, {@code title} ...
     * @param language of the words
     * @param rest     what follows the words or, where they have a {@code *}, what stands in its place
     */
    record Hit(String role, String language, String rest) {

        boolean is(String... roles) {
            for (String each : roles) {
                if (each.equals(role)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Anchors by the letter that must be met first: most lines are then done with at once. */
    private static final class FirstLetters {
        private final Map<Character, List<Anchor>> letters = new HashMap<>();
        private final List<List<Anchor>> ascii = new ArrayList<>(Collections.nCopies(128, List.of()));

        void add(char letter, Anchor anchor) {
            List<Anchor> same = letters.computeIfAbsent(letter, c -> new ArrayList<>());
            same.add(anchor);
            if (letter < 128) {
                ascii.set(letter, same);
            }
        }

        List<Anchor> get(char letter) {
            return letter < 128 ? ascii.get(letter) : letters.getOrDefault(letter, List.of());
        }
    }

    private record Anchor(
            String role,
            String language,
            String head,
            @Nullable String tail,
            boolean colon) {}

    private Anchors() {}

    /**
     * The anchors of all languages.
     *
     * @param words for each language the keys and phrases of its file
     */
    public static Anchors of(Map<String, Map<String, String>> words) {
        Anchors anchors = new Anchors();
        words.forEach((language, phrases) -> phrases.forEach((key, phrase) -> anchors.add(language, key, phrase)));
        return anchors;
    }

    private void add(String language, String key, String phrase) {
        String name = key.startsWith(KEY) ? key.substring(KEY.length()) : key;
        int dot = name.lastIndexOf('.');
        String role = dot > 0 && Plain.isDigit(name.charAt(name.length() - 1)) ? name.substring(0, dot) : name;
        String folded = folded(phrase);
        if (Spoken.isList(role)) {
            spoken.add(language, role, folded);
            return;
        }
        boolean colon = folded.endsWith(":");
        String words = colon ? folded.substring(0, folded.length() - 1).stripTrailing() : folded;
        int star = words.indexOf('*');
        String head = star < 0 ? words : words.substring(0, star).stripTrailing();
        String tail = star < 0 ? null : words.substring(star + 1).strip();
        Anchor anchor = new Anchor(role, language, head, tail, colon);
        if (ANYWHERE.contains(role)) {
            anywhere.add(head.charAt(0), anchor);
        } else if (tail != null && head.isEmpty()) {
            byTail.add(tail.charAt(0), anchor);
        } else {
            byHead.add(head.charAt(0), anchor);
        }
    }

    /** The words that tell a language, and what a person means beside a code. */
    Spoken spoken() {
        return spoken;
    }

    private static String folded(String phrase) {
        StringBuilder out = new StringBuilder();
        for (char c : OneLine.of(Plain.text(phrase)).toCharArray()) {
            out.append(Plain.fold(c));
        }
        return out.toString();
    }

    /** What the line is known by, the longest words first; null where no anchor fits. */
    @Nullable
    Hit match(String line) {
        if (line.length() > LONGEST_LINE) {
            return null;
        }
        int start = 0;
        while (start < line.length() && " \t*>-=#_|+~\u2022".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        if (start == line.length()) {
            return null;
        }
        Hit best = null;
        int longest = 0;
        for (Anchor anchor : byHead.get(Plain.fold(line.charAt(start)))) {
            int length = anchor.head.length() + (anchor.tail == null ? 0 : anchor.tail.length());
            Hit hit = length > longest ? match(anchor, line, start) : null;
            best = hit == null ? best : hit;
            longest = hit == null ? longest : length;
        }
        return best != null ? best : matchOpen(line, start);
    }

    /** Whether a text has words of a role anywhere, whatever its line ends: {@code has not yet been delivered}. */
    boolean says(String text, String role) {
        for (int i = 0; i < text.length(); i++) {
            boolean begins = i == 0 || !isWord(text.charAt(i - 1));
            for (Anchor anchor : begins ? anywhere.get(Plain.fold(text.charAt(i))) : List.<Anchor>of()) {
                if (anchor.role.equals(role) && match(anchor, text, i) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Hit matchOpen(String line, int start) {
        int last = Math.min(line.length(), start + LONGEST_HEAD);
        for (int i = line.indexOf(' ', start) + 1; i > 0 && i < last; i = line.indexOf(' ', i) + 1) {
            for (Anchor anchor : byTail.get(Plain.fold(line.charAt(i)))) {
                if (anchor.tail != null
                        && end(line, anchor.tail, i) > 0
                        && (!anchor.colon || line.indexOf(':', i) > 0)) {
                    return new Hit(
                            anchor.role,
                            anchor.language,
                            line.substring(start, i).strip());
                }
            }
        }
        return null;
    }

    private static @Nullable Hit match(Anchor anchor, String line, int start) {
        int end = end(line, anchor.head, start);
        if (end < 0 || end < line.length() && isWord(line.charAt(end)) && isWord(line.charAt(end - 1))) {
            return null;
        }
        if (anchor.tail != null) {
            int tail = anchor.tail.isEmpty() ? line.length() : indexOf(line, anchor.tail, end);
            return tail < 0
                    ? null
                    : new Hit(
                            anchor.role,
                            anchor.language,
                            line.substring(end, tail).strip());
        }
        while (end < line.length() && " \t*_".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        boolean colon = end < line.length() && (line.charAt(end) == ':' || line.charAt(end) == '\uff1a');
        if (anchor.colon && !colon) {
            return null;
        }
        return new Hit(anchor.role, anchor.language, plain(line.substring(colon ? end + 1 : end)));
    }

    /** Without the marks of bold type, which may close after the colon: {@code *Generating server:* mbx.example.it}. */
    private static String plain(String rest) {
        int start = 0;
        while (start < rest.length() && (rest.charAt(start) == '*' || rest.charAt(start) == '_')) {
            start++;
        }
        return rest.substring(start).strip();
    }

    private static boolean isWord(char c) {
        return Plain.isLetter(c) || Plain.isDigit(c);
    }

    /** Where the phrase ends that begins here, or -1; any white space stands for one space. */
    private static int end(String line, String phrase, int start) {
        int i = start;
        for (int j = 0; j < phrase.length(); j++, i++) {
            if (i >= line.length() || Plain.fold(line.charAt(i)) != phrase.charAt(j)) {
                return -1;
            }
            while (phrase.charAt(j) == ' ' && i + 1 < line.length() && Plain.fold(line.charAt(i + 1)) == ' ') {
                i++;
            }
        }
        return i;
    }

    private static int indexOf(String line, String phrase, int from) {
        for (int i = from; i < line.length(); i++) {
            if (end(line, phrase, i) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
