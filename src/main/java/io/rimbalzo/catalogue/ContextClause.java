package io.rimbalzo.catalogue;

import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts what a person told into the words of its question: {@code alla domanda «Quanti membri ha il gruppo?» si è risposto «più di 5.000»}. */
final class ContextClause {

    private static final String NAME = "name";

    private final Grammar grammar;

    ContextClause(Grammar grammar) {
        this.grammar = grammar;
    }

    Predicate of(Pattern pattern) {
        String name = Objects.requireNonNull(pattern.literal(NAME), "what is told has a name");
        List<Condition> asked = pattern.conditions().stream()
                .filter(condition -> !(condition instanceof Compare compare
                        && compare.left().name().equals(NAME)))
                .toList();
        String question = grammar.words().say("context." + name + ".question");
        if (asked.isEmpty()) {
            String key = pattern.isPositive() ? "context.told" : "context.untold";
            return new Predicate(grammar.say(key, Map.of("question", question)), false, false);
        }
        boolean negative = asked.stream().allMatch(ContextClause::denies);
        List<String> answers = asked.stream()
                .flatMap(condition -> answers(name, condition).stream())
                .map(grammar::quoted)
                .toList();
        String key = "context." + (pattern.isPositive() ? negative ? "other" : "is" : negative ? "only" : "not");
        return new Predicate(
                grammar.say(key, Map.of("question", question, "answer", grammar.list("or", answers))),
                false,
                answers.size() > 1);
    }

    private static boolean denies(Condition condition) {
        return condition instanceof In in && in.negated()
                || condition instanceof Compare compare && compare.operator() == Operator.NE
                || condition instanceof Condition.Not;
    }

    private List<String> answers(String name, Condition condition) {
        if (condition instanceof Condition.Not not) {
            return answers(name, not.condition());
        }
        if (condition instanceof In in) {
            return in.values().stream().map(value -> answer(name, value)).toList();
        }
        if (condition instanceof Compare compare && compare.right() instanceof Literal literal) {
            return List.of(
                    compare.operator().isOrder()
                            ? count(name, compare.operator(), (Integer) literal.value())
                            : answer(name, literal.value()));
        }
        return condition
                .leaves()
                .filter(leaf -> leaf != condition)
                .flatMap(leaf -> answers(name, leaf).stream())
                .toList();
    }

    private String answer(String name, Object value) {
        return value instanceof Integer
                ? grammar.say("number", Map.of("value", value))
                : grammar.words().say("context." + name + "." + value);
    }

    /** In the words that the question offers: {@code più di 5.000}. */
    private String count(String name, Operator operator, int value) {
        boolean over = operator == Operator.GT || operator == Operator.GE;
        int limit = operator == Operator.GE || operator == Operator.LT ? value - 1 : value;
        return grammar.words().say("context." + name + (over ? ".over" : ".up-to"), Map.of("limit", limit));
    }
}
