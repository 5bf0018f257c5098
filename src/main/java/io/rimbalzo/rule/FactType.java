package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One kind of fact as the rules may use it: {@code Reply} with its fields and its yes-or-no words. */
public final class FactType {

    /**
     * A value that a rule may compare: {@code Reply.code}.
     *
     * @param index  its number among the fields of all facts
     * @param values all that it can be; empty where that is open
     */
    public record Field(
            FactType of, String name, Class<?> type, int index, List<String> values, Function<Fact, Object> get) {

        /** What it holds for this fact, which must be of its type; null where that was not read. */
        public @Nullable Object of(Fact fact) {
            return get.apply(fact);
        }

        String kind() {
            return type == String.class ? "a text" : "a number";
        }

        @Override
        public String toString() {
            return of.name() + "." + name;
        }
    }

    /**
     * A yes-or-no word on a text of the fact: {@code Reply.says}, {@code Status.within}.
     *
     * @param field the name of the field that has the same text, or "" where none has
     */
    public record Word(FactType of, String name, String field, Function<Fact, String> text) {

        /** Whether it asks for phrases, not for ranges of codes. */
        public boolean isSays() {
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

    /** The type of a fact; null for a class that no rule knows. */
    public static @Nullable FactType of(Fact fact) {
        return Vocabulary.MAIL.of(fact);
    }

    /** All types, in the order of rules/vocabulary.drl. */
    public static List<FactType> all() {
        return List.copyOf(Vocabulary.MAIL.all());
    }

    /** As rules write it: {@code Reply}. */
    public String name() {
        return type.getSimpleName();
    }

    /** In the order of rules/vocabulary.drl. */
    public Collection<Field> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    /** In the order of rules/vocabulary.drl. */
    public Collection<Word> words() {
        return Collections.unmodifiableCollection(words.values());
    }
}
