package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what could still be told: {@code group-members}, where a rule asks for it and all else that the rule asks for is there. */
final class Open {

    private final ContextNames contexts;
    private final List<Fits> inference = new ArrayList<>();
    private final List<Fits> conclusion = new ArrayList<>();

    Open(List<Rule> rules, ContextNames contexts, Asks asks) {
        this.contexts = contexts;
        Set<String> contextual = new HashSet<>();
        List<Fits> all = rules.stream().map(rule -> new Fits(rule, asks)).toList();
        all.stream().filter(fits -> fits.isInference() && fits.contexts().findAny().isPresent()).forEach(fits -> {
            contextual.add(fits.id());
            inference.add(fits);
        });
        all.stream().filter(fits -> !fits.isInference() && (fits.contexts().findAny().isPresent() || fits.inferred().anyMatch(contextual::contains)))
                .forEach(conclusion::add);
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
        Map<String, Set<String>> behind = new HashMap<>();
        Fits.Known read = new Fits.Known(facts, answers, told, Set.of());
        for (Fits fits : inference) {
            if (fits.on(read)) {
                fits.contexts().forEach(name -> behind.computeIfAbsent(fits.id(), i -> new HashSet<>()).add(name));
            }
        }
        Set<String> names = new HashSet<>();
        Fits.Known known = new Fits.Known(facts, answers, told, behind.keySet());
        for (Fits fits : conclusion) {
            if (fits.on(known)) {
                fits.contexts().forEach(names::add);
                fits.inferred().forEach(inferred -> names.addAll(behind.getOrDefault(inferred, Set.of())));
            }
        }
        names.removeAll(told);
        return contexts.all().stream().filter(name -> names.contains(name.name())).toList();
    }
}
