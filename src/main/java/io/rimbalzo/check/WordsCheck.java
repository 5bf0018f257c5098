package io.rimbalzo.check;

import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Draft;
import io.rimbalzo.rule.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words: complete in each language, none left over, the same values in all. */
final class WordsCheck {

    /** These are complete; what another lacks is told in a line for each file. */
    static final List<String> LANGUAGES = List.of("it", "en");

    private static final String CONTEXT = "context.";

    private final Texts texts;
    private final Draft draft;
    private final Set<String> ids;
    private final Set<String> topics;
    private final Consumer<Fault> faults;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Set<String> contexts = new TreeSet<>();

    WordsCheck(Texts texts, Draft draft, Consumer<Fault> faults) {
        this.texts = texts;
        this.draft = draft;
        this.faults = faults;
        ids = new HashSet<>(RuleCheck.ids(draft));
        draft.contexts().forEach(name -> contexts.addAll(keys(name)));
        topics = ids.stream().map(RuleCheck::topic).collect(Collectors.toSet());
    }

    void check() {
        TextCheck each = new TextCheck(texts, topics, faults);
        for (String language : texts.languages()) {
            for (Bundle.Entry entry : texts.entries(language).values()) {
                key(language, entry);
                each.check(language, entry);
            }
            if (!LANGUAGES.contains(language)) {
                partial(language);
            }
        }
        draft.understood().stream()
                .filter(rule -> !rule.isInference() && rule.isBase())
                .forEach(this::diagnosis);
        LANGUAGES.forEach(this::questions);
        LANGUAGES.forEach(this::others);
    }

    /** Whether the key means something. */
    private void key(String language, Bundle.Entry entry) {
        if (entry.key().startsWith(CONTEXT)) {
            context(entry);
            return;
        }
        Part part = part(entry.key());
        if (part == null) {
            return;
        }
        String topic = RuleCheck.topic(part.id());
        if (!ids.contains(part.id())) {
            if (told.add(entry.file() + " " + part.id())) {
                fault(
                        entry,
                        Sentence.of("check.words.left-over", "key", entry.key(), "found", part.id())
                                .among(ids));
            }
        } else if (part.kind() == null) {
            fault(
                    entry,
                    Sentence.of("check.words.no-part", "key", entry.key(), "found", part.part())
                            .among(Part.KINDS));
        } else if (!part.isKnownPerson()) {
            fault(
                    entry,
                    Sentence.of("check.words.unknown-who", "key", entry.key(), "found", String.valueOf(part.who()))
                            .among(Advisor.PEOPLE));
        } else if (!RuleCheck.isOf(entry.file(), topic, "_" + language + ".properties")) {
            fault(
                    entry,
                    Sentence.of("check.words.other-file", "key", entry.key(), "topic", topic, "language", language));
        } else {
            number(language, entry, part);
        }
    }

    /** The key of a diagnosis taken apart; null where it is none. */
    private @Nullable Part part(String key) {
        return topics.contains(RuleCheck.topic(key)) ? parts.computeIfAbsent(key, Part::of) : null;
    }

    private void number(String language, Bundle.Entry entry, Part part) {
        Map<String, Bundle.Entry> own = texts.entries(language);
        if (part.command() && !own.containsKey(part.numbered(part.number()))) {
            fault(entry, Sentence.of("check.words.command-alone", "key", entry.key()));
        } else if (part.number() > 1 && !part.command() && !own.containsKey(part.numbered(part.number() - 1))) {
            String before = part.numbered(part.number() - 1);
            fault(entry, Sentence.of("check.words.gap", "key", entry.key(), "before", before));
        }
    }

    private void context(Bundle.Entry entry) {
        if (!contexts.contains(entry.key())) {
            fault(
                    entry,
                    Sentence.of("check.words.context", "key", entry.key(), "found", entry.key())
                            .among(contexts));
        }
    }

    private static Collection<String> keys(ContextName name) {
        Set<String> keys = new TreeSet<>();
        keys.add(CONTEXT + name.name() + ".question");
        (name.isNumber() ? List.of("up-to", "over") : name.values())
                .forEach(value -> keys.add(CONTEXT + name.name() + "." + value));
        return keys;
    }

    /** Title, cause and a first step for whoever must act. */
    private void diagnosis(Rule base) {
        String who = base.annotations().get("responsible");
        String id = base.id();
        for (String part : List.of("title", "cause", "do." + ("nobody".equals(who) ? "sender" : who) + ".1")) {
            for (String language : LANGUAGES) {
                missing(language, id + "." + part, file(RuleCheck.topic(id), language), id + ".");
            }
        }
    }

    private void questions(String language) {
        for (ContextName name : draft.contexts()) {
            keys(name).forEach(key -> missing(language, key, file("context", language), CONTEXT + name.name() + "."));
        }
    }

    /** What the other language has. */
    private void others(String language) {
        for (String other : LANGUAGES) {
            for (Bundle.Entry entry : texts.entries(other).values()) {
                boolean there = texts.entries(language).containsKey(entry.key());
                Part part = there ? null : part(entry.key());
                if (!there && (part == null || ids.contains(part.id()))) {
                    String prefix = entry.key().substring(0, entry.key().lastIndexOf('.') + 1);
                    String near = part == null ? prefix : part.id() + ".";
                    missing(language, entry.key(), file(Texts.topic(entry.file()), language), near);
                }
            }
        }
    }

    private static String file(String topic, String language) {
        return "i18n/" + topic + "_" + language + ".properties";
    }

    private void missing(String language, String key, String file, String prefix) {
        if (!texts.entries(language).containsKey(key) && told.add(language + " " + key)) {
            Bundle.Entry last = texts.last(file, language, prefix);
            Sentence sentence = Sentence.of("check.words.missing", "key", key);
            faults.accept(new Fault(file, last == null ? 1 : last.line(), 1, null, sentence));
        }
    }

    /** How much of each file another language lacks. */
    private void partial(String language) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Bundle.Entry entry : texts.entries("en").values()) {
            int[] count = counts.computeIfAbsent(file(Texts.topic(entry.file()), language), f -> new int[2]);
            count[0] += texts.entries(language).containsKey(entry.key()) ? 0 : 1;
            count[1]++;
        }
        counts.forEach((file, count) -> {
            if (count[0] > 0) {
                boolean there = texts.bundles(language).containsKey(file);
                Sentence sentence = Sentence.of(
                        there ? "check.words.partial" : "check.words.partial-file",
                        "missing",
                        Integer.toString(count[0]),
                        "all",
                        Integer.toString(count[1]));
                faults.accept(new Fault(file, 1, 1, null, sentence, true));
            }
        });
    }

    private void fault(Bundle.Entry entry, Sentence sentence) {
        faults.accept(new Fault(entry.file(), entry.line(), 1, null, sentence));
    }
}
