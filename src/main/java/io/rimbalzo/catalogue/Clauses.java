package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one pattern into words: {@code not Reply( says("disabled") )} into {@code nessuna risposta contiene «disabled»}. */
final class Clauses {

    /** Of how many facts something is said; the languages choose their articles by it. */
    private enum Which {
        one,
        another,
        none,
        every
    }

    /** A condition that stands in the subject, {@code il server remoto} for {@code role == "remote"}, with its values. */
    private record Named(Condition condition, Field field, List<Object> values) {}

    private final Grammar grammar;
    private final Predicates predicates;
    private final ContextClause context;

    Clauses(Grammar grammar) {
        this.grammar = grammar;
        this.predicates = new Predicates(grammar);
        this.context = new ContextClause(grammar);
    }

    /** @param again whether the sentence has spoken of a fact of this kind before */
    Predicate of(Pattern pattern, boolean again) {
        if (pattern.is(Context.class)) {
            return context.of(pattern);
        }
        List<Condition> conditions = new ArrayList<>(pattern.conditions());
        Named named = named(conditions);
        if (named != null) {
            conditions.remove(named.condition());
        }
        Which which = pattern.isPositive() ? again ? Which.another : Which.one : Which.none;
        if (conditions.isEmpty() || conditions.size() == 1 && isAnything(conditions.get(0))) {
            return new Predicate(
                    subject(pattern, named, "exists", which), false, named != null && named.values.size() > 1);
        }
        String denied = pattern.type().name() + ".denied";
        if (which == Which.none && grammar.has(denied)) {
            Predicate not = predicates.of(new Condition.All(conditions), false);
            return clause(grammar.say(denied, Map.of()), not);
        }
        Predicate said = conditions.size() == 1 && which == Which.none ? denied(conditions.get(0)) : null;
        if (said != null) {
            which = Which.every;
        } else {
            said = predicates.all(conditions);
        }
        return clause(subject(pattern, named, "subject", which), said);
    }

    private Predicate clause(String subject, Predicate said) {
        String text = grammar.say("clause", Map.of("subject", subject, "predicate", said.text()));
        return new Predicate(text, false, said.compound());
    }

    /** {@code result != ""}, {@code code >= 0}: whatever it is, it is there. */
    private static boolean isAnything(Condition condition) {
        return condition instanceof Compare compare
                && compare.right() instanceof Literal literal
                && (compare.operator() == Condition.Operator.NE
                                && literal.value().equals("")
                        || compare.operator() == Condition.Operator.GE
                                && literal.value().equals(0));
    }

    /** What is said of every fact where none may be otherwise: {@code not Status( !within("4.x.x") )}; null where all is affirmed. */
    private @Nullable Predicate denied(Condition condition) {
        return predicates.of(condition, true).negative() ? predicates.of(condition, false) : null;
    }

    private @Nullable Named named(List<Condition> conditions) {
        for (Condition condition : conditions) {
            Named named = null;
            if (condition instanceof Compare compare && compare.equalsLiteral()) {
                named = new Named(condition, compare.left(), List.of(((Literal) compare.right()).value()));
            } else if (condition instanceof In in && !in.negated()) {
                named = new Named(condition, in.left(), in.values());
            }
            if (named != null && (grammar.has(named.field + ".subject") || grammar.has(named.field + ".exists"))) {
                return named;
            }
        }
        return null;
    }

    private String subject(Pattern pattern, @Nullable Named named, String shape, Which which) {
        if (named == null) {
            return grammar.say(pattern.type().name() + "." + shape, Map.of("which", which.name()));
        }
        String key = named.field + "." + shape;
        String own = key + "." + named.values.get(0);
        List<String> values = named.values.stream()
                .map(value -> grammar.value(named.field.toString(), value))
                .toList();
        return grammar.say(
                named.values.size() == 1 && grammar.has(own) ? own : key,
                Map.of("which", which.name(), "value", grammar.list("or", values)));
    }
}
