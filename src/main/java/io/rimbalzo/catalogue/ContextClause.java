package io.rimbalzo.catalogue;

import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Demand.Bound;
import io.rimbalzo.rule.Demand.Value;
import io.rimbalzo.rule.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts what a person told into the words of its question: {@code alla domanda «Quanti membri ha il gruppo?» si è risposto «più di 5.000»}. */
final class ContextClause {

    private final Grammar grammar;

    ContextClause(Grammar grammar) {
        this.grammar = grammar;
    }

    Predicate of(Requirement requirement) {
        String name = Objects.requireNonNull(requirement.name(), "what is told has a name");
        List<Demand> asked = requirement.beside();
        String question = grammar.words().say("context." + name + ".question");
        if (asked.isEmpty()) {
            String key = requirement.absent() ? "context.untold" : "context.told";
            return new Predicate(grammar.say(key, Map.of("question", question)), false, false);
        }
        List<Demand> parts = asked.stream().flatMap(Demand::parts).toList();
        boolean negative = parts.stream().allMatch(part -> part instanceof Value value && value.isDenied());
        List<String> answers = parts.stream()
                .flatMap(part -> answers(name, part).stream())
                .map(grammar::quoted)
                .toList();
        String key = "context." + (requirement.absent() ? negative ? "only" : "not" : negative ? "other" : "is");
        return new Predicate(
                grammar.say(key, Map.of("question", question, "answer", grammar.list("or", answers))),
                false,
                answers.size() > 1);
    }

    private List<String> answers(String name, Demand part) {
        if (part instanceof Value value) {
            return value.values().stream().map(one -> answer(name, one)).toList();
        }
        return part instanceof Bound bound ? List.of(count(name, bound)) : List.of();
    }

    private String answer(String name, Object value) {
        return value instanceof Integer
                ? grammar.say("number", Map.of("value", value))
                : grammar.words().say("context." + name + "." + value);
    }

    /** In the words that the question offers: {@code più di 5.000}. */
    private String count(String name, Bound bound) {
        String key = "context." + name + (bound.isLower() ? ".over" : ".up-to");
        return grammar.words().say(key, Map.of("limit", bound.limit()));
    }
}
