package io.rimbalzo.explain;

import io.rimbalzo.fact.CodeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What someone wants to know of, taken apart: {@code NDR 550 5.1.1} is a code, with a reply beside it.
 *
 * @param text  as asked, white space single
 * @param codes the codes, a range or a class: {@code 5.7.606-649}; null where there is none, or where words stand around
 * @param code  one code of them, for the machine to judge; null where {@code codes} is
 * @param reply the three digits, or null
 * @param bad   what stands in the place of a code and is none: {@code 5.7.1240}; or null
 */
record Query(
        String text,
        @Nullable CodeRange codes,
        @Nullable String code,
        @Nullable String reply,
        @Nullable String bad) {

    private static final int LONGEST = 2_000;

    /** @param announcing whether a word, in lower case, does no more than announce a code: {@code error} */
    static Query of(String what, Predicate<String> announcing) {
        String text = String.join(" ", what.strip().split("\\s+", 0));
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split(" ", 0)) {
            String bare = bare(word);
            if (!bare.isEmpty() && !announcing.test(bare)) {
                words.add(bare);
            }
        }
        String reply = words.size() > 0 && isReply(words.get(0)) ? words.remove(0) : null;
        CodeRange codes = words.size() == 1 ? range(words.get(0)) : null;
        String bad = codes == null && words.size() == 1 && isDotted(words.get(0)) ? words.get(0) : null;
        boolean alone = words.isEmpty() || codes != null || bad != null;
        return new Query(text, codes, codes == null ? null : one(codes), alone ? reply : null, bad);
    }

    /** Without the signs that stand around a code: {@code #5.1.1}, {@code (5.1.1)?}. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "#<([\"'“«".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ">)]\"'”»?!,;:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean isReply(String word) {
        return word.length() == 3
                && word.charAt(0) >= '2'
                && word.charAt(0) <= '5'
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable CodeRange range(String word) {
        try {
            CodeRange range = CodeRange.parse(word);
            boolean possible =
                    (range.kind() == CodeRange.ANY || range.kind() == 2 || range.kind() == 4 || range.kind() == 5)
                            && range.subject() <= 999
                            && range.last() <= 999;
            return possible && range.kind() + range.subject() > 2 * CodeRange.ANY ? range : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static boolean isDotted(String word) {
        return word.indexOf('.') > 0 && word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
    }

    /** The first code of a range, and of a class the one without detail: {@code 5.7.606}, {@code 5.7.0}. */
    private static String one(CodeRange range) {
        return (range.kind() == CodeRange.ANY ? 5 : range.kind())
                + "."
                + Math.max(0, range.subject())
                + "."
                + Math.max(0, range.first());
    }

    /** Whether it is one code and no more. */
    boolean isOneCode() {
        return codes != null
                && codes.kind() != CodeRange.ANY
                && codes.subject() != CodeRange.ANY
                && codes.first() != CodeRange.ANY
                && codes.first() == codes.last();
    }
}
