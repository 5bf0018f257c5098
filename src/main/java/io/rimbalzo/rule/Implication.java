package io.rimbalzo.rule;

import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.rule.Condition.All;
import io.rimbalzo.rule.Condition.Any;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Not;
import io.rimbalzo.rule.Condition.Seen;
import io.rimbalzo.rule.Pattern.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Tells from the trees alone that one rule matches whenever another does: {@code within("5.7.x")} wherever
 * {@code code == "5.7.26"}. What it tells is always so; it does not find all that is so.
 */
@SuppressWarnings("ReferenceEquality") // there is one of each field and word, and comparing records is slow
final class Implication {

    private final Asks asks;
    private final IdentityHashMap<Pattern, BitSet> answered = new IdentityHashMap<>();
    private final List<Ask> withins = new ArrayList<>();

    Implication(Asks asks) {
        this.asks = asks;
    }

    /** All pairs of rules with different conclusions; those that conclude nothing but a note are left out. */
    List<Implied> among(List<Rule> all) {
        List<Rule> rules = all.stream()
                .filter(rule -> rule.then() instanceof Rule.Concluding c && c.certainty() != Certainty.note)
                .toList();
        rules.forEach(rule -> rule.when()
                .forEach(pattern -> pattern.leaves()
                        .filter(c -> c instanceof Ask ask && !ask.word().isSays())
                        .forEach(c -> withins.add((Ask) c))));
        List<Implied> implied = new ArrayList<>();
        int[][] needed = rules.stream().map(this::needs).toArray(int[][]::new);
        for (Rule narrow : rules) {
            BitSet there = new BitSet();
            narrow.when().stream().filter(Pattern::isPositive).forEach(pattern -> there.or(answers(pattern)));
            for (int i = 0; i < needed.length; i++) {
                Rule wide = rules.get(i);
                boolean candidate = !wide.id().equals(narrow.id());
                for (int n = 0; candidate && n < needed[i].length; n++) {
                    candidate = there.get(needed[i][n]);
                }
                if (candidate && patterns(narrow, wide, 0, new int[wide.when().size()])) {
                    implied.add(new Implied(narrow, wide));
                }
            }
        }
        return implied;
    }

    private int[] needs(Rule rule) {
        return rule.when().stream()
                .filter(Pattern::isPositive)
                .flatMap(pattern -> asks.of(pattern).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Finds for each pattern of the wide rule, from this one on, one of the narrow rule's that stands for it. */
    private boolean patterns(Rule narrow, Rule wide, int index, int[] stands) {
        if (index == wide.when().size()) {
            return true;
        }
        Pattern wanted = wide.when().get(index);
        for (Pattern given : narrow.when()) {
            boolean kind =
                    wanted.kind() == Kind.SOME ? given.kind() == Kind.SOME : wanted.isPositive() == given.isPositive();
            stands[index] = given.index();
            if (kind
                    && given.type() == wanted.type()
                    && (wanted.isPositive() ? holds(given, wanted, stands) : silences(given, wanted))
                    && patterns(narrow, wide, index + 1, stands)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Pattern given, Pattern wanted, int[] stands) {
        for (Condition condition : wanted.conditions()) {
            if (!holds(given, condition, stands)) {
                return false;
            }
        }
        return true;
    }

    /** Whatever the wide rule does not want is something that the narrow one does not want either. */
    private boolean silences(Pattern given, Pattern wanted) {
        boolean alone =
                given.leaves().noneMatch(Implication::joins) && wanted.leaves().noneMatch(Implication::joins);
        return alone && holds(/* given= */ wanted, /* wanted= */ given, new int[0]);
    }

    private static boolean joins(Condition condition) {
        return condition instanceof Compare compare && compare.right() instanceof Seen;
    }

    /** Whether the condition holds for each fact that the pattern matches. */
    private boolean holds(Pattern given, Condition wanted, int[] stands) {
        if (Asks.isAsk(wanted)) {
            return answers(given).get(asks.number(wanted));
        }
        if (wanted instanceof All all) {
            return all.conditions().stream().allMatch(c -> holds(given, c, stands));
        }
        if (wanted instanceof Any any && any.conditions().stream().anyMatch(c -> holds(given, c, stands))) {
            return true;
        }
        return given.conditions().stream().anyMatch(c -> same(c, wanted, stands) || excludes(c, wanted));
    }

    private static boolean same(Condition given, Condition wanted, int[] stands) {
        if (given instanceof Compare left && wanted instanceof Compare right && right.right() instanceof Seen seen) {
            return left.left() == right.left()
                    && left.operator() == right.operator()
                    && left.right() instanceof Seen other
                    && other.field() == seen.field()
                    && other.pattern() == stands[seen.pattern()];
        }
        return wanted.leaves().noneMatch(Implication::joins) && given.toString().equals(wanted.toString());
    }

    /** {@code !says("x y")} follows from {@code !says("x")}; {@code value != "a"} from {@code value == "b"}. */
    private boolean excludes(Condition given, Condition wanted) {
        if (wanted instanceof Not not && given instanceof Not other && Asks.isAsk(other.condition())) {
            return Asks.isAsk(not.condition()) && answers(not.condition()).get(asks.number(other.condition()));
        }
        if (!(given instanceof Compare compare && compare.equalsLiteral())) {
            return false;
        }
        Object value = ((Literal) compare.right()).value();
        return wanted instanceof Compare other
                        && other.left() == compare.left()
                        && other.right() instanceof Literal literal
                        && other.operator().holds(value, literal.value())
                || wanted instanceof In in
                        && in.left() == compare.left()
                        && in.values().contains(value) != in.negated();
    }

    private BitSet answers(Pattern pattern) {
        BitSet known = answered.get(pattern);
        if (known == null) {
            known = any(pattern.conditions());
            answered.put(pattern, known);
        }
        return known;
    }

    private BitSet any(List<Condition> conditions) {
        BitSet answers = new BitSet();
        conditions.forEach(c -> answers.or(answers(c)));
        return answers;
    }

    /** The asks that are surely answered where the condition holds. */
    private BitSet answers(Condition condition) {
        if (condition instanceof Compare compare && compare.equalsLiteral()) {
            return value(compare.left(), ((Literal) compare.right()).value());
        }
        if (condition instanceof In in && !in.negated()) {
            return all(
                    in.values().stream().map(value -> value(in.left(), value)).toList());
        }
        if (condition instanceof Ask ask) {
            return all(ask.texts().stream().map(text -> text(ask, text)).toList());
        }
        if (condition instanceof Any any) {
            return all(any.conditions().stream().map(this::answers).toList());
        }
        return condition instanceof All all ? any(all.conditions()) : new BitSet();
    }

    private static BitSet all(List<BitSet> sets) {
        BitSet common = (BitSet) sets.get(0).clone();
        sets.forEach(common::and);
        return common;
    }

    private BitSet value(FactType.Field field, Object value) {
        BitSet answers = new BitSet();
        asks.answers(field, value, answers);
        return answers;
    }

    /** A longer phrase holds the shorter ones in it, a range those within it. */
    private BitSet text(Ask ask, String text) {
        BitSet answers = new BitSet();
        if (ask.word().isSays()) {
            asks.answers(ask.word(), text, answers);
            return answers;
        }
        CodeRange range = CodeRange.parse(text);
        for (Ask other : withins) {
            if (other.word() == ask.word()
                    && other.texts().stream().anyMatch(t -> CodeRange.parse(t).contains(range))) {
                answers.set(asks.number(other));
            }
        }
        return answers;
    }
}
