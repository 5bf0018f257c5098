package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Outcome.Because;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule base, ready and unchanging: all of rules/ and rules/inference; many threads may ask it at once. */
public final class Rules {

    /** A rule that matched, and the facts that it names as its evidence. */
    private record Match(Rule rule, List<Fact> evidence) {
    }

    private final List<Rule> all;
    private final ContextNames contexts;
    private final Map<String, About> about = new LinkedHashMap<>();
    private final Set<String> inferredNames = new LinkedHashSet<>();
    private final Asks asks;
    private final Pass inference;
    private final Pass conclusion;
    private final Open open;

    private Rules(List<Rule> all, ContextNames contexts) {
        this.all = all;
        this.contexts = contexts.with(all);
        asks = new Asks(all);
        inference = new Pass(all.stream().filter(Rule::isInference).toList(), asks);
        conclusion = new Pass(all.stream().filter(rule -> !rule.isInference()).toList(), asks);
        open = new Open(all, this.contexts, asks);
        all.stream().filter(rule -> !rule.isInference() && rule.isBase()).forEach(rule -> about.put(rule.id(), About.of(rule)));
        all.stream().filter(Rule::isInference).forEach(rule -> inferredNames.add(rule.id()));
    }

    /**
     * Reads and checks the files: {@code rules/access.drl} and its text, {@code rules/context.tsv} and its text.
     *
     * @throws Refused with all complaints, if the files cannot be used as they are
     */
    public static Rules load(Map<String, String> files) throws Refused {
        return load(files, Optional.empty());
    }

    /** The same, but files that were read before are taken from the folder, which belongs to one build of the program. */
    public static Rules load(Map<String, String> files, Optional<Path> cache) throws Refused {
        ContextNames contexts = contexts(files);
        RuleCache kept = new RuleCache(cache, files);
        List<Rule> known = kept.read();
        List<Rule> rules = known != null ? known : RuleSet.read(files, contexts);
        if (known == null) {
            kept.write(rules);
        }
        return new Rules(rules, contexts);
    }

    private static ContextNames contexts(Map<String, String> files) throws Refused {
        try {
            return ContextNames.read(files);
        } catch (Refused.Here e) {
            throw new Refused(List.of(e.complaint(null)));
        }
    }

    /** The rules in the order of their files and lines, those of rules/inference among them. */
    public List<Rule> all() {
        return all;
    }

    /** What is known of each diagnosis. */
    public Map<String, About> about() {
        return Collections.unmodifiableMap(about);
    }

    public Set<String> inferredNames() {
        return Collections.unmodifiableSet(inferredNames);
    }

    public ContextNames contexts() {
        return contexts;
    }

    /** First infers facts from those that were read, then concludes from all of them. */
    public Outcome judge(Collection<? extends Fact> facts) {
        List<Heard> heard = heard(facts);
        Map<Inferred, List<Because>> inferred = new LinkedHashMap<>();
        for (Match match : run(inference, heard)) {
            Optional<Inferred> same = inferred.keySet().stream().filter(i -> i.name().equals(match.rule.id())).findFirst();
            Inferred fact = same.orElseGet(() -> new Inferred(match.rule.id(), match.evidence.get(0).quote()));
            inferred.computeIfAbsent(fact, f -> new ArrayList<>()).add(new Because(match.rule, match.evidence));
        }
        heard.addAll(heard(inferred.keySet()));
        List<Finding> findings = run(conclusion, heard).stream().map(match -> new Finding(match.rule.id(),
                ((Rule.Concluding) match.rule.then()).certainty(), match.rule, match.evidence)).toList();
        return new Outcome(findings, Collections.unmodifiableMap(inferred));
    }

    /**
     * What a person could still tell that might change this outcome: the names that rules ask for, where all else that
     * these rules ask for is there.
     *
     * @param outcome what {@link #judge} made of the same facts
     */
    public List<ContextName> undecided(Collection<? extends Fact> facts, Outcome outcome) {
        List<Heard> heard = heard(facts);
        heard.addAll(heard(outcome.inferred().keySet()));
        return open.names(heard);
    }

    /** Equal facts are one; their quotes are compared first, since records are slow to hash on a cold start. */
    private List<Heard> heard(Collection<? extends Fact> facts) {
        List<Heard> heard = new ArrayList<>();
        Map<String, List<Fact>> known = new HashMap<>();
        for (Fact fact : facts) {
            List<Fact> same = known.computeIfAbsent(fact.quote(), q -> new ArrayList<>(1));
            if (!same.contains(fact) && Vocabulary.MAIL.of(fact) != null) {
                same.add(fact);
                heard.add(Heard.of(fact, asks));
            }
        }
        return heard;
    }

    private static List<Match> run(Pass pass, List<Heard> facts) {
        List<Match> matches = new ArrayList<>();
        pass.run(facts, (rule, seen) -> matches.add(new Match(rule, rule.then().evidence().stream().map(i -> seen[i]).toList())));
        if (matches.size() > 1) {
            List<Fact> order = facts.stream().<Fact>map(Heard::fact).toList();
            matches.sort(Comparator.comparing((Match m) -> m.rule.place().file()).thenComparingInt(m -> m.rule.place().line())
                    .thenComparing(m -> m.evidence.stream().mapToInt(order::indexOf).toArray(), Arrays::compare));
        }
        return matches;
    }
}
