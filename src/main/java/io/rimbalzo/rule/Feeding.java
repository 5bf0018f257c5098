package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.Checks.Check;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which facts the network is told, and for which patterns. A rule is woken by the rarest of its asks, {@code code ==
 * "5.7.26"} rather than {@code result == "fail"}, and stays asleep until each thing it asks for is there: else every
 * {@code not Inferred( name == "forwarded" )} of every rule would cost each message something. What is left to the
 * network is to join facts, and to see what is not there.
 */
final class Feeding {

    /** A rule, the number of its first pattern, what each of its patterns asks of a fact alone, and which look at others too. */
    private record Bed(Rule rule, int number, List<Check> checks, BitSet joins) {
    }

    private final List<Bed> beds = new ArrayList<>();
    /** Which rules an ask wakes, and a kind of fact those that have no ask; which rules ask for a name of context. */
    private final List<BitSet> byAsk = new ArrayList<>();
    private final List<BitSet> byType = new ArrayList<>();
    private final Map<String, BitSet> byContext = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Feeding(List<Rule> rules, Asks asks) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (Rule rule : rules) {
            rule.when().forEach(pattern -> asks.of(pattern).forEach(ask -> uses.merge(ask, 1, Integer::sum)));
        }
        for (int i = 0; i < asks.size(); i++) {
            byAsk.add(new BitSet());
        }
        Vocabulary.MAIL.all().forEach(type -> byType.add(new BitSet()));
        int number = 0;
        for (Rule rule : rules) {
            rule.when().stream().filter(p -> p.kind() == Pattern.Kind.SOME).flatMap(p -> asks.of(p).stream())
                    .min(Comparator.comparing(uses::get)).map(byAsk::get).orElseGet(() -> byType.get(first(rule))).set(beds.size());
            rule.when().stream().filter(p -> p.is(Context.class))
                    .forEach(p -> byContext.computeIfAbsent(p.literal("name"), n -> new BitSet()).set(beds.size()));
            beds.add(new Bed(rule, number, rule.when().stream().map(p -> alone(p, asks)).toList(), joins(rule)));
            numbers.put(rule.name(), number);
            number += rule.when().size();
        }
    }

    private static int first(Rule rule) {
        return rule.when().stream().filter(p -> p.kind() == Pattern.Kind.SOME).findFirst().orElseThrow().type().index;
    }

    /** All conditions that look at no other fact. */
    private static Check alone(Pattern pattern, Asks asks) {
        List<Condition> alone = pattern.conditions().stream().filter(c -> c.others(pattern.index()).isEmpty()).toList();
        return new Checks(asks, List.of()).check(new Condition.All(alone));
    }

    private static BitSet joins(Rule rule) {
        BitSet joins = new BitSet();
        rule.when().stream().filter(p -> p.conditions().stream().anyMatch(c -> !c.others(p.index()).isEmpty())).forEach(p -> joins.set(p.index()));
        return joins;
    }

    /** The number under which the network is told of the facts for a pattern. */
    int number(Rule rule, Pattern pattern) {
        return numbers.get(rule.name()) + pattern.index();
    }

    /** What the network must be told of these facts. */
    List<Said> said(List<Heard> facts) {
        return said(facts, woken(facts));
    }

    /** The same for the rules that ask for one name of context. */
    List<Said> said(List<Heard> facts, String context) {
        if (!byContext.containsKey(context)) {
            return List.of();
        }
        BitSet woken = woken(facts);
        woken.and(byContext.get(context));
        return said(facts, woken);
    }

    private List<Said> said(List<Heard> facts, BitSet woken) {
        List<Said> said = new ArrayList<>();
        for (int bed = woken.nextSetBit(0); bed >= 0; bed = woken.nextSetBit(bed + 1)) {
            tell(beds.get(bed), facts, said);
        }
        return said;
    }

    private BitSet woken(List<Heard> facts) {
        BitSet woken = new BitSet();
        for (Heard heard : facts) {
            woken.or(byType.get(heard.type().index));
            for (int ask = heard.answers().nextSetBit(0); ask >= 0; ask = heard.answers().nextSetBit(ask + 1)) {
                woken.or(byAsk.get(ask));
            }
        }
        return woken;
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
