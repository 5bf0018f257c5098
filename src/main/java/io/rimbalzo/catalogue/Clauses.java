package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Demand.Bound;
import io.rimbalzo.rule.Demand.Value;
import io.rimbalzo.rule.Requirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one requirement into words: {@code not Reply( says("disabled") )} into {@code nessuna risposta contiene «disabled»}. */
final class Clauses {

    /** Of how many facts something is said; the languages choose their articles by it. */
    private enum Which {
        one,
        another,
        none,
        every
    }

    private final Grammar grammar;
    private final Predicates predicates;
    private final ContextClause context;

    Clauses(Grammar grammar) {
        this.grammar = grammar;
        this.predicates = new Predicates(grammar);
        this.context = new ContextClause(grammar);
    }

    /** @param again whether the sentence has spoken of a fact of this kind before */
    Predicate of(Requirement requirement, boolean again) {
        if (requirement.is(Context.class)) {
            return context.of(requirement);
        }
        Value named = named(requirement.demands());
        List<Demand> demands = requirement.demands().stream()
                .filter(demand -> !demand.equals(named))
                .toList();
        Which which = requirement.absent() ? Which.none : again ? Which.another : Which.one;
        if (demands.isEmpty() || demands.size() == 1 && isAnything(demands.get(0))) {
            return new Predicate(
                    subject(requirement, named, "exists", which),
                    false,
                    named != null && named.values().size() > 1);
        }
        String denied = requirement.type().name() + ".denied";
        if (requirement.absent() && grammar.has(denied)) {
            return clause(grammar.say(denied, Map.of()), predicates.of(new Demand.Every(demands).denied()));
        }
        Predicate said = predicates.all(demands);
        if (requirement.absent() && demands.size() == 1 && said.negative()) {
            // none is otherwise: every one is so
            which = Which.every;
            said = predicates.of(demands.get(0).denied());
        }
        return clause(subject(requirement, named, "subject", which), said);
    }

    private Predicate clause(String subject, Predicate said) {
        String text = grammar.say("clause", Map.of("subject", subject, "predicate", said.text()));
        return new Predicate(text, false, said.compound());
    }

    /** {@code result != ""}, {@code code >= 0}: whatever it is, it is there. */
    private static boolean isAnything(Demand demand) {
        return demand instanceof Value value
                        && value.isDenied()
                        && value.values().equals(List.of(""))
                || demand instanceof Bound bound && bound.operator() == Operator.GE && bound.number() == 0;
    }

    /** The demand that stands in the subject: {@code il server remoto} for {@code role == "remote"}. */
    private @Nullable Value named(List<Demand> demands) {
        for (Demand demand : demands) {
            if (demand instanceof Value value && !value.isDenied() && grammar.isSubject(value.field())) {
                return value;
            }
        }
        return null;
    }

    private String subject(Requirement requirement, @Nullable Value named, String shape, Which which) {
        if (named == null) {
            return grammar.say(requirement.type().name() + "." + shape, Map.of("which", which.name()));
        }
        String key = named.field() + "." + shape;
        String own = key + "." + named.values().get(0);
        List<String> values = named.values().stream()
                .map(value -> grammar.value(named.field().toString(), value))
                .toList();
        return grammar.say(
                named.values().size() == 1 && grammar.has(own) ? own : key,
                Map.of("which", which.name(), "value", grammar.list("or", values)));
    }
}
