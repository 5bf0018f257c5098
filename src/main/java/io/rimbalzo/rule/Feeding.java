package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.Checks.Check;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which facts the network is told, and for which patterns. A rule is woken by the rarest of its asks, {@code code ==
 * "5.7.26"} rather than {@code result == "fail"}, and stays asleep until each thing it asks for is there: else every
 * {@code not Inferred( name == "forwarded" )} of every rule would cost each message something. What is left to the
 * network is to join facts, and to see what is not there.
 */
final class Feeding {

    /**
     * A rule, the number of its first pattern, what each of its patterns asks of a fact alone, which look at others
     * too, and the asks without which the rule cannot match.
     */
    private record Bed(Rule rule, int number, List<Check> checks, BitSet joins, int[] needs) {

        static Bed of(Rule rule, int number, Asks asks) {
            List<Check> checks = new ArrayList<>();
            BitSet joins = new BitSet();
            BitSet needs = new BitSet();
            for (Pattern pattern : rule.when()) {
                List<Condition> alone = pattern.conditions().stream()
                        .filter(c -> c.others(pattern.index()).isEmpty())
                        .toList();
                checks.add(new Checks(asks, List.of()).check(new Condition.All(alone)));
                joins.set(pattern.index(), alone.size() < pattern.conditions().size());
                asks.of(pattern).forEach(ask -> needs.set(ask, needs.get(ask) || pattern.isPositive()));
            }
            return new Bed(rule, number, checks, joins, needs.stream().toArray());
        }
    }

    private static final BitSet NO_RULE = new BitSet();

    private final List<Bed> beds = new ArrayList<>();
    /** Which rules an ask wakes, and a kind of fact those that have no ask; which rules ask for a name of context. */
    private final List<BitSet> byAsk = new ArrayList<>();

    private final List<BitSet> byType = new ArrayList<>();
    private final Map<String, BitSet> byContext = new HashMap<>();
    /** The rule of each number that a pattern has. */
    private final List<Rule> byNumber = new ArrayList<>();

    private final Map<String, Integer> indexes = new HashMap<>();

    Feeding(List<Rule> rules, Asks asks) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (Rule rule : rules) {
            rule.when().forEach(pattern -> asks.of(pattern).forEach(ask -> uses.merge(ask, 1, Integer::sum)));
        }
        for (int i = 0; i < asks.size(); i++) {
            byAsk.add(new BitSet());
        }
        Vocabulary.MAIL.all().forEach(type -> byType.add(new BitSet()));
        for (Rule rule : rules) {
            key(rule, asks, uses).set(beds.size());
            rule.names(Context.class)
                    .forEach(name ->
                            byContext.computeIfAbsent(name, n -> new BitSet()).set(beds.size()));
            indexes.put(rule.name(), beds.size());
            beds.add(Bed.of(rule, byNumber.size(), asks));
            rule.when().forEach(pattern -> byNumber.add(rule));
        }
    }

    /** Where to note the rule: under the rarest ask of what it binds, or where there is none under its first kind of fact. */
    private BitSet key(Rule rule, Asks asks, Map<Integer, Integer> uses) {
        List<Pattern> bound =
                rule.when().stream().filter(p -> p.kind() == Pattern.Kind.SOME).toList();
        return bound.stream()
                .flatMap(p -> asks.of(p).stream())
                .min(Comparator.comparing(uses::get))
                .map(byAsk::get)
                .orElseGet(() -> byType.get(bound.get(0).type().index));
    }

    /** The number under which the network is told of the facts for a pattern. */
    int number(Rule rule, Pattern pattern) {
        return beds.get(index(rule)).number + pattern.index();
    }

    /** The rules of which something is told. */
    List<Rule> rules(List<Said> said) {
        List<Rule> rules = new ArrayList<>();
        for (Said one : said) {
            Rule rule = byNumber.get(one.number());
            if (rules.isEmpty() || !rules.get(rules.size() - 1).name().equals(rule.name())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    boolean asksFor(String context, Rule rule) {
        return byContext.getOrDefault(context, NO_RULE).get(index(rule));
    }

    private int index(Rule rule) {
        return Objects.requireNonNull(indexes.get(rule.name()), "a rule of another rule base");
    }

    /** What the network must be told of these facts. */
    List<Said> said(List<Heard> facts) {
        return said(facts, null);
    }

    /** The same for the rules that ask for one name of context. */
    List<Said> said(List<Heard> facts, @Nullable String context) {
        BitSet answers = new BitSet();
        BitSet woken = new BitSet();
        for (Heard heard : facts) {
            woken.or(byType.get(heard.type().index));
            answers.or(heard.answers());
        }
        for (int ask = answers.nextSetBit(0); ask >= 0; ask = answers.nextSetBit(ask + 1)) {
            woken.or(byAsk.get(ask));
        }
        if (context != null) {
            woken.and(byContext.getOrDefault(context, NO_RULE));
        }
        List<Said> said = new ArrayList<>();
        for (int bed = woken.nextSetBit(0); bed >= 0; bed = woken.nextSetBit(bed + 1)) {
            if (isAnswered(beds.get(bed).needs, answers)) {
                tell(beds.get(bed), facts, said);
            }
        }
        return said;
    }

    private static boolean isAnswered(int[] asks, BitSet answers) {
        for (int ask : asks) {
            if (!answers.get(ask)) {
                return false;
            }
        }
        return true;
    }

    /** All facts for the patterns of one rule; none, if one that must be there is not, or one that must not be there is. */
    private static void tell(Bed bed, List<Heard> facts, List<Said> said) {
        int before = said.size();
        for (Pattern pattern : bed.rule.when()) {
            int none = said.size();
            Check check = bed.checks.get(pattern.index());
            for (Heard heard : facts) {
                if (heard.type() == pattern.type()) {
                    Said candidate = new Said(bed.number + pattern.index(), heard.fact(), heard.answers());
                    if (check.holds(candidate, null, null, null)) {
                        said.add(candidate);
                    }
                }
            }
            if (said.size() == none ? pattern.isPositive() : !pattern.isPositive() && !bed.joins.get(pattern.index())) {
                said.subList(before, said.size()).clear();
                return;
            }
        }
    }
}
