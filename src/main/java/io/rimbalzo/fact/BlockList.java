package io.rimbalzo.fact;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block list that an answer names: {@code zen.spamhaus.org} of {@code blocked using zen.spamhaus.org}. */
final class BlockList {

    private static final Set<String> BEFORE_THE_NAME =
            Set.of("using", "by", "in", "at", "on", "dnsbl", "rbl", "dnsrbl", "from", "list");

    private BlockList() {}

    /** The name, in lower case, or null: a host name after "blocked using", "listed in", "rejected by" ... */
    static @Nullable String namedIn(String text) {
        boolean listed = false;
        String before = "";
        for (String word : Folded.fold(text).split(" ", 0)) {
            String bare = bare(word);
            if (listed && BEFORE_THE_NAME.contains(before) && isHost(bare)) {
                return bare;
            }
            listed |= bare.startsWith("block")
                    || bare.startsWith("list")
                    || bare.startsWith("reject")
                    || bare.endsWith("bl");
            before = bare;
        }
        return null;
    }

    /** Without the brackets and marks around it. */
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Letters, digits, hyphens and dots, with a last label of letters: no address, no link, no IP address. */
    private static boolean isHost(String word) {
        int dot = word.lastIndexOf('.');
        return dot > 0
                && word.length() - dot > 2
                && word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-'))
                && word.substring(dot + 1).chars().allMatch(Character::isLetter);
    }
}
