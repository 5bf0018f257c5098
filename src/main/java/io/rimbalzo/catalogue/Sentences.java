package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Pattern;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads rules out in one language: {@code Se il codice di stato è 5.7.124, allora è probabile: Il mittente non è fra
 * quelli che possono scrivere al gruppo.} The grammar is that of i18n/rules_*.properties.
 */
public final class Sentences {

    private static final int MOST_PHRASES = 5;

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

    /** With the first phrases of each condition; the others are counted: whoever wants all reads the rule. */
    public static Sentences brief(Words words) {
        return new Sentences(words, MOST_PHRASES);
    }

    /** The whole rule as one sentence, with its full stop. */
    public String of(Rule rule) {
        return of(rule, List.of());
    }

    /** The same for a rule that fired: of many phrases those that its evidence has come first. */
    public String of(Rule rule, List<Fact> evidence) {
        String when = joined(clauses(rule, evidence));
        if (rule.then() instanceof Rule.Concluding concluding) {
            String title = Advisor.advise(words, concluding.id(), new Values()).title();
            return grammar.say("sentence." + concluding.certainty().name(), Map.of("when", when, "title", title));
        }
        return grammar.say("sentence.infer", Map.of("when", when, "inferred", inferred(rule.id())));
    }

    /** What the rule wants to see, {@code la risposta contiene «mailbox full» e il codice di stato è 5.2.2}. */
    public String when(Rule rule) {
        return joined(clauses(rule, List.of()));
    }

    /** The same in short, a clause for each pattern: {@code la risposta contiene «mailbox full»; il codice di stato è 5.2.2}. */
    public String outline(Rule rule) {
        return clauses(rule, List.of()).stream().map(Predicate::text).collect(Collectors.joining("; "));
    }

    private List<Predicate> clauses(Rule rule, List<Fact> evidence) {
        List<Predicate> said = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Requirement requirement : rule.requirements()) {
            String kind = requirement.type().name();
            said.add(clauses.of(HeardFirst.in(requirement, evidence), seen.contains(kind)));
            if (!requirement.absent()) {
                seen.add(kind);
            }
        }
        return said;
    }

    private String joined(List<Predicate> said) {
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
        return clauses.of(Requirement.of(pattern), false).text();
    }

    /** What one condition wants to see of the fact of a pattern, the pattern's other conditions left aside. */
    public String of(Pattern pattern, Condition condition) {
        Requirement whole = Requirement.of(pattern);
        List<Demand> only = new ArrayList<>(
                whole.demands().stream().filter(demand -> names(whole, demand)).toList());
        only.add(Demand.of(condition));
        return clauses.of(whole.with(only), false).text();
    }

    /** Whether a demand says which fact is meant: {@code name == "recipient-kind"}, {@code role == "remote"}. */
    private boolean names(Requirement requirement, Demand demand) {
        return requirement.isName(demand)
                || demand instanceof Demand.Value value
                        && !value.isDenied()
                        && value.values().size() == 1
                        && grammar.isSubject(value.field());
    }

    /** What is inferred, as a clause: {@code il messaggio è passato da un inoltro}. */
    public String inferred(String name) {
        String key = "Inferred.name.exists";
        return grammar.say(
                grammar.has(key + "." + name) ? key + "." + name : key,
                Map.of("which", "one", "value", grammar.quoted(name)));
    }
}
