package io.rimbalzo.check;

import io.rimbalzo.fact.Folded;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of a new diagnosis, {@code tls.lost}: a case, a rule and words, each with what is still to be written.
 *
 * @param id    the name of the conclusion
 * @param code  an enhanced code, {@code 5.7.910}, or null
 * @param text  the server's answer, or null
 * @param hints what to write, by its name: {@code source}
 */
record Skeleton(String id, @Nullable String code, @Nullable String text, UnaryOperator<String> hints) {

    private static final String RULE = """
            // %s
            rule "%s"
                @source("%s")
                @responsible("sender-admin") @category("unknown") // %s
            when
            %s
            then
                conclude.certain("%s", %s);
            end
            """;

    private String todo(String hint) {
        return Todo.MARK + " " + hints.apply(hint);
    }

    String casesHead() {
        return "# " + hints.apply("cases-head");
    }

    String rulesHead() {
        return "package rules\n\n// " + hints.apply("rules-head");
    }

    String wordsHead() {
        return "# " + hints.apply("words-head");
    }

    /** {@code === Title}, what to expect, the text. */
    String cases() {
        String received = text != null ? text : code != null ? code : todo("case-text");
        return "=== " + todo("case-title") + "\nexpect: " + id + "\n\n" + received + "\n";
    }

    /** A rule that can be used as it is, so that nothing stands still while it is being written. */
    String rule() {
        String line = text != null ? firstLine(text) : code != null ? code : todo("line");
        String evidence = text == null && code != null ? "$status" : "$reply";
        return RULE.formatted(line, id, todo("source"), todo("who"), when(), id, evidence);
    }

    private String when() {
        if (text == null && code != null) {
            return "    $status : Status( code == \"" + code + "\" )";
        }
        String phrase = text == null ? "to be written" : phrase(text);
        String status = code == null ? "" : "\n    Status( code == \"" + code + "\" )";
        return "    $reply : Reply( says(\"" + phrase + "\") ) // " + todo("phrase") + status;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /** The answer as phrases see it, without the codes before it and the stop behind it. */
    private static String phrase(String text) {
        String[] words = Folded.fold(firstLine(text)).replace("*", "").strip().split(" +");
        int first = 0;
        while (first < words.length - 1 && words[first].matches("[0-9#<>.-]+")) {
            first++;
        }
        String phrase = String.join(" ", List.of(words).subList(first, words.length));
        phrase = phrase.endsWith(".") ? phrase.substring(0, phrase.length() - 1) : phrase;
        return phrase.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Title, cause and a first step. */
    String words() {
        return id + ".title = " + todo("title") + "\n" + id + ".cause = " + todo("cause") + "\n" + id
                + ".do.sender-admin.1 = " + todo("step") + "\n";
    }
}
