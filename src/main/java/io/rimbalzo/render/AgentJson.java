package io.rimbalzo.render;

import io.rimbalzo.catalogue.Sentences;
import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a program of a language model reads it: bounded, and without what is unknown, since such programs take no
 * {@code null}. Whatever was copied from the mail stands under a key of its own, {@code quoted}.
 */
public final class AgentJson {

    /** How many recipients are told one by one. */
    static final int MOST_FAILURES = 20;

    /** In characters: programs of language models cut off, or refuse, what has more than 25,000 tokens. */
    static final int LONGEST = 28_000;

    static final int MOST_QUOTES = 8;
    static final int MOST_ENTRIES = 6;
    private static final int MOST_GROUNDS = 5;

    private AgentJson() {}

    /** An answer without {@link Result#error()}. */
    public static Map<String, Object> of(Result answer) {
        Result result = Tamed.of(answer);
        List<Map<String, Object>> failures = new ArrayList<>();
        Map<String, Integer> told = new HashMap<>();
        int length = 0;
        for (Told one : result.failures()) {
            Diagnosis diagnosis = one.judgement().diagnosis();
            Integer same = diagnosis == null ? null : told.putIfAbsent(diagnosis.id(), failures.size());
            Map<String, Object> failure = failure(one, result.words(), same);
            length += failure.toString().length();
            if (failures.size() == MOST_FAILURES || length > LONGEST && !failures.isEmpty()) {
                break;
            }
            failures.add(failure);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lang", result.words().language());
        json.put("format", result.report().format());
        json.put("failures", failures);
        json.put("omitted", result.failures().size() - failures.size());
        Map<String, Object> message = new LinkedHashMap<>();
        quote(message, "from", result.report().message().from());
        quote(message, "subject", result.report().message().subject());
        quote(message, "date", result.report().message().date());
        putUnlessEmpty(json, "quoted", message);
        return json;
    }

    /** @param same the number of the failure that has the same diagnosis; null for the first */
    private static Map<String, Object> failure(Told told, Words words, @Nullable Integer same) {
        Map<String, Object> json = new LinkedHashMap<>();
        Diagnosis diagnosis = told.judgement().diagnosis();
        if (diagnosis != null) {
            json.put("diagnosis", diagnosis.id());
            json.put("certainty", diagnosis.certainty().name());
            json.put("category", diagnosis.about().category());
            put(
                    json,
                    "permanence",
                    told.permanence() == null ? null : told.permanence().value());
            put(
                    json,
                    "retry",
                    told.permanence() == null ? null : told.permanence().retry());
            json.put("responsible", diagnosis.about().responsible());
            put(json, "then", diagnosis.about().then());
        }
        if (told.guidance() == null) {
            json.put("title", words.say(Sections.undiagnosed(told)));
        } else if (same != null) {
            json.put("title", told.guidance().title());
            json.put("sameAs", same);
        } else {
            guidance(json, told.guidance());
        }
        List<Map<String, Object>> notes = new ArrayList<>();
        told.notes().forEach(note -> notes.add(ordered("id", note.id(), "title", note.title(), "cause", note.cause())));
        putUnlessEmpty(json, "contributing", notes);
        List<Map<String, Object>> others = new ArrayList<>();
        told.judgement()
                .alternatives()
                .forEach(a -> others.add(ordered(
                        "id",
                        a.id(),
                        "title",
                        told.titles().getOrDefault(a.id(), a.id()),
                        "certainty",
                        a.certainty().name())));
        putUnlessEmpty(json, "alternatives", others);
        putUnlessEmpty(
                json,
                "questions",
                told.questions().stream().map(AgentJson::question).toList());
        putUnlessEmpty(json, "quoted", quoted(told));
        return json;
    }

    private static Map<String, Object> question(Asked asked) {
        List<Map<String, Object>> options = asked.options().stream()
                .map(option -> ordered("value", option.value(), "label", option.label()))
                .toList();
        return ordered("id", asked.id(), "text", asked.text(), "options", options);
    }

    private static Map<String, Object> quoted(Told told) {
        Failure failure = told.failure();
        Answer answer = failure.bestAnswer();
        Map<String, Object> json = new LinkedHashMap<>();
        quote(json, "recipient", failure.recipient());
        quote(json, "action", failure.action());
        put(json, "reply", answer == null || answer.reply() == 0 ? null : Integer.valueOf(answer.reply()));
        quote(json, "status", failure.bestStatus());
        quote(json, "text", answer == null ? null : answer.text());
        quote(json, "server", failure.servers().rejecting());
        putUnlessEmpty(json, "evidence", evidence(told));
        return json;
    }

    /** What the answer rests on, each quote once and of bounded length. */
    static List<String> evidence(Told told) {
        Diagnosis diagnosis = told.judgement().diagnosis();
        return Stream.concat(Stream.ofNullable(diagnosis), told.judgement().findings().stream())
                .flatMap(claim -> claim.evidence().stream())
                .map(Fact::quote)
                .map(Clean::quote)
                .filter(quote -> !quote.isEmpty())
                .distinct()
                .limit(MOST_QUOTES)
                .toList();
    }

    /** What is known of a code, a diagnosis or a phrase. */
    public static Map<String, Object> of(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lang", explanation.words().language());
        json.put("asked", Clean.quote(explanation.what()));
        put(json, "note", explanation.message());
        List<Map<String, Object>> entries = new ArrayList<>();
        explanation.entries().stream()
                .limit(MOST_ENTRIES)
                .forEach(entry -> entries.add(entry(entry, explanation.words())));
        json.put("diagnoses", entries);
        List<Map<String, Object>> others = new ArrayList<>();
        Stream.concat(explanation.entries().stream().skip(MOST_ENTRIES), explanation.others().stream())
                .forEach(entry -> others.add(ordered(
                        "id",
                        entry.id(),
                        "title",
                        entry.guidance().title(),
                        "short",
                        entry.guidance().brief())));
        json.put("others", others);
        json.put("near", explanation.near());
        return json;
    }

    private static Map<String, Object> entry(Entry entry, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("diagnosis", entry.id());
        json.put("certainty", entry.certainty().name());
        json.put("category", entry.about().category());
        put(json, "permanence", entry.about().permanence());
        put(json, "retry", entry.about().retry());
        json.put("responsible", entry.about().responsible());
        put(json, "then", entry.about().then());
        guidance(json, entry.guidance());
        json.put("when", when(entry, words));
        return json;
    }

    /** What the rules that conclude it want to see, each sentence once. */
    static List<String> when(Entry entry, Words words) {
        Sentences sentences = Sentences.brief(words);
        return entry.grounds().stream()
                .map(ground -> sentences.outline(ground.rule()))
                .distinct()
                .limit(MOST_GROUNDS)
                .toList();
    }

    private static void guidance(Map<String, Object> json, Guidance guidance) {
        json.put("title", guidance.title());
        json.put("cause", guidance.cause());
        List<Map<String, Object>> steps = new ArrayList<>();
        guidance.steps()
                .forEach((who, own) -> own.forEach(step -> {
                    Map<String, Object> one = ordered("who", who, "text", step.text());
                    put(one, "command", step.command());
                    steps.add(one);
                }));
        json.put("steps", steps);
        put(json, "admin", guidance.admin());
        List<Map<String, Object>> links = new ArrayList<>();
        guidance.links().forEach(link -> links.add(ordered("title", link.title(), "url", link.url())));
        putUnlessEmpty(json, "links", links);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return json;
    }

    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void quote(Map<String, Object> json, String key, @Nullable String foreign) {
        String clean = foreign == null ? "" : Clean.quote(foreign);
        if (!clean.isEmpty()) {
            json.put(key, clean);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> json, String key, Object value) {
        boolean empty = value instanceof List<?> list ? list.isEmpty() : ((Map<?, ?>) value).isEmpty();
        if (!empty) {
            json.put(key, value);
        }
    }
}
