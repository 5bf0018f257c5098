package io.rimbalzo.render;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When a rule speaks, in words: {@code il codice è 5.7.1; la risposta del server contiene «unable to relay»}. */
final class When {

    private static final int MOST_VALUES = 6;

    private When() {}

    static String of(Rule rule, Words words) {
        List<String> parts = new ArrayList<>();
        rule.requirements().forEach(needed -> parts.add(of(needed, words)));
        return String.join("; ", parts);
    }

    private static String of(Requirement needed, Words words) {
        return switch (needed.kind()) {
            case CONTEXT, NUMBER -> context(needed, words);
            case INFERRED -> named("inferred." + needed.name(), needed, words);
            case FORMAT ->
                needed.other() || needed.values().size() != 1
                        ? fact(needed, words)
                        : named("format." + needed.values().get(0), needed, words);
            case FACT -> fact(needed, words);
            default -> listed(needed, words);
        };
    }

    /** Codes as they are, phrases in quotes: {@code il codice è 5.7.1 o 5.7.0}. */
    private static String listed(Requirement needed, Words words) {
        String kind = needed.kind().name().toLowerCase(Locale.ROOT);
        boolean quoted = needed.kind() == Requirement.Kind.WORDS || needed.kind() == Requirement.Kind.NOTICE;
        List<String> values = needed.values().stream()
                .map(value -> quoted ? words.say("quoted", Map.of("text", value.replace(" * ", " … "))) : value)
                .toList();
        return words.say("heading.when." + kind + form(needed), Map.of("values", or(values, words)));
    }

    private static String form(Requirement needed) {
        return needed.absent() ? needed.other() ? ".only" : ".absent" : needed.other() ? ".other" : "";
    }

    private static String or(List<String> values, Words words) {
        List<String> shown = new ArrayList<>(values.subList(0, Math.min(MOST_VALUES, values.size())));
        if (values.size() > MOST_VALUES + 1) {
            return words.say(
                    "heading.when.more",
                    Map.of("values", String.join(", ", shown), "more", String.valueOf(values.size() - shown.size())));
        }
        shown = new ArrayList<>(values);
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty()
                ? last
                : words.say("heading.when.or", Map.of("values", String.join(", ", shown), "last", last));
    }

    /** What only a person knows, as the question that asks for it and its answer. */
    private static String context(Requirement needed, Words words) {
        String prefix = "context." + needed.name() + ".";
        boolean number = needed.kind() == Requirement.Kind.NUMBER;
        List<String> answers = needed.values().stream()
                .map(value -> number
                        ? words.say(
                                prefix + (needed.other() ? "up-to" : "over"), Map.of("limit", Integer.valueOf(value)))
                        : words.say(prefix + value))
                .map(answer -> words.say("quoted", Map.of("text", answer)))
                .toList();
        String key = answers.isEmpty()
                ? needed.absent() ? ".unknown" : ".known"
                : number ? needed.absent() ? ".absent" : "" : form(needed);
        return words.say(
                "heading.when.context" + key,
                Map.of(
                        "question",
                        words.say("quoted", Map.of("text", words.say(prefix + "question"))),
                        "values",
                        answers.isEmpty() ? "" : or(answers, words)));
    }

    private static String named(String name, Requirement needed, Words words) {
        String key = "heading.when." + name + form(needed);
        return words.has(key) ? words.say(key) : fact(needed, words);
    }

    /** In words where the bundles have them, else as the rule writes it: it is written for people who run mail. */
    private static String fact(Requirement needed, Words words) {
        String absent = needed.absent() ? ".absent" : "";
        String key = "heading.when.seen." + key(needed.text()) + absent;
        return words.has(key) ? words.say(key) : words.say("heading.when.fact" + absent, Map.of("text", needed.text()));
    }

    /** The key of a pattern: {@code Recipient( form == "x500" )} gives {@code Recipient.form.is.x500}. */
    static String key(String pattern) {
        StringBuilder key = new StringBuilder();
        String plain = pattern.replace("==", " is ").replace("!=", " not ").replace(">=", " from ");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean part = Character.isLetterOrDigit(c) || c == '-' || c == '<' || c == '>';
            boolean gap = key.length() > 0 && key.charAt(key.length() - 1) != '.';
            key.append(part ? String.valueOf(c) : gap ? "." : "");
        }
        while (key.length() > 0 && key.charAt(key.length() - 1) == '.') {
            key.setLength(key.length() - 1);
        }
        return key.toString();
    }
}
