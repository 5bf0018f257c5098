package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule as understood, nothing more than the vocabulary allows: {@code rule "access.denied (Gmail)" ... end}.
 *
 * @param place       where the word {@code rule} stands
 * @param annotations {@code source} and, on a base rule, what is known of the diagnosis
 */
public record Rule(String name, Place place, Map<String, String> annotations, List<Pattern> when, Then then) {

    /** The one line of {@code then}; evidence names patterns by number. */
    public sealed interface Then {

        List<Integer> evidence();
    }

    /** {@code conclude.certain("access.denied", $reply)} */
    public record Concluding(Certainty certainty, String id, List<Integer> evidence) implements Then {}

    /** {@code infer.that("forwarded", $list)} */
    public record Inferring(String name, List<Integer> evidence) implements Then {}

    /** Who says so. */
    public @Nullable String source() {
        return annotations.get("source");
    }

    /** What the rule concludes, {@code access.denied}, or infers, {@code forwarded}. */
    public String id() {
        return then instanceof Concluding concluding ? concluding.id() : ((Inferring) then).name();
    }

    /** How sure its conclusion is, by the verb; null for an inference. */
    public @Nullable Certainty certainty() {
        return then instanceof Concluding concluding ? concluding.certainty() : null;
    }

    /** Whether the rule has the diagnosis' own name, and tells what is known of it. */
    public boolean isBase() {
        return name.equals(id());
    }

    /** The words in brackets after the id, {@code Gmail}; none on a base rule, nor in inference. */
    public Optional<String> dialect() {
        boolean named = then instanceof Concluding && !isBase();
        return named ? Optional.of(name.substring(id().length() + 2, name.length() - 1)) : Optional.empty();
    }

    /** What must be there, and what must not, to be told. */
    public List<Requirement> requirements() {
        return when.stream().map(Requirement::of).toList();
    }

    /** The codes and ranges that it listens for: {@code 5.7.124}, {@code 5.7.606-649}, {@code 5.7.x}. */
    public List<String> codes() {
        return wanted(Status.class, demand -> true);
    }

    /** The three digits that it listens for: {@code 452}. */
    public List<String> replies() {
        return wanted(Reply.class, demand -> demand instanceof Demand.Value);
    }

    /** The words of a server that it listens for, as the rule writes them: {@code mailbox full}, {@code user * unknown}. */
    public List<String> phrases() {
        return wanted(Reply.class, demand -> demand instanceof Demand.Text);
    }

    private List<String> wanted(Class<?> fact, Predicate<Demand> kind) {
        return requirements().stream()
                .filter(requirement -> requirement.is(fact))
                .flatMap(Requirement::met)
                .filter(kind)
                .flatMap(demand -> demand.wanted().stream())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** What the conclusion rests on. */
    public Basis basis() {
        return Basis.of(this);
    }

    public int patternCount() {
        return when.size();
    }

    /** What its patterns listen for, wherever it stands: {@code mailbox full}, {@code user * unknown}. */
    public Stream<String> texts() {
        return when.stream()
                .flatMap(Pattern::leaves)
                .filter(leaf -> leaf instanceof Condition.Ask)
                .flatMap(leaf -> ((Condition.Ask) leaf).texts().stream());
    }

    /** The length of the longest phrase that the rule listens for, 0 if it listens for none. */
    public int longestPhrase() {
        return when.stream()
                .filter(Pattern::isPositive)
                .flatMap(Pattern::phrases)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The status codes that it names, one by one, those of ranges too. */
    public List<String> namedCodes() {
        return KnownCodes.of(List.of(this));
    }

    /** Whether something that only a person knows must have been told. */
    public boolean asksContext() {
        return when.stream().anyMatch(pattern -> pattern.isPositive() && pattern.is(Context.class));
    }

    /** The names that its patterns for one kind of fact ask for: {@code Context( name == "recipient-kind" )}. */
    Stream<String> names(Class<?> fact) {
        return when.stream().filter(pattern -> pattern.is(fact)).map(pattern -> pattern.literal("name"));
    }

    /** Whether it draws a fact from facts, and concludes nothing. */
    public boolean isInference() {
        return then instanceof Inferring;
    }
}
