package io.rimbalzo.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which facts each pattern is given, and when. A rule's key is the rarest of its asks: {@code code == "5.7.26"} rather
 * than {@code result == "fail"}. Until a fact answers the key the rule's other patterns are given nothing, since else
 * every {@code not Inferred( name == "forwarded" )} of every rule would cost each message something.
 */
final class Feeding {

    private static final int EVERY = -1;

    /** A pattern under its number, and the ask that its facts must answer. */
    private record Line(Pattern pattern, int number, int ask) {

        boolean takes(Heard heard) {
            return heard.type() == pattern.type() && (ask == EVERY || heard.answers().get(ask));
        }
    }

    private final Asks asks;
    private final Map<Pattern, Line> lines = new IdentityHashMap<>();
    /** What waits for a key, by the key's number; null where nothing does. */
    private final List<Line>[] waiting;
    /** The asks under whose own number facts are given, and the types of which all are. */
    private final BitSet open = new BitSet();
    private final BitSet every = new BitSet();
    private int numbers;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Feeding(List<Rule> rules, Asks asks) {
        this.asks = asks;
        waiting = new List[asks.size()];
        numbers = asks.size() + Vocabulary.MAIL.all().size();
        Map<Integer, Integer> uses = new HashMap<>();
        rules.forEach(rule -> rule.when().forEach(p -> p.conditions().stream().filter(Asks::isAsk).forEach(c -> uses.merge(asks.number(c), 1, Integer::sum))));
        for (Rule rule : rules) {
            Pattern key = rule.when().stream().filter(p -> p.kind() == Pattern.Kind.SOME && rarest(p, uses) != EVERY)
                    .min(Comparator.comparing(p -> uses.get(rarest(p, uses)))).orElse(null);
            for (Pattern pattern : rule.when()) {
                if (key == null || pattern == key) {
                    open(pattern, rarest(pattern, uses));
                } else {
                    await(pattern, rarest(pattern, uses), rarest(key, uses));
                }
            }
        }
    }

    /** The ask of a pattern that the fewest rules have, or {@link #EVERY}. */
    private int rarest(Pattern pattern, Map<Integer, Integer> uses) {
        return pattern.conditions().stream().filter(Asks::isAsk).map(asks::number).min(Comparator.comparing(uses::get)).orElse(EVERY);
    }

    private void open(Pattern pattern, int ask) {
        if (ask == EVERY) {
            every.set(pattern.type().index);
        } else {
            open.set(ask);
        }
        lines.put(pattern, new Line(pattern, ask == EVERY ? asks.size() + pattern.type().index : ask, ask));
    }

    private void await(Pattern pattern, int ask, int key) {
        Line line = new Line(pattern, numbers++, ask);
        lines.put(pattern, line);
        if (waiting[key] == null) {
            waiting[key] = new ArrayList<>();
        }
        waiting[key].add(line);
    }

    int number(Pattern pattern) {
        return lines.get(pattern).number();
    }

    /** Whether every fact that the pattern is given has answered this already. */
    boolean isAnswered(Pattern pattern, Condition condition) {
        int ask = lines.get(pattern).ask();
        return ask != EVERY && Asks.isAsk(condition) && asks.number(condition) == ask;
    }

    /** What the network must be told of these facts. */
    List<Said> said(List<Heard> facts) {
        List<Said> said = new ArrayList<>();
        BitSet keys = new BitSet();
        for (Heard heard : facts) {
            keys.or(heard.answers());
            for (int ask = heard.answers().nextSetBit(0); ask >= 0; ask = heard.answers().nextSetBit(ask + 1)) {
                if (open.get(ask)) {
                    said.add(new Said(ask, heard.fact(), heard.answers()));
                }
            }
            if (every.get(heard.type().index)) {
                said.add(new Said(asks.size() + heard.type().index, heard.fact(), heard.answers()));
            }
        }
        for (int key = keys.nextSetBit(0); key >= 0; key = keys.nextSetBit(key + 1)) {
            if (waiting[key] != null) {
                waiting[key].forEach(line -> facts.stream().filter(line::takes)
                        .forEach(heard -> said.add(new Said(line.number(), heard.fact(), heard.answers()))));
            }
        }
        return said;
    }
}
