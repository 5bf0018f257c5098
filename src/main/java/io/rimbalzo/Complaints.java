package io.rimbalzo;

import io.rimbalzo.fact.Context;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Result.Error;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Problem;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.report.Spelling;
import io.rimbalzo.rule.Complaint;
import io.rimbalzo.rule.ContextName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sentences for whoever asked, in their language: what was read, and what was possible instead. */
public final class Complaints {

    private Complaints() {}

    /** Of a language that nothing can be told in. */
    public static Error language(Words words, String lang, Library library) {
        return new Error(
                "bad-language",
                words.say(
                        "error.bad-language",
                        Map.of(
                                "lang",
                                lang,
                                "suggestion",
                                suggestion(words, lang, library.spoken(), names(library.spoken())),
                                "known",
                                library.spoken())));
    }

    /** How the languages call themselves and each other, each with its tag: {@code italiano}, {@code Italian}. */
    private static Map<String, String> names(List<String> tags) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String tag : tags) {
            for (String teller : tags) {
                names.put(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(teller)), tag);
            }
        }
        return names;
    }

    /** Of a context name or value that the rules do not know; empty where both are known, or nobody can tell. */
    public static Optional<Error> context(Words words, String name, String value, Collection<ContextName> known) {
        ContextName named =
                known.stream().filter(k -> k.name().equals(name)).findFirst().orElse(null);
        if (named == null) {
            List<String> names = known.stream().map(ContextName::name).toList();
            return Optional.of(bad(words, "name", Map.of("name", name), name, names));
        }
        if (value.equals(Context.UNKNOWN)) {
            return Optional.empty();
        }
        if (named.isNumber()) {
            boolean number =
                    !value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            return number
                    ? Optional.empty()
                    : Optional.of(bad(words, "number", Map.of("name", name, "value", value), value, List.of()));
        }
        return named.values().contains(value)
                ? Optional.empty()
                : Optional.of(bad(words, "value", Map.of("name", name, "value", value), value, named.values()));
    }

    private static Error bad(Words words, String what, Map<String, String> said, String wrong, List<String> known) {
        Map<String, Object> values = new HashMap<>(said);
        values.put("suggestion", suggestion(words, wrong, known));
        values.put("known", known);
        return new Error("bad-context", words.say("error.bad-context." + what, values));
    }

    /** "Did you mean it? ", with the blank that parts it from what follows, or nothing. */
    public static String suggestion(Words words, String wrong, Collection<String> known) {
        return suggestion(words, wrong, known, Map.of());
    }

    /** @param names other words for what is known, which may have been meant too */
    private static String suggestion(Words words, String wrong, Collection<String> known, Map<String, String> names) {
        return Spelling.nearest(wrong, known)
                .or(() -> Spelling.nearest(wrong, names.keySet()).map(names::get))
                .map(near -> words.say("error.suggestion", Map.of("nearest", near)) + " ")
                .orElse("");
    }

    /** Of a rule file: {@code rules/tls.drl:16:7: rule “tls.lost”: there is no fact “Dmrac”. ...}. */
    public static String rule(Words words, Complaint complaint) {
        return complaint.place() + ": " + inRule(words, complaint.rule(), words.say(complaint.sentence()));
    }

    /** The sentence with the rule that it is about, which may be null, before it. */
    public static String inRule(Words words, @Nullable String rule, String sentence) {
        return rule == null ? sentence : words.say(Sentence.of("check.in-rule", "rule", rule, "message", sentence));
    }

    /** Of a file that is no text: {@code rules/tls.drl:3: this is not UTF-8 ...}. */
    public static String file(Words words, UnusableFile unusable) {
        return unusable.file() + ":" + unusable.line() + ": " + words.say(unusable.sentence());
    }

    /** Of a file of words: {@code i18n/tls_it.properties:12: ...}. */
    public static String words(Words words, BrokenWords broken) {
        return broken.file() + ":" + broken.line() + ": " + words.say(broken.sentence());
    }

    static Error problem(Words words, Problem problem) {
        return new Error(problem.code(), words.say("error." + problem.code(), problem.args()));
    }
}
