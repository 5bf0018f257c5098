package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** One run of a rule base over the facts of a message: first rules/inference, then rules/. */
final class Pass {

    /** Of how many rules one may stand in the networks of first messages. */
    private static final int SHARE = 4;

    private final List<Rule> rules;
    private final Asks asks;
    private final Feeding feeding;
    private volatile @Nullable KieBase network;
    private int built;

    Pass(List<Rule> rules, Asks asks) {
        this.rules = rules;
        this.asks = asks;
        feeding = new Feeding(rules, asks);
    }

    /** What matches, in the order of the files, their lines and the evidence. */
    List<Match> all(List<Heard> facts) {
        return run(feeding.said(facts), facts, new ArrayList<>());
    }

    /** The same where only an answer has been added to facts whose matches are known. */
    List<Match> again(List<Match> known, List<Heard> facts, String answer) {
        List<Said> said = feeding.said(facts, answer);
        List<Match> others = new ArrayList<>(known);
        boolean same = !others.removeIf(match -> feeding.asksFor(answer, match.rule())) && said.isEmpty();
        return same ? known : run(said, facts, others);
    }

    private List<Match> run(List<Said> said, List<Heard> facts, List<Match> matches) {
        if (!said.isEmpty()) {
            run(
                    said,
                    (rule, seen) -> matches.add(new Match(
                            rule,
                            rule.then().evidence().stream().map(i -> seen[i]).toList())));
        }
        if (matches.size() > 1) {
            List<Fact> order = facts.stream().<Fact>map(Heard::fact).toList();
            matches.sort(Comparator.comparing((Match m) -> m.rule().place().file())
                    .thenComparingInt(m -> m.rule().place().line())
                    .thenComparing(
                            m -> m.evidence().stream().mapToInt(order::indexOf).toArray(), Arrays::compare));
        }
        return matches;
    }

    /** Each message has a session of its own; one that is not disposed of stays with the base for ever. */
    private void run(List<Said> said, Network.Fired fired) {
        KieSession session = network(said).newKieSession();
        try {
            session.setGlobal(Network.FIRED, fired);
            said.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private KieBase network(List<Said> said) {
        KieBase whole = network;
        return whole != null ? whole : build(said);
    }

    /** Rules do not look at one another, so the first messages need only those that they wake: a cold start shows it. */
    private synchronized KieBase build(List<Said> said) {
        List<Rule> woken = feeding.rules(said);
        built += woken.size();
        if (network == null && built * SHARE <= rules.size()) {
            return Network.of(woken, asks, feeding);
        }
        build();
        return Objects.requireNonNull(network, "just built");
    }

    /** The network of all rules. */
    synchronized void build() {
        network = network == null ? Network.of(rules, asks, feeding) : network;
    }
}
