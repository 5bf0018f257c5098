package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /** A yes-or-no word on a text of the fact: {@code Reply.says}, {@code Status.within}. */
    record Word(FactType of, String name, Function<Fact, String> text) {

        boolean isSays() {
            return name.equals("says");
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
