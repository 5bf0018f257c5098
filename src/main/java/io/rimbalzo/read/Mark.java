package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer begins: its three digits, its enhanced code, or both: {@code 550-5.7.26}, {@code #550 5.1.1},
 * {@code 5.4.14}.
 *
 * @param reply  0 where there are no three digits
 * @param status or null
 */
record Mark(int start, int end, int reply, @Nullable String status) {

    private static final int MOST = 12;
    private static final Set<Integer> POSITIVE = Set.of(220, 221, 250, 251, 252);

    /** The marks of a text on one line, in order. */
    static List<Mark> all(String s) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < s.length() && marks.size() < MOST; i++) {
            char c = s.charAt(i);
            Mark mark = c == '2' || c == '4' || c == '5' ? at(s, i) : null;
            if (mark != null && begins(s, mark, marks.isEmpty())) {
                marks.add(mark);
                i = mark.end - 1;
            } else if (Plain.isDigit(c) || Plain.isLetter(c)) {
                i = token(s, i) - 1;
            }
        }
        return marks;
    }

    private static int token(String s, int from) {
        int i = from + 1;
        while (i < s.length() && (Plain.isDigit(s.charAt(i)) || Plain.isLetter(s.charAt(i)) || s.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    /** The mark that begins exactly here, or null. */
    static @Nullable Mark at(String s, int i) {
        StatusCode alone = StatusCode.at(s, i);
        if (alone != null) {
            return new Mark(i, alone.end(), 0, alone.code());
        }
        int end = i + 3;
        if (end > s.length()
                || "245".indexOf(s.charAt(i)) < 0
                || !Plain.isDigit(s.charAt(i + 1))
                || !Plain.isDigit(s.charAt(i + 2))
                || !mayFollow(s, end)) {
            return null;
        }
        int reply = Integer.parseInt(s.substring(i, end));
        StatusCode code = StatusCode.at(s, skip(s, end));
        if (code == null && reply < 300 && !POSITIVE.contains(reply)) {
            return null;
        }
        return code == null ? new Mark(i, end, reply, null) : new Mark(i, code.end(), reply, code.code());
    }

    private static boolean mayFollow(String s, int end) {
        return end == s.length()
                || " -:#,;.?!)]'\"<>".indexOf(s.charAt(end)) >= 0
                        && !(s.charAt(end) == '.' && end + 1 < s.length() && Plain.isDigit(s.charAt(end + 1)));
    }

    private static int skip(String s, int from) {
        int i = from;
        while (i < s.length() && i - from < 4 && " -:#('".indexOf(s.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean begins(String s, Mark mark, boolean first) {
        int i = mark.start;
        char before = i == 0 ? ' ' : s.charAt(i - 1);
        if (Plain.isDigit(before) || Plain.isLetter(before) || "./_@-".indexOf(before) >= 0 && !isArrow(s, i)) {
            return false;
        }
        int j = i;
        while (j > 0 && " '\"#<".indexOf(s.charAt(j - 1)) >= 0) {
            j--;
        }
        if (j == 0 || isArrow(s, j) || s.charAt(j - 1) == ';' && isType(s, j - 1)) {
            return true;
        }
        return mark.reply > 0 ? replyBegins(s, mark, j, first) : codeBegins(s, mark, j, before, first);
    }

    /** Three digits with a code are an answer anywhere; alone they need what software writes before an answer. */
    private static boolean replyBegins(String s, Mark mark, int before, boolean first) {
        char last = s.charAt(before - 1);
        boolean opened = before < mark.start && "'\"#".indexOf(s.charAt(mark.start - 1)) >= 0;
        boolean goesOn = mark.end < s.length() && (s.charAt(mark.end) == ' ' || s.charAt(mark.end) == '-');
        if (mark.status != null) {
            return true;
        }
        if (last == ':') {
            return goesOn && (first ? before < mark.start : s.startsWith(" said:", before - 6));
        }
        return goesOn && opened || s.startsWith("-'", mark.end);
    }

    private static boolean codeBegins(String s, Mark mark, int before, char last, boolean first) {
        boolean hash = last == '#' && s.charAt(before - 1) != '(';
        return hash || first && (s.charAt(before - 1) == ':' || last == '\'') && mark.end < s.length();
    }

    /** Whether {@code ->} stands just before. */
    private static boolean isArrow(String s, int end) {
        int i = end;
        while (i > 0 && s.charAt(i - 1) == ' ') {
            i--;
        }
        return i > 1 && s.charAt(i - 1) == '>' && s.charAt(i - 2) == '-';
    }

    /** Whether the semicolon ends the type of a diagnostic code: {@code smtp;}, {@code x-unix;}. */
    private static boolean isType(String s, int semicolon) {
        int start = semicolon;
        while (start > 0 && (Plain.isLetter(s.charAt(start - 1)) || s.charAt(start - 1) == '-')) {
            start--;
        }
        String type = s.substring(start, semicolon);
        return type.equalsIgnoreCase("smtp")
                || type.equalsIgnoreCase("lmtp")
                || type.length() > 2 && type.regionMatches(true, 0, "x-", 0, 2);
    }
}
