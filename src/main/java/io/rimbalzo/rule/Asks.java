package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The questions of all rules that are answered together, each under a number: all {@code says(...)} by one walk over a
 * text, all {@code code == "5.7.26"} and {@code code in (...)} by one look at a value, and each {@code within(...)} once.
 */
@SuppressWarnings("ReferenceEquality") // there is one of each field and word, and comparing records is slow
final class Asks {

    /** A field of a fact and the asks that its values answer. */
    private record Look(FactType.Field field, Map<Object, BitSet> asks) {}

    /** A word of a fact and what answers it. */
    private record Heed(FactType.Word word, Listener listener) {}

    /** By the very condition, since the hash that Java makes for a record costs a cold start 30 ms. */
    private final IdentityHashMap<Condition, Integer> numbers = new IdentityHashMap<>();

    private int size;
    private final List<List<Look>> looks = new ArrayList<>();
    private final List<List<Heed>> heeds = new ArrayList<>();
    /** The kinds of fact of which some pattern asks for no value: any of them may concern a rule. */
    private final BitSet open = new BitSet();

    Asks(List<Rule> rules) {
        Vocabulary.MAIL.all().forEach(type -> looks.add(new ArrayList<>()));
        Map<String, Integer> known = new HashMap<>();
        Map<String, Map<Integer, List<String>>> texts = new HashMap<>();
        rules.forEach(rule -> rule.when().stream()
                .filter(pattern -> pattern.conditions().stream().noneMatch(Asks::isValue))
                .forEach(pattern -> open.set(pattern.type().index)));
        rules.forEach(rule -> rule.when()
                .forEach(pattern -> pattern.leaves().filter(Asks::isAsk).forEach(condition -> {
                    int number = known.computeIfAbsent(condition.toString(), text -> known.size());
                    numbers.put(condition, number);
                    if (number == size) {
                        size++;
                        add(condition, number, texts);
                    }
                })));
        for (FactType type : Vocabulary.MAIL.all()) {
            List<Heed> own = new ArrayList<>();
            for (FactType.Word word : type.words.values()) {
                Map<Integer, List<String>> asked = texts.get(word.toString());
                if (asked != null) {
                    own.add(new Heed(word, word.isSays() ? new Ear(asked) : new Codes(asked)));
                }
            }
            heeds.add(own);
        }
    }

    static boolean isAsk(Condition condition) {
        return condition instanceof Ask || isValue(condition);
    }

    private static boolean isValue(Condition condition) {
        return condition instanceof In in && !in.negated()
                || condition instanceof Compare compare && compare.equalsLiteral();
    }

    private void add(Condition condition, int number, Map<String, Map<Integer, List<String>>> texts) {
        if (condition instanceof Compare compare) {
            add(compare.left(), ((Literal) compare.right()).value(), number);
        } else if (condition instanceof In in) {
            in.values().forEach(value -> add(in.left(), value, number));
        } else if (condition instanceof Ask ask) {
            texts.computeIfAbsent(ask.word().toString(), w -> new LinkedHashMap<>())
                    .put(number, ask.texts());
        }
    }

    private void add(FactType.Field field, Object value, int number) {
        List<Look> known = looks.get(field.of().index);
        Look look = known.stream()
                .filter(l -> l.field.index() == field.index())
                .findFirst()
                .orElse(null);
        if (look == null) {
            look = new Look(field, new HashMap<>());
            known.add(look);
        }
        look.asks.computeIfAbsent(value, v -> new BitSet()).set(number);
    }

    /** Those that a fact must answer with yes for a pattern. */
    List<Integer> of(Pattern pattern) {
        return pattern.conditions().stream()
                .filter(Asks::isAsk)
                .map(this::number)
                .toList();
    }

    /** Adds the asks that a field of this value answers, its words among them where they look at the same text. */
    void answers(FactType.Field field, Object value, BitSet answers) {
        for (Look look : looks.get(field.of().index)) {
            if (look.field == field && look.asks.containsKey(value)) {
                answers.or(look.asks.get(value));
            }
        }
        for (Heed heed : heeds.get(field.of().index)) {
            if (heed.word.field().equals(field.name())) {
                heed.listener.hear((String) value, answers);
            }
        }
    }

    /** Adds the asks that a text answers where a word looks at it. */
    void answers(FactType.Word word, String text, BitSet answers) {
        for (Heed heed : heeds.get(word.of().index)) {
            if (heed.word == word) {
                heed.listener.hear(text, answers);
            }
        }
    }

    int number(Condition ask) {
        return Objects.requireNonNull(numbers.get(ask), "an ask of no rule");
    }

    int size() {
        return size;
    }

    /**
     * The numbers of the asks that the fact answers with yes; null where it can concern no rule, as most header fields:
     * nobody asks for their name.
     */
    @Nullable
    BitSet answers(Fact fact, FactType type) {
        BitSet answers = new BitSet(size);
        for (Look look : looks.get(type.index)) {
            BitSet asks = look.asks.get(look.field.get().apply(fact));
            if (asks != null) {
                answers.or(asks);
            }
        }
        if (answers.isEmpty() && !open.get(type.index)) {
            return null;
        }
        for (Heed heed : heeds.get(type.index)) {
            heed.listener.hear(heed.word.text().apply(fact), answers);
        }
        return answers;
    }
}
