package io.rimbalzo.render;

import io.rimbalzo.catalogue.Sentences;
import io.rimbalzo.diagnosis.Standing;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Header;
import io.rimbalzo.fact.Hop;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Basis;
import io.rimbalzo.rule.FactType;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Nearly;
import io.rimbalzo.rule.Outcome;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Strength;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the answer for one failed recipient came about, in one language: what both forms of {@code rimbalzo why} tell. */
final class Account {

    private final Words words;
    private final Sentences sentences;
    private final Result.Told told;
    private final List<Standing> standings;
    private final Set<Fact> used;

    Account(Result.Told told, Words words) {
        this.told = told;
        this.words = words;
        this.sentences = Sentences.brief(words);
        this.standings = Standing.of(told.judgement());
        this.used = used(told.judgement().outcome());
    }

    Result.Told told() {
        return told;
    }

    List<Standing> standings() {
        return standings;
    }

    List<Nearly> nearly() {
        return told.judgement().hearing().nearly();
    }

    String sentence(Rule rule) {
        return sentences.of(rule);
    }

    /** The sentence of a rule that fired. */
    String sentence(Rule rule, List<Fact> evidence) {
        return sentences.of(rule, evidence);
    }

    String inferred(String name) {
        return sentences.inferred(name);
    }

    String title(String id) {
        return Advisor.advise(words, id, new Values()).title();
    }

    /** The values of a fact under the names that rules give them, without those that were not read. */
    static Map<String, Object> fields(Fact fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Objects.requireNonNull(FactType.of(fact), "rules know all facts")
                .fields()
                .forEach(field -> {
                    Object value = field.of(fact);
                    if (value != null) {
                        fields.put(field.name(), value);
                    }
                });
        return fields;
    }

    /** Whether a fact is one of the many that a message has and rules seldom look at, and none did. */
    boolean isIdle(Fact fact) {
        return (fact instanceof Header || fact instanceof Hop) && !used.contains(fact);
    }

    private static Set<Fact> used(Outcome outcome) {
        Set<Fact> used = Collections.newSetFromMap(new IdentityHashMap<>());
        outcome.findings().forEach(finding -> used.addAll(finding.evidence()));
        outcome.inferred().values().forEach(reasons -> reasons.forEach(reason -> used.addAll(reason.evidence())));
        return used;
    }

    String basis(Basis basis) {
        return words.say("why.basis." + basis.name());
    }

    String certainty(Finding finding) {
        return words.say("why.certainty." + finding.certainty());
    }

    /** Why it stands where it stands. */
    String behind(int place) {
        Standing standing = standings.get(place);
        if (standing.behind() == null) {
            return words.say("why.first");
        }
        Finding first = standings.get(place - 1).best();
        Finding second = standing.best();
        Map<String, Object> values = switch (standing.behind()) {
            case CERTAINTY -> Map.of("first", certainty(first), "second", certainty(second));
            case BASIS ->
                Map.of(
                        "first", basis(first.strength().basis()),
                        "second", basis(second.strength().basis()));
            case PATTERNS ->
                Map.of(
                        "first", first.strength().patterns(),
                        "second", second.strength().patterns());
            case PHRASE ->
                Map.of(
                        "first", first.strength().phrase(),
                        "second", second.strength().phrase());
            case ID, RULE -> Map.of();
        };
        return words.say("why.behind." + standing.behind().name(), values);
    }

    /** Why it is not told beside the diagnosis, or that it is; null for the diagnosis itself. */
    @Nullable
    String shown(int place) {
        Standing standing = standings.get(place);
        if (place == 0) {
            return null;
        }
        if (standing.hidden() == null) {
            return words.say("why.told");
        }
        Strength first = standings.get(0).best().strength();
        return words.say(
                "why.hidden." + standing.hidden().name(),
                Map.of(
                        "first",
                        basis(first.basis()),
                        "second",
                        basis(standing.best().strength().basis())));
    }

    /** {@code diagnosis}, {@code alternative} or {@code hidden}. */
    String place(int place) {
        return place == 0 ? "diagnosis" : standings.get(place).hidden() == null ? "alternative" : "hidden";
    }

    /** What was lacking, as a clause: {@code la risposta contiene «mailbox full»}. */
    String missing(Nearly nearly) {
        return nearly.condition() == null
                ? sentences.of(nearly.pattern())
                : sentences.of(nearly.pattern(), nearly.condition());
    }

    /** Whether a fact stood in the way, rather than one being missing. */
    static boolean isAgainst(Nearly nearly) {
        return !nearly.pattern().isPositive();
    }

    static @Nullable String lower(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
