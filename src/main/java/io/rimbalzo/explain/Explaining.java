package io.rimbalzo.explain;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.explain.Explanation.Ground;
import io.rimbalzo.explain.Explanation.Kind;
import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.fact.Folded;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Spelling;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what the rules and words know of a code, an id or a phrase: {@code 5.7.124}, {@code mailbox full}. */
public final class Explaining {

    private static final int MOST_OTHERS = 8;
    private static final int MOST_NEAR = 5;
    private static final int SHORTEST_PART = 5;

    private final Rules rules;
    private final Words words;
    private final Supplier<Search> search;
    private final Function<String, Judgement> judge;
    private final Predicate<String> announcing;

    /**
     * @param judge what the machine says of a bare code or answer; null where it can make nothing of it
     * @param announcing whether a word, in lower case, does no more than announce a code: {@code error}
     */
    public Explaining(
            Rules rules,
            Words words,
            Supplier<Search> search,
            Function<String, Judgement> judge,
            Predicate<String> announcing) {
        this.rules = rules;
        this.words = words;
        this.search = search;
        this.judge = judge;
        this.announcing = announcing;
    }

    public Explanation explain(String what) {
        Query query = Query.of(what, announcing);
        Optional<String> id = id(query.text());
        if (id.isPresent()) {
            return found(query, Kind.ID, List.of(entry(id.get(), null, query.code(), rule -> false)));
        }
        if (query.bad() != null) {
            return new Explanation(
                    query.text(),
                    Kind.CODE,
                    words,
                    List.of(),
                    List.of(),
                    words.say("error.bad-code", Map.of("code", query.bad())),
                    List.of());
        }
        if (query.codes() != null) {
            return codes(query);
        }
        return query.reply() != null ? reply(query) : text(query);
    }

    /** An id, or the name of a rule: {@code access.group-large (restrictions missing)}. */
    private Optional<String> id(String text) {
        String lower = Folded.fold(text);
        return rules.about().containsKey(lower)
                ? Optional.of(lower)
                : rules.all().stream()
                        .filter(rule -> Folded.fold(rule.name()).equals(lower)
                                && rules.about().containsKey(rule.id()))
                        .map(Rule::id)
                        .findFirst();
    }

    private Explanation found(Query query, Kind kind, List<Entry> entries) {
        String message = entries.isEmpty() ? nothing(query) : null;
        return new Explanation(query.text(), kind, words, entries, List.of(), message, List.of());
    }

    private String nothing(Query query) {
        return words.say("error.explain.nothing", Map.of("found", query.text()));
    }

    private Explanation codes(Query query) {
        CodeRange asked = Objects.requireNonNull(query.codes(), "asked for by a code");
        Predicate<Rule> naming = rule ->
                rule.codes().stream().map(CodeRange::parse).anyMatch(range -> isNarrow(range) && meet(range, asked));
        Judgement judged = judge.apply(query.isOneCode() && query.reply() != null ? query.text() : query.code());
        List<Entry> entries = entries(judged, query.code(), naming);
        boolean unknown = query.isOneCode()
                && !entries.isEmpty()
                && entries.get(0).certainty() == Certainty.possible
                && rules.all().stream().noneMatch(naming);
        if (!unknown) {
            return found(query, Kind.CODE, entries);
        }
        List<String> near = near(asked);
        String message = words.say(
                near.isEmpty() ? "heading.explain.unknown-code" : "heading.explain.near-codes",
                Map.of("code", query.code(), "known", String.join(", ", near)));
        return new Explanation(query.text(), Kind.CODE, words, entries, List.of(), message, near);
    }

    /** Whether a range says more than its class and subject. */
    private static boolean isNarrow(CodeRange range) {
        return range.subject() != CodeRange.ANY && range.first() != CodeRange.ANY && range.last() - range.first() < 900;
    }

    private static boolean meet(CodeRange a, CodeRange b) {
        return (a.kind() == CodeRange.ANY || b.kind() == CodeRange.ANY || a.kind() == b.kind())
                && (b.subject() == CodeRange.ANY || a.subject() == b.subject())
                && (b.first() == CodeRange.ANY || a.first() <= b.last() && b.first() <= a.last());
    }

