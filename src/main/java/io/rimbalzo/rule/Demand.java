package io.rimbalzo.rule;

import io.rimbalzo.rule.Condition.All;
import io.rimbalzo.rule.Condition.Any;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Not;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.FactType.Word;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition as it is told, whatever signs the rule writes: {@code code != 550}, {@code code not in (550)} and
 * {@code !(code == 550)} are one demand. A "not" stands at the values alone.
 */
public sealed interface Demand {

    /** The opposite. */
    Demand denied();

    /** Those that it is made of, without "and" and "or". */
    default Stream<Demand> parts() {
        return Stream.of(this);
    }

    /** The values and texts of which one must be there; none where they must not. */
    default List<Object> wanted() {
        return List.of();
    }

    /** One of some values, {@code code in (550, 554)}, or, denied, none of them. */
    record Value(Field field, boolean isDenied, List<Object> values) implements Demand {

        @Override
        public Demand denied() {
            return new Value(field, !isDenied, values);
        }

        @Override
        public List<Object> wanted() {
            return isDenied ? List.of() : values;
        }
    }

    /** One of some phrases or ranges of codes, {@code says("mailbox full")}, or, denied, none of them. */
    record Text(Word word, boolean isDenied, List<String> texts) implements Demand {

        @Override
        public Demand denied() {
            return new Text(word, !isDenied, texts);
        }

        @Override
        public List<Object> wanted() {
            return isDenied ? List.of() : List.copyOf(texts);
        }
    }

    /** A bound of a number: {@code number > 5000}. */
    record Bound(Field field, Operator operator, int number) implements Demand {

        @Override
        public Demand denied() {
            return new Bound(field, operator.opposite(), number);
        }

        public boolean isLower() {
            return operator == Operator.GT || operator == Operator.GE;
        }

        /** The greatest number that is not over it, {@code 5000} for {@code > 5000} as for {@code < 5001}. */
        public int limit() {
            return operator == Operator.GE || operator == Operator.LT ? number - 1 : number;
        }
    }

    /** A value beside that of another fact: {@code domain != $from}. */
    record Beside(Field field, Operator operator, Field other) implements Demand {

        @Override
        public Demand denied() {
            return new Beside(field, operator.opposite(), other);
        }
    }

    /** All of some demands. */
    record Every(List<Demand> demands) implements Demand {

        @Override
        public Demand denied() {
            return new Either(demands.stream().map(Demand::denied).toList());
        }

        @Override
        public Stream<Demand> parts() {
            return demands.stream().flatMap(Demand::parts);
        }
    }

    /** Any of some demands. */
    record Either(List<Demand> demands) implements Demand {

        @Override
        public Demand denied() {
            return new Every(demands.stream().map(Demand::denied).toList());
        }

        @Override
        public Stream<Demand> parts() {
            return demands.stream().flatMap(Demand::parts);
        }
    }

    static Demand of(Condition condition) {
        if (condition instanceof Not not) {
            return of(not.condition()).denied();
        }
        if (condition instanceof All all) {
            return new Every(all.conditions().stream().map(Demand::of).toList());
        }
        if (condition instanceof Any any) {
            return new Either(any.conditions().stream().map(Demand::of).toList());
        }
        if (condition instanceof Ask ask) {
            return new Text(ask.word(), false, ask.texts());
        }
        if (condition instanceof In in) {
            return new Value(in.left(), in.negated(), in.values());
        }
        Compare compare = (Compare) condition;
        if (compare.right() instanceof Seen seen) {
            return new Beside(compare.left(), compare.operator(), seen.field());
        }
        Object value = ((Literal) compare.right()).value();
        return compare.operator().isOrder()
                ? new Bound(compare.left(), compare.operator(), (Integer) value)
                : new Value(compare.left(), compare.operator() == Operator.NE, List.of(value));
    }
}
