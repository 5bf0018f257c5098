package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** One kind of fact as the rules may use it: {@code Reply} with its fields and its yes-or-no words. */
final class FactType {

    /**
     * A value that a rule may compare: {@code Reply.code}.
     *
     * @param index  its number among the fields of all facts
     * @param values all that it can be; empty where that is open
     */
    record Field(FactType of, String name, Class<?> type, int index, List<String> values, Function<Fact, Object> get) {

        String kind() {
            return type == String.class ? "a text" : "a number";
        }

        @Override
        public String toString() {
            return of.name() + "." + name;
        }
    }

    /**
     * A yes-or-no word on texts: {@code within("5.7.606-649")}.
     *
     * @param on    the answer for given texts; null for says, which {@link Asks} answers for all rules at once
     * @param heard the text that says looks at, else null
     */
    record Word(FactType of, String name, Function<List<String>, Predicate<Fact>> on, Function<Fact, String> heard) {

        boolean isSays() {
            return on == null;
        }

        @Override
        public String toString() {
            return of.name() + "." + name;
        }
    }

    final Class<? extends Fact> type;
    final int index;
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, Word> words = new LinkedHashMap<>();

    FactType(Class<? extends Fact> type, int index) {
        this.type = type;
        this.index = index;
    }

    String name() {
        return type.getSimpleName();
    }
}
