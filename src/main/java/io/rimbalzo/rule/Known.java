package io.rimbalzo.rule;

import java.util.Collection;
import java.util.Map;

/** The names that may stand somewhere, and the sentence for one that may not: {@code there is no fact "Dmrac". Did you mean Dmarc? ...}. */
final class Known {

    private Known() {}

    static <T> T get(String what, String name, Map<String, T> known, Place place) {
        T value = known.get(name);
        if (value == null) {
            throw missing(what, name, known.keySet(), place);
        }
        return value;
    }

    static void among(String what, String name, Collection<String> known, Place place) {
        if (!known.contains(name)) {
            throw missing(what, name, known, place);
        }
    }

    private static Refused.Here missing(String what, String name, Collection<String> known, Place place) {
        return new Refused.Here(
                place,
                "there is no " + what + " \"" + name + "\". " + nearest(name, known)
                        + (known.isEmpty() ? "There is none at all." : "Known: " + String.join(", ", known)));
    }

    private static String nearest(String name, Collection<String> known) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = Math.abs(name.length() - candidate.length()) >= least
                    ? least
                    : distance(lower(name), lower(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? "" : "Did you mean " + best + "? ";
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    /** How many letters to add, drop, change or swap. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
