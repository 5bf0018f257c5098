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

/** Finds what could still be told: {@code group-members}, where a rule asks for it and all else that the rule asks for is there. */
final class Open {

    private final ContextNames contexts;
    private final List<Fits> inference = new ArrayList<>();
    private final List<Fits> conclusion = new ArrayList<>();

    Open(List<Rule> rules, ContextNames contexts, Asks asks) {
        this.contexts = contexts;
        Set<String> contextual = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.isInference() && rule.names(Context.class).findAny().isPresent()) {
                contextual.add(rule.id());
                inference.add(new Fits(rule, asks));
            }
        }
        for (Rule rule : rules) {
            if (!rule.isInference()
                    && (rule.names(Context.class).findAny().isPresent()
                            || rule.names(Inferred.class).anyMatch(contextual::contains))) {
                conclusion.add(new Fits(rule, asks));
            }
        }
    }

    /**
     * In the order of rules/context.tsv.
     *
     * @param matters whether what a rule concludes could change the answer; rules that an answer silences always may
     */
    List<ContextName> names(List<Heard> facts, Predicate<Rule> matters) {
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
                fits.rule()
                        .names(Context.class)
                        .forEach(name -> behind.computeIfAbsent(fits.rule().id(), i -> new HashSet<>())
                                .add(name));
            }
        }
        Set<String> names = new HashSet<>();
        Fits.Known known = new Fits.Known(facts, answers, told, behind.keySet());
        for (Fits fits : conclusion) {
            if (fits.on(known) && (silenced(fits.rule()) || matters.test(fits.rule()))) {
                fits.rule().names(Context.class).forEach(names::add);
                fits.rule()
                        .names(Inferred.class)
                        .forEach(inferred -> names.addAll(behind.getOrDefault(inferred, Set.of())));
            }
        }
        names.removeAll(told);
        return contexts.all().stream()
                .filter(name -> names.contains(name.name()))
                .toList();
    }

    /** Whether something that is told, or inferred from it, may keep the rule from firing. */
    private static boolean silenced(Rule rule) {
        return rule.when().stream().anyMatch(p -> !p.isPositive() && (p.is(Context.class) || p.is(Inferred.class)));
    }
}
