package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The questions of all rules that are answered together, each under a number: all {@code says(...)} by one walk over a
 * text, all {@code code == "5.7.26"} and {@code code in (...)} by one look at a value, and each {@code within(...)} once.
 */
final class Asks {

    /** Other words for one kind of fact. */
    private record Word(int number, Predicate<Fact> holds) {
    }

    /** By the text of the condition, since the hash that Java makes for a record costs a cold start 30 ms. */
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Map<Object, BitSet>> byField = new ArrayList<>();
    private final List<List<Word>> words = new ArrayList<>();
    private final List<Ear> ears = new ArrayList<>();

    Asks(List<Rule> rules) {
        for (int field = 0; field < Vocabulary.MAIL.fields(); field++) {
            byField.add(null);
        }
        Vocabulary.MAIL.all().forEach(type -> words.add(new ArrayList<>()));
        Map<FactType, Map<Integer, List<String>>> phrases = new HashMap<>();
        rules.forEach(rule -> rule.when().forEach(pattern -> pattern.leaves().filter(Asks::isAsk).forEach(condition -> {
            int number = numbers.size();
            if (numbers.putIfAbsent(condition.toString(), number) == null) {
                add(condition, number, phrases);
            }
        })));
        Vocabulary.MAIL.all().forEach(type -> ears.add(phrases.containsKey(type) ? new Ear(phrases.get(type)) : null));
    }

    static boolean isAsk(Condition condition) {
        return condition instanceof Ask || condition instanceof In in && !in.negated()
                || condition instanceof Compare compare && compare.equalsLiteral();
    }

    private void add(Condition condition, int number, Map<FactType, Map<Integer, List<String>>> phrases) {
        if (condition instanceof Compare compare) {
            value(compare.left(), ((Literal) compare.right()).value(), number);
        } else if (condition instanceof In in) {
            in.values().forEach(value -> value(in.left(), value, number));
        } else if (condition instanceof Ask ask && ask.word().isSays()) {
            phrases.computeIfAbsent(ask.word().of(), t -> new LinkedHashMap<>()).put(number, ask.texts());
        } else if (condition instanceof Ask ask) {
            words.get(ask.word().of().index).add(new Word(number, ask.word().on().apply(ask.texts())));
        }
    }

    private void value(FactType.Field field, Object value, int number) {
        if (byField.get(field.index()) == null) {
            byField.set(field.index(), new HashMap<>());
        }
        byField.get(field.index()).computeIfAbsent(value, v -> new BitSet()).set(number);
    }

    /** Those that a fact must answer with yes for a pattern. */
    List<Integer> of(Pattern pattern) {
        return pattern.conditions().stream().filter(Asks::isAsk).map(this::number).toList();
    }

    int number(Condition ask) {
        return numbers.get(ask.toString());
    }

    int size() {
        return numbers.size();
    }

    /** The numbers of the asks that the fact answers with yes. */
    BitSet answers(Fact fact, FactType type) {
        BitSet answers = new BitSet(numbers.size());
        for (FactType.Field field : type.fields.values()) {
            Map<Object, BitSet> values = byField.get(field.index());
            BitSet found = values == null ? null : values.get(field.get().apply(fact));
            if (found != null) {
                answers.or(found);
            }
        }
        for (Word word : words.get(type.index)) {
            if (word.holds.test(fact)) {
                answers.set(word.number);
            }
        }
        if (ears.get(type.index) != null) {
            ears.get(type.index).hear(type.words.get("says").heard().apply(fact), answers);
        }
        return answers;
    }
}
