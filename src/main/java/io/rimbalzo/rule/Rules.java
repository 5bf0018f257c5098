package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A rule base, ready and unchanging: all of rules/ and rules/inference; many threads may ask it at once. */
public final class Rules {

    private final List<Rule> all;
    private final ContextNames contexts;
    private final Map<String, About> about = new LinkedHashMap<>();
    private final Set<String> inferredNames = new LinkedHashSet<>();
    private final Asks asks;
    private final Pass inference;
    private final Pass conclusion;
    private final Open open;
    private final Map<String, Strength> strengths = new ConcurrentHashMap<>();
    /** What this was read from, and what was read, by file. */
    private final Map<String, String> files;

    private final Map<String, List<Rule>> byFile;

    Rules(List<Rule> all, ContextNames contexts) {
        this(all, contexts, Map.of(), Map.of());
    }

    private Rules(List<Rule> all, ContextNames contexts, Map<String, String> files, Map<String, List<Rule>> byFile) {
        this.all = all;
        this.files = files;
        this.byFile = byFile;
        this.contexts = contexts.with(all);
        asks = new Asks(all);
        inference = new Pass(all.stream().filter(Rule::isInference).toList(), asks);
        conclusion = new Pass(all.stream().filter(rule -> !rule.isInference()).toList(), asks);
        open = new Open(all, this.contexts, asks);
        all.stream()
                .filter(rule -> !rule.isInference() && rule.isBase())
                .forEach(rule -> about.put(rule.id(), About.of(rule)));
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
        return usable(draft(files, cache));
    }

    private static Rules usable(Draft draft) throws Refused {
        if (draft.rules() == null) {
            throw new Refused(draft.complaints());
        }
        return draft.rules();
    }

    /** The files as their author left them: what can be used of them, and what is wrong with the rest. */
    public static Draft draft(Map<String, String> files, Optional<Path> cache) {
        if (cache.isPresent()) {
            warmUp();
        }
        RuleCache kept = new RuleCache(cache, files);
        Map<String, List<Rule>> known = kept.read();
        Draft draft = draft(files, known);
        if (draft.rules() != null && !known.keySet().equals(draft.rules().byFile.keySet())) {
            kept.write(draft.rules().byFile);
        }
        return draft;
    }

    private static Draft draft(Map<String, String> files, Map<String, List<Rule>> known) {
        List<Complaint> complaints = new ArrayList<>();
        ContextNames contexts = ContextNames.read(files, complaints::add);
        RuleSet set = RuleSet.read(files, contexts, known);
        boolean named = complaints.isEmpty();
        set.complaints().stream()
                .filter(c -> named || !c.sentence().key().endsWith(".unknown-context"))
                .forEach(complaints::add);
        return new Draft(
                set.rules(),
                contexts.all(),
                set.names().keySet(),
                List.copyOf(complaints),
                complaints.isEmpty() ? new Rules(set.rules(), contexts, Map.copyOf(files), set.byFile()) : null);
    }

    /**
     * The rule base of the files as they are now; those that are as they were are not read again.
     *
     * @throws Refused with all complaints, if the files cannot be used as they are; this rule base stays as it is
     */
    public Rules with(Map<String, String> now) throws Refused {
        if (now.equals(files)) {
            return this;
        }
        Map<String, List<Rule>> known = new HashMap<>();
        // what a rule may ask of context stands in other files: where these change, every file is read again
        if (others(now).equals(others(files))) {
            byFile.forEach((name, rules) -> {
                if (Objects.equals(files.get(name), now.get(name))) {
                    known.put(name, rules);
                }
            });
        }
        return usable(draft(now, known));
    }

    private static Map<String, String> others(Map<String, String> files) {
        Map<String, String> others = new HashMap<>(files);
        others.keySet().removeIf(name -> name.endsWith(".drl"));
        return others;
    }

    /** Builds all that is otherwise built when it is first needed: for who answers many, and not just once. */
    public Rules ready() {
        inference.build();
        conclusion.build();
        return this;
    }

    /** On another core, while this one reads. */
    private static void warmUp() {
        Thread thread = new Thread(Network::warmUp, "rules-warm-up");
        thread.setDaemon(true);
        thread.start();
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

    /** The status codes that rules name, one by one, in the order of their numbers. */
    public List<String> codes() {
        return KnownCodes.of(all);
    }

    public ContextNames contexts() {
        return contexts;
    }

    /** First infers facts from those that were read, then concludes from all of them. */
    public Outcome judge(Collection<? extends Fact> facts) {
        return hear(facts).outcome();
    }

    /** The same, where answers to questions are to be tried after that. */
    public Hearing hear(Collection<? extends Fact> facts) {
        return Hearing.of(this, facts);
    }

    /** The pairs of rules with different conclusions where one matches whenever the other does, as their trees tell. */
    public List<Implied> implied() {
        return new Implication(asks).among(all);
    }

    /** By name, since records are slow to hash; when first needed, since a cold start needs few. */
    public Strength strength(Rule rule) {
        return strengths.computeIfAbsent(rule.name(), name -> Strength.of(rule));
    }

    Asks asks() {
        return asks;
    }

    Pass inference() {
        return inference;
    }

    Pass conclusion() {
        return conclusion;
    }

    Open open() {
        return open;
    }
}
