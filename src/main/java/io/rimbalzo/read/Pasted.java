package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers and codes that someone pasted or typed: {@code 550 5.7.1 Unable to relay}, on one line or several, or
 * {@code che significa NDR 5.4.14?}.
 */
final class Pasted {

    private static final int LONGEST_TENTATIVE = 2_000;
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 16_000;
    private static final int MOST = 100;

    private final Body body;
    private final OwnWords own;
    private final List<StringBuilder> groups = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable StringBuilder current;

    private Pasted(Body body) {
        this.body = body;
        this.own = new OwnWords(body.anchors().spoken());
    }

    /** What is said, by recipient; empty where the text holds no answer and no code. */
    static List<Failure> answers(Body body) {
        Pasted pasted = new Pasted(body);
        for (Body.Line line : body.lines()) {
            pasted.line(line.text().strip());
        }
        return pasted.groups.isEmpty() ? List.of() : pasted.failures();
    }

    /** Whether all that is said are codes. */
    static boolean isBare(List<Failure> failures) {
        return failures.stream()
                .allMatch(f -> f.answers().stream().allMatch(a -> a.text().isEmpty()));
    }

    /** The code that a person typed among words of their own, as an answer without words; null where there is none. */
    static @Nullable Answer code(Body body) {
        String text = body.text();
        Spoken spoken = body.anchors().spoken();
        StatusCode code = typed(text, spoken);
        if (code == null) {
            return reply(text);
        }
        Answer logged = logged(text, code);
        if (logged != null) {
            return logged;
        }
        int line = text.indexOf('\n', code.end());
        String rest = text.substring(0, line < 0 ? text.length() : line);
        String after = rest.substring(code.end(), new OwnWords(spoken).end(rest, code.end(), true, false))
                .strip();
        boolean person = after.endsWith("?") || after.split(" ", 4).length < 4 || !Plain.isLetter(after.charAt(0));
        String quote = text.substring(code.start(), code.end());
        String words = person ? "" : OneLine.of(after);
        return new Answer(0, code.code(), words, null, (quote + " " + words).strip());
    }

    /** Of a line in Postfix's log: {@code dsn=4.4.1, status=deferred (connect to mx.example.it: Connection timed out)}. */
    private static @Nullable Answer logged(String text, StatusCode code) {
        int open = text.indexOf(" (", code.end());
        if (open < 0 || !text.startsWith("dsn=", code.start() - 4) || !text.startsWith(", status=", code.end())) {
            return null;
        }
        int line = text.indexOf('\n', open);
        String words = OneLine.of(text.substring(open + 2, line < 0 ? text.length() : line));
        words = words.endsWith(")") ? words.substring(0, words.length() - 1) : words;
        return new Answer(0, code.code(), words, null, words);
    }

    /** The first code that is not the version of a product, else one that a word calls a code. */
    private static @Nullable StatusCode typed(String text, Spoken spoken) {
        StatusCode code = StatusCode.find(text, 0);
        while (code != null && spoken.has("version-words", StatusCode.wordBefore(text, code.start()))) {
            code = StatusCode.find(text, code.end());
        }
        if (code != null) {
            return code;
        }
        code = StatusCode.find(text, 0, true);
        while (code != null && !spoken.has("code-words", StatusCode.wordBefore(text, code.start()))) {
            code = StatusCode.find(text, code.end(), true);
        }
        return code;
    }