    /** Codes of the same class and subject that are known, those with the nearest numbers first. */
    private List<String> near(CodeRange asked) {
        Set<String> known = new LinkedHashSet<>();
        rules.all()
                .forEach(rule -> rule.codes().stream()
                        .filter(code -> CodeRange.ofCode(code)
                                .filter(c ->
                                        c.kind() == asked.kind() && c.subject() == asked.subject() && c.first() > 0)
                                .isPresent())
                        .forEach(known::add));
        Comparator<String> byDistance = Comparator.comparing(code -> distance(code, asked));
        return known.stream()
                .sorted(byDistance.thenComparing(code -> code))
                .limit(MOST_NEAR)
                .toList();
    }

    private static int distance(String code, CodeRange asked) {
        return Math.abs(CodeRange.parse(code).first() - asked.first());
    }

    private Explanation reply(Query query) {
        return found(
                query,
                Kind.REPLY,
                entries(judge.apply(query.reply()), null, rule -> rule.replies().contains(query.reply())));
    }

    private Explanation text(Query query) {
        String folded = Folded.fold(query.text());
        Predicate<Rule> hearing = rule -> rule.phrases().stream()
                .anyMatch(phrase -> Folded.says(query.text(), phrase)
                        || folded.length() >= SHORTEST_PART && Folded.says(phrase, folded));
        List<Entry> entries = entries(judge.apply(query.text()), null, hearing);
        Optional<String> meant = entries.isEmpty() && isLikeId(folded)
                ? Spelling.nearest(folded, rules.about().keySet())
                : Optional.empty();
        if (meant.isPresent()) {
            String message = words.say(
                    "error.explain.unknown-id",
                    Map.of(
                            "found",
                            query.text(),
                            "suggestion",
                            words.say("error.suggestion", Map.of("nearest", meant.get()))));
            return new Explanation(query.text(), Kind.ID, words, List.of(), List.of(), message, List.of(meant.get()));
        }
        List<Entry> others = new ArrayList<>();
        for (String id : search.get().ids(query.text(), MOST_OTHERS + entries.size())) {
            if (others.size() < MOST_OTHERS && entries.stream().noneMatch(e -> e.id().equals(id))) {
                others.add(entry(id, null, null, rule -> false));
            }
        }
        String message = entries.isEmpty() && others.isEmpty() ? nothing(query) : null;
        return new Explanation(query.text(), Kind.TEXT, words, entries, others, message, List.of());
    }

    private static boolean isLikeId(String text) {
        return text.indexOf('.') > 0
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-');
    }

    /** What the machine answers, then what else it thinks of, then all that some rule names, the firmest first. */
    private List<Entry> entries(Judgement judged, @Nullable String code, Predicate<Rule> naming) {
        List<Entry> entries = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        if (judged != null && judged.diagnosis() != null) {
            List<Diagnosis> all = new ArrayList<>(List.of(judged.diagnosis()));
            all.addAll(judged.alternatives());
            for (Diagnosis diagnosis : all) {
                told.add(diagnosis.id());
                entries.add(entry(diagnosis.id(), diagnosis.rule(), code, naming));
            }
        }
        rules.all().stream()
                .filter(rule -> rules.about().containsKey(rule.id()) && naming.test(rule))
                .sorted(Comparator.comparing(Rule::basis).thenComparing(Rule::id))
                .forEach(rule -> {
                    if (told.add(rule.id())) {
                        entries.add(entry(rule.id(), null, code, naming));
                    }
                });
        return entries;
    }

    /** @param judged the rule that answers what was asked for, or null where none did */
    private Entry entry(String id, @Nullable Rule judged, @Nullable String code, Predicate<Rule> naming) {
        About about = Objects.requireNonNull(rules.about().get(id), id);
        List<Ground> grounds = new ArrayList<>();
        for (Rule rule : rules.all()) {
            if (rule.id().equals(id)) {
                Certainty sure = rule.certainty();
                if (sure != null) {
                    grounds.add(new Ground(rule, sure, rule.equals(judged) || naming.test(rule)));
                }
            }
        }
        grounds.sort(Comparator.comparing((Ground ground) -> !ground.rule().equals(judged))
                .thenComparing(ground -> !ground.named())
                .thenComparing(Ground::certainty));
        return new Entry(
                id,
                about,
                grounds.get(0).certainty(),
                Advisor.advise(words, id, new Values().put("code", code), about.responsible(), about.then()),
                grounds);
    }
}
