package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server's words, in whatever wrapper: {@code 550 5.7.23 ... -> 550 5.7.1 SPF fail},
 * {@code #<mx.example.it #5.7.1 smtp;530 5.7.1 ...> #SMTP#}, {@code host mx.example.it[203.0.113.1] said: 550 ...}.
 */
final class AnswerText {

    private static final int LONGEST = 16_000;

    private AnswerText() {}

    /** The answers in a text, the outermost first; none for an empty text. */
    static List<Answer> read(String raw) {
        String text = OneLine.of(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        Trace trace = Trace.of(text);
        return trace == null ? plain(text) : trace.answers();
    }

    /** The same without looking for a message trace. */
    static List<Answer> plain(String text) {
        String s = joined(text);
        if (s.isEmpty()) {
            return List.of();
        }
        List<Mark> marks = Mark.all(s);
        return marks.isEmpty() ? List.of(withoutMark(s)) : answers(s, marks);
    }

    /** No code at the front: perhaps one within, {@code Sorry, no mailbox here by that name. (#5.1.1)}. */
    private static Answer withoutMark(String s) {
        int type = s.indexOf(';');
        boolean typed = type > 0
                && type < 30
                && (s.startsWith("smtp;")
                        || s.startsWith("SMTP;")
                        || s.regionMatches(true, 0, "x-", 0, 2) && s.lastIndexOf(' ', type) < 0);
        String words = Wrapper.trimEnd(typed ? s.substring(type + 1).strip() : s);
        StatusCode code = StatusCode.find(words, 0);
        return new Answer(namedReply(words), code == null ? null : code.code(), words, null, words);
    }

    /** The reply that words name apart: {@code [SMTP Error Code 550]}, {@code ERROR_CODE :550}; 0 where they name none. */
    private static int namedReply(String s) {
        for (int digit = 4; digit + 3 <= s.length(); digit++) {
            if (Plain.isDigit(s.charAt(digit)) && !Plain.isDigit(s.charAt(digit - 1)) && isNamed(s, digit)) {
                Mark mark = Mark.at(s, digit);
                return mark == null || mark.status() != null ? 0 : mark.reply();
            }
        }
        return 0;
    }

    private static boolean isNamed(String s, int digit) {
        int end = digit;
        while (end > 0 && " :=".indexOf(s.charAt(end - 1)) >= 0) {
            end--;
        }
        return end < digit && end > 3 && s.regionMatches(true, end - 4, "code", 0, 4);
    }

    private static List<Answer> answers(String s, List<Mark> marks) {
        List<Answer> answers = new ArrayList<>();
        String host =
                HostText.inWrapper(Wrapper.trimHead(s.substring(0, marks.get(0).start())));
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : s.length();
            Wrapper gap = i + 1 < marks.size()
                    ? Wrapper.beforeNext(s.substring(mark.end(), end))
                    : new Wrapper(Wrapper.trimEnd(s.substring(mark.end(), end)), null);
            boolean apart = mark.end() < s.length() && s.charAt(mark.end()) == ' ';
            String quote = (s.substring(mark.start(), mark.end()) + (apart ? " " : "") + gap.words()).strip();
            String words = Wrapper.trimStart(gap.words());
            words = words.chars().anyMatch(c -> Plain.isLetterOrDigit((char) c)) ? words : "";
            int reply = mark.reply() > 0 || i > 0 ? mark.reply() : namedReply(s.substring(0, mark.start()));
            answers.add(new Answer(reply, status(mark, words), words, host, quote));
            host = gap.host();
        }
        return merged(answers);
    }

    private static @Nullable String status(Mark mark, String words) {
        if (mark.status() != null) {
            return mark.status();
        }
        StatusCode code = StatusCode.find(words, 0);
        return code != null && code.code().charAt(0) - '0' == mark.reply() / 100 ? code.code() : null;
    }

    /** A code without words of its own, {@code #5.7.1 smtp;530 5.7.1 ...}, belongs to the words after it. */
    private static List<Answer> merged(List<Answer> answers) {
        List<Answer> merged = new ArrayList<>();
        for (int i = answers.size() - 1; i >= 0; i--) {
            Answer answer = answers.get(i);
            Answer inner = merged.isEmpty() ? null : merged.get(0);
            if (inner == null || !answer.text().isEmpty()) {
                merged.add(0, answer);
            } else if (answer.status() == null || answer.status().equals(inner.status()) || inner.status() == null) {
                merged.set(0, together(answer, inner));
            } else {
                merged.add(0, new Answer(answer.reply(), answer.status(), inner.text(), answer.host(), answer.quote()));
            }
        }
        return merged;
    }

    private static Answer together(Answer outer, Answer inner) {
        return new Answer(
                inner.reply() > 0 ? inner.reply() : outer.reply(),
                inner.status() != null ? inner.status() : outer.status(),
                inner.text(),
                inner.host() != null ? inner.host() : outer.host(),
                inner.quote());
    }

    /**
     * The lines of one reply without the codes that each line repeats (RFC 5321 section 4.2.1):
     * {@code 550-5.7.26 This mail 550-5.7.26 has been blocked 550 5.7.26 ...}.
     */
    static String joined(String s) {
        int hyphen = firstContinued(s);
        if (hyphen < 0) {
            return s;
        }
        String reply = s.substring(hyphen - 3, hyphen);
        StatusCode code = StatusCode.at(s, hyphen + 1);
        StringBuilder out = new StringBuilder(s.length());
        int from = code == null ? hyphen + 1 : code.end();
        out.append(s, 0, hyphen).append(' ').append(s, hyphen + 1, from);
        for (int next = s.indexOf(reply, from); next >= 0; next = s.indexOf(reply, next + 3)) {
            int end = repeated(s, next, code);
            if (end > 0) {
                out.append(s, from, next);
                from = end;
            }
        }
        return OneLine.of(out.append(s, from, s.length()).toString());
    }

    /** Where the hyphen of the first {@code 550-} stands that is followed by words or a code, or -1. */
    private static int firstContinued(String s) {
        for (int i = s.indexOf('-', 3); i >= 0; i = s.indexOf('-', i + 1)) {
            Mark mark = i + 1 < s.length() && s.charAt(i + 1) != '\'' ? Mark.at(s, i - 3) : null;
            char before = i == 3 ? ' ' : s.charAt(i - 4);
            boolean alone = before != '.' && before != '/' && !Plain.isDigit(before) && !Plain.isLetter(before);
            if (mark != null && mark.reply() > 0 && alone) {
                return i;
            }
        }
        return -1;
    }

    /** Where the repeated codes end, or -1 where these digits are something else. */
    private static int repeated(String s, int next, @Nullable StatusCode code) {
        char after = next + 3 < s.length() ? s.charAt(next + 3) : 0;
        if (s.charAt(next - 1) != ' ' || after != '-' && after != ' ') {
            return -1;
        }
        if (code == null) {
            return next + 4;
        }
        return s.startsWith(code.code(), next + 4) ? next + 4 + code.code().length() : after == '-' ? next + 4 : -1;
    }
}