    /** {@code errore 550}: three digits at the end of a few words. */
    private static @Nullable Answer reply(String text) {
        int end = text.length();
        while (end > 0 && !Plain.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        String s = end > 60 ? "" : text.substring(0, end).strip();
        int start = s.lastIndexOf(' ') + 1;
        Mark mark = s.length() - start == 3 && s.length() < 30 ? Mark.at(s, start) : null;
        return mark == null ? null : new Answer(mark.reply(), null, "", null, s.substring(start));
    }

    /** A text without codes as the only answer: rules may know its words. Nothing where it is long. */
    static List<Answer> tentative(String text) {
        String s = OneLine.of(text);
        return s.isEmpty() || s.length() > LONGEST_TENTATIVE ? List.of() : List.of(new Answer(0, null, s, null, s));
    }

    private void line(String line) {
        boolean marked = !Mark.all(line).isEmpty() || line.contains("{LED=");
        if (line.isEmpty()) {
            current = null;
        } else if (marked && !continues(line) && groups.size() < MOST) {
            String answer = own.cut(line);
            groups.add(new StringBuilder(answer));
            current = answer.length() < line.length() ? null : groups.get(groups.size() - 1);
        } else if (current != null && own.isQuestion(line)) {
            current = null;
        } else if (current != null) {
            current.append(current.length() > LONGEST_ANSWER ? "" : " " + line);
        } else if (groups.isEmpty() && !line.startsWith("--") && !line.startsWith("...") && !line.startsWith(">>>")) {
            words.append(words.length() > LONGEST_TENTATIVE ? "" : line + "\n");
        }
    }

    /** Whether the line goes on with a reply of several lines: {@code 550-5.7.26 ...}, then {@code 550 5.7.26 ...}. */
    private boolean continues(String line) {
        if (current == null || line.length() < 4 || current.length() < 4) {
            return false;
        }
        if (line.startsWith("->") || current.lastIndexOf("->") == current.length() - 2) {
            return true;
        }
        int last = current.lastIndexOf(line.substring(0, 3) + "-");
        Mark mark = Mark.at(line, 0);
        return last >= 0
                && mark != null
                && mark.reply() > 0
                && (last == 0 || " :'\"".indexOf(current.charAt(last - 1)) >= 0);
    }

    private List<Failure> failures() {
        Map<String, List<Answer>> byRecipient = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, String> details = new LinkedHashMap<>();
        for (StringBuilder group : groups) {
            List<Answer> answers = AnswerText.read(group.toString());
            String recipient =
                    answers.isEmpty() ? null : recipient(answers.get(0).text());
            String key = recipient == null ? "" : recipient.toLowerCase(Locale.ROOT);
            addresses.putIfAbsent(key, recipient);
            byRecipient.computeIfAbsent(key, k -> new ArrayList<>()).addAll(answers);
            details.putAll(Details.of(group.toString()));
        }
        if (byRecipient.size() == 2 && byRecipient.containsKey("")) {
            byRecipient.keySet().stream().filter(k -> !k.isEmpty()).findFirst().ifPresent(key -> {
                List<Answer> answers = new ArrayList<>(byRecipient.remove(""));
                boolean first = groups.get(0).indexOf(addresses.get(key)) < 0;
                byRecipient.computeIfPresent(key, (k, own) -> {
                    own.addAll(first ? 0 : own.size(), answers);
                    return own;
                });
            });
        }
        String notice = Notice.of(words.toString());
        List<Failure> failures = new ArrayList<>();
        byRecipient.forEach((key, answers) -> failures.add(new Failure(
                addresses.get(key),
                null,
                null,
                answers,
                Details.servers(servers(answers), details),
                details,
                notice,
                null,
                null)));
        return failures;
    }

    private static Servers servers(List<Answer> answers) {
        return answers.stream()
                .map(Answer::host)
                .filter(h -> h != null)
                .findFirst()
                .map(host -> new Servers(null, host))
                .orElse(Servers.UNKNOWN);
    }

    /** The address at the beginning of an answer that speaks of it as a recipient: {@code <luca@example.it>: User unknown}. */
    private @Nullable String recipient(String answer) {
        AddressLine.Leading leading =
                answer.startsWith("[") || answer.startsWith("<") ? AddressLine.leading(answer) : null;
        if (leading == null) {
            return null;
        }
        String rest = leading.rest();
        for (int i = 0; i < rest.length() && i < LONGEST_QUESTION; i++) {
            boolean wordStart = i == 0 || rest.charAt(i - 1) == ' ';
            if (wordStart && body.isKnown(rest.substring(i), "recipient-words")) {
                return leading.address();
            }
        }
        return null;
    }
}
