package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what could still be told: {@code group-members}, where a rule asks for it and all else that the rule asks for is there. */
final class Open {

    private final ContextNames contexts;
    private final List<Fits> inference = new ArrayList<>();
    private final List<Fits> conclusion = new ArrayList<>();

    Open(List<Rule> rules, ContextNames contexts, Asks asks) {
        this.contexts = contexts;
        Set<String> contextual = new HashSet<>();
        rules.stream().filter(rule -> rule.isInference() && asked(rule).findAny().isPresent()).forEach(rule -> {
            contextual.add(rule.id());
            inference.add(new Fits(rule, asks));
        });
        rules.stream().filter(rule -> !rule.isInference() && (asked(rule).findAny().isPresent()
                || inferred(rule).anyMatch(contextual::contains))).forEach(rule -> conclusion.add(new Fits(rule, asks)));
    }

    private static Stream<String> asked(Rule rule) {
        return rule.when().stream().filter(p -> p.is(Context.class)).map(p -> p.literal("name"));
    }

    private static Stream<String> inferred(Rule rule) {
        return rule.when().stream().filter(p -> p.is(Inferred.class)).map(p -> p.literal("name"));
    }

    /** In the order of rules/context.tsv. */
    List<ContextName> names(List<Heard> facts) {
        Set<String> told = new HashSet<>();
        BitSet answers = new BitSet();
        for (Heard heard : facts) {
            answers.or(heard.answers());
            if (heard.fact() instanceof Context context) {
                told.add(context.name());
            }
        }
        Predicate<Pattern> untold = p -> p.is(Context.class) && !told.contains(p.literal("name"));
        Map<String, Set<String>> behind = new HashMap<>();
        matching(inference, facts, answers, untold).forEach(rule -> asked(rule)
                .forEach(name -> behind.computeIfAbsent(rule.id(), i -> new HashSet<>()).add(name)));
        Predicate<Pattern> open = untold.or(p -> p.is(Inferred.class) && behind.containsKey(p.literal("name")));
        Set<String> names = new HashSet<>();
        matching(conclusion, facts, answers, open).forEach(rule -> {
            asked(rule).forEach(names::add);
            inferred(rule).forEach(i -> names.addAll(behind.getOrDefault(i, Set.of())));
        });
        return contexts.all().stream().filter(n -> names.contains(n.name()) && !told.contains(n.name())).toList();
    }

    private static Stream<Rule> matching(List<Fits> rules, List<Heard> facts, BitSet answers, Predicate<Pattern> open) {
        return rules.stream().filter(fits -> fits.on(facts, answers, open)).map(Fits::rule).filter(rule -> rule.when().stream().anyMatch(open));
    }
}
