package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Pattern;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rules out in one language: {@code Se il codice di stato è 5.7.124, allora è probabile: Il mittente non è fra
 * quelli che possono scrivere al gruppo.} The grammar is that of i18n/rules_*.properties.
 */
public final class Sentences {

    private final Words words;
    private final Grammar grammar;
    private final Clauses clauses;

    private Sentences(Words words, int most) {
        this.words = words;
        this.grammar = new Grammar(words, most);
        this.clauses = new Clauses(grammar);
    }

    /** With every phrase that a rule listens for. */
    public static Sentences whole(Words words) {
        return new Sentences(words, Integer.MAX_VALUE);
    }

    /** With the first {@code most} phrases of each condition; the others are counted. */
    public static Sentences brief(Words words, int most) {
        return new Sentences(words, most);
    }

    /** The whole rule as one sentence, with its full stop. */
    public String of(Rule rule) {
        String when = when(rule);
        if (rule.then() instanceof Rule.Concluding concluding) {
            String title = Advisor.advise(words, concluding.id(), new Values()).title();
            return grammar.say("sentence." + concluding.certainty().name(), Map.of("when", when, "title", title));
        }
        return grammar.say("sentence.infer", Map.of("when", when, "inferred", inferred(rule.id())));
    }

    /** The same for a rule that fired: of many phrases those that its evidence has come first. */
    public String of(Rule rule, List<Fact> evidence) {
        List<Pattern> patterns = rule.when().stream()
                .map(pattern -> HeardFirst.in(pattern, evidence))
                .toList();
        return of(new Rule(rule.name(), rule.place(), rule.annotations(), patterns, rule.then()));
    }

    /** What the rule wants to see, {@code la risposta contiene «mailbox full»}. */
    public String when(Rule rule) {
        List<Predicate> said = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Pattern pattern : rule.when()) {
            String kind = pattern.type().name();
            said.add(clauses.of(pattern, seen.contains(kind)));
            if (pattern.isPositive()) {
                seen.add(kind);
            }
        }
        String text = said.get(0).text();
        for (int i = 1; i < said.size(); i++) {
            boolean plain = said.size() == 2 && said.stream().noneMatch(Predicate::compound);
            String key = "when." + (plain ? "two" : i == said.size() - 1 ? "last" : "next");
            text = grammar.say(key, Map.of("before", text, "item", said.get(i).text()));
        }
        return text;
    }

    /** What one pattern wants to see. */
    public String of(Pattern pattern) {
        return clauses.of(pattern, false).text();
    }

    /** What one condition wants to see of the fact of a pattern, the pattern's other conditions left aside. */
    public String of(Pattern pattern, Condition condition) {
        List<Condition> only = new ArrayList<>(
                pattern.conditions().stream().filter(this::names).toList());
        only.add(condition);
        return of(new Pattern(pattern.index(), pattern.kind(), pattern.type(), only, pattern.place(), pattern.text()));
    }

    /** Whether a condition says which fact is meant: {@code name == "recipient-kind"}, {@code role == "remote"}. */
    private boolean names(Condition condition) {
        return condition instanceof Condition.Compare compare
                && compare.equalsLiteral()
                && (compare.left().toString().equals("Context.name")
                        || grammar.has(compare.left() + ".subject")
                        || grammar.has(compare.left() + ".exists"));
    }

    /** What is inferred, as a clause: {@code il messaggio è passato da un inoltro}. */
    public String inferred(String name) {
        String key = "Inferred.name.exists";
        return grammar.say(
                grammar.has(key + "." + name) ? key + "." + name : key,
                Map.of("which", "one", "value", grammar.quoted(name)));
    }
}
