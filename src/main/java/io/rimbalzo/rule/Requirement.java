package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Demand.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pattern as it is told to people and programs, without the machinery: {@code not Status( !within("5.x.x") )}.
 *
 * @param absent  whether no fact may be there of which all this holds
 * @param demands what is asked of the fact, all of it; none where it is enough that there is one
 * @param text    as the rule writes it, without the word that tells whether it must be there
 */
public record Requirement(FactType type, boolean absent, List<Demand> demands, String text) {

    private static final String NAME = "name";

    public Requirement {
        demands = List.copyOf(demands);
    }

    public static Requirement of(Pattern pattern) {
        return new Requirement(
                pattern.type(),
                !pattern.isPositive(),
                pattern.conditions().stream().map(Demand::of).toList(),
                text(pattern));
    }

    private static String text(Pattern pattern) {
        String text = pattern.text();
        for (String word : List.of("not ", "exists ")) {
            text = text.startsWith(word) ? text.substring(word.length()) : text;
        }
        return text;
    }

    public boolean is(Class<?> fact) {
        return type.type == fact;
    }

    /** The same with other demands. */
    public Requirement with(List<Demand> others) {
        return new Requirement(type, absent, others, text);
    }

    /** Which context or inferred fact is meant, {@code recipient-kind}; null of other facts. */
    public @Nullable String name() {
        return demands.stream()
                .filter(this::isName)
                .map(demand -> (String) ((Value) demand).values().get(0))
                .findFirst()
                .orElse(null);
    }

    /** What is asked beside the name. */
    public List<Demand> beside() {
        return demands.stream().filter(demand -> !isName(demand)).toList();
    }

    /** Whether a demand names the context or the inferred fact that is meant. */
    public boolean isName(Demand demand) {
        return (is(Context.class) || is(Inferred.class))
                && demand instanceof Value value
                && !value.isDenied()
                && value.values().size() == 1
                && value.field().name().equals(NAME);
    }

    /** The demands, one by one, that a fact must meet for the rule; none where it must not be there. */
    public Stream<Demand> met() {
        return absent ? Stream.of() : demands.stream().flatMap(Demand::parts);
    }
}
