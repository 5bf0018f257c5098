package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.FactType.Word;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern asks of a fact, as the rule writes it and as it is run: {@code result == "fail"},
 * {@code says("mailbox full")}; {@link Demand} is what is told of it. {@code toString} is equal only for equal conditions.
 */
public sealed interface Condition {

    /** Comparisons and words, whatever brackets and signs stand around them. */
    default Stream<Condition> leaves() {
        return Stream.of(this);
    }

    /** The same without those under a {@code !}. */
    default Stream<Condition> asserted() {
        return Stream.of(this);
    }

    /** The other patterns of the rule that it looks at, in order. */
    default List<Integer> others(int self) {
        return leaves().filter(c -> c instanceof Compare compare && compare.right() instanceof Seen)
                .map(c -> ((Seen) ((Compare) c).right()).pattern())
                .filter(p -> p != self)
                .distinct()
                .sorted()
                .toList();
    }

    /** A sign between two values. */
    enum Operator {
        EQ("=="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As rules write it: {@code ==}. */
        public String sign() {
            return sign;
        }

        /** Whether it is for numbers only. */
        public boolean isOrder() {
            return this != EQ && this != NE;
        }

        /** What holds where this does not: {@code <=} for {@code >}. */
        Operator opposite() {
            return switch (this) {
                case EQ -> NE;
                case NE -> EQ;
                case LT -> GE;
                case GE -> LT;
                case GT -> LE;
                case LE -> GT;
            };
        }

        boolean holds(@Nullable Object left, @Nullable Object right) {
            if (!isOrder()) {
                return Objects.equals(left, right) == (this == EQ);
            }
            int order = Integer.compare(number(left), number(right));
            return switch (this) {
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                default -> order >= 0;
            };
        }

        /** The readers let only fields that are numbers be compared so, and those are always there. */
        private static int number(@Nullable Object value) {
            return (Integer) Objects.requireNonNull(value);
        }
    }

    /** {@code code == 550}, {@code domain != $from} */
    record Compare(Field left, Operator operator, Value right) implements Condition {

        public boolean equalsLiteral() {
            return operator == Operator.EQ && right instanceof Literal;
        }

        @Override
        public String toString() {
            return left + " " + operator.sign + " " + right;
        }
    }

    /** {@code action in ("oreject", "o.reject")} */
    record In(Field left, boolean negated, List<Object> values) implements Condition {
        @Override
        public String toString() {
            return left
                    + (negated ? " not in " : " in ")
                    + values.stream().map(Condition::quoted).toList();
        }
    }

    /** {@code says("mailbox full", "quota * exceeded")} */
    record Ask(Word word, List<String> texts) implements Condition {
        @Override
        public String toString() {
            return word + texts.stream().map(Condition::quoted).toList().toString();
        }
    }

    /** {@code a && b} */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public Stream<Condition> leaves() {
            return conditions.stream().flatMap(Condition::leaves);
        }

        @Override
        public Stream<Condition> asserted() {
            return conditions.stream().flatMap(Condition::asserted);
        }

        @Override
        public String toString() {
            return conditions.stream().map(Condition::toString).collect(Collectors.joining(" && ", "(", ")"));
        }
    }

    /** {@code a || b} */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public Stream<Condition> leaves() {
            return conditions.stream().flatMap(Condition::leaves);
        }

        @Override
        public Stream<Condition> asserted() {
            return conditions.stream().flatMap(Condition::asserted);
        }

        @Override
        public String toString() {
            return conditions.stream().map(Condition::toString).collect(Collectors.joining(" || ", "(", ")"));
        }
    }

    /** {@code !says("mailbox full")} */
    record Not(Condition condition) implements Condition {
        @Override
        public Stream<Condition> leaves() {
            return condition.leaves();
        }

        @Override
        public Stream<Condition> asserted() {
            return Stream.of();
        }

        @Override
        public String toString() {
            return "!(" + condition + ")";
        }
    }

    /** What a field is compared with. */
    sealed interface Value {}

    /** A text or a number written in the rule. */
    record Literal(Object value) implements Value {
        @Override
        public String toString() {
            return quoted(value);
        }
    }

    /** A field of the fact that pattern number {@code pattern} saw: {@code $from}. */
    record Seen(int pattern, Field field) implements Value {

        @Nullable
        Object of(Fact fact) {
            return field.get().apply(fact);
        }

        @Override
        public String toString() {
            return "$" + pattern + "." + field;
        }
    }

    private static String quoted(Object value) {
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : String.valueOf(value);
    }
}
