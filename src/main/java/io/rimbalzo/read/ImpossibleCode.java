package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/** Three numbers with dots that someone took for a code though they can be none: {@code 5.7.1234}, {@code 550 6.1.1}. */
final class ImpossibleCode {

    private static final int LONGEST_QUESTION = 200;

    private ImpossibleCode() {}

    /**
     * The first one in a text of a few words, or null: what stands alone, follows a reply or a word such as
     * {@code codice}, or is asked about; in other sentences such numbers are dates, amounts, sections of a document.
     */
    static @Nullable String in(String s, Spoken spoken) {
        for (int dot = s.length() > LONGEST_QUESTION ? -1 : s.indexOf('.'); dot >= 0; dot = s.indexOf('.', dot + 1)) {
            int start = dot;
            while (start > 0 && Plain.isDigit(s.charAt(start - 1))) {
                start--;
            }
            int second = StatusCode.digits(s, dot + 1);
            boolean third = second > dot + 1 && second < s.length() && s.charAt(second) == '.';
            int end = third ? StatusCode.digits(s, second + 1) : second;
            boolean three =
                    start < dot && end > second + 1 && StatusCode.mayPrecede(s, start) && !StatusCode.goesOn(s, end);
            if (three && StatusCode.at(s, start) == null && isMeant(s, start, end, spoken)) {
                return s.substring(start, end);
            }
        }
        return null;
    }

    private static boolean isMeant(String s, int start, int end, Spoken spoken) {
        boolean asked = s.stripTrailing().endsWith("?")
                && !isDateOrAmount(s.substring(start, end))
                && !spoken.has("version-words", StatusCode.wordBefore(s, start));
        return asked
                || StatusCode.followsReply(s, start)
                || isAlone(s, start, end)
                || spoken.has("code-words", StatusCode.wordBefore(s, start));
    }

    private static boolean isAlone(String s, int start, int end) {
        for (int i = 0; i < s.length(); i++) {
            if ((i < start || i >= end) && Plain.isLetterOrDigit(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@code 5.11.2026}, {@code 5.500.000}. */
    private static boolean isDateOrAmount(String numbers) {
        int second = numbers.indexOf('.') + 1;
        int third = numbers.lastIndexOf('.') + 1;
        boolean year =
                numbers.length() - third == 4 && (numbers.startsWith("20", third) || numbers.startsWith("19", third));
        return year || third - second == 4 && numbers.length() - third == 3;
    }
}
