package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of one pattern into closures: {@code domain != $from} looks at two facts. */
final class Checks {

    /** {@code self} is the fact of the pattern; the others are those of earlier patterns, in order. */
    interface Check {
        boolean holds(Said self, @Nullable Said a, @Nullable Said b, @Nullable Said c);
    }

    private interface Get {
        @Nullable
        Object from(Said self, @Nullable Said a, @Nullable Said b, @Nullable Said c);
    }

    private final Asks asks;
    private final List<Integer> others;

    /** {@code others} are the numbers of the other patterns that are looked at, in order. */
    Checks(Asks asks, List<Integer> others) {
        this.asks = asks;
        this.others = others;
    }

    Check check(Condition condition) {
        if (Asks.isAsk(condition)) {
            int number = asks.number(condition);
            return (self, a, b, c) -> self.answers().get(number);
        }
        if (condition instanceof Compare compare) {
            return compare(compare);
        }
        if (condition instanceof In in) {
            Function<Fact, Object> get = in.left().get();
            Set<Object> values = new HashSet<>(in.values());
            return (self, a, b, c) -> values.contains(get.apply(self.fact())) != in.negated();
        }
        if (condition instanceof Condition.Not not) {
            Check check = check(not.condition());
            return (self, a, b, c) -> !check.holds(self, a, b, c);
        }
        if (condition instanceof Condition.All all) {
            return all(checks(all.conditions()));
        }
        return any(checks(((Condition.Any) condition).conditions()));
    }

    private Check[] checks(List<Condition> conditions) {
        return conditions.stream().map(this::check).toArray(Check[]::new);
    }

    private static Check all(Check[] checks) {
        return (self, a, b, c) -> {
            for (Check check : checks) {
                if (!check.holds(self, a, b, c)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Check any(Check[] checks) {
        return (self, a, b, c) -> {
            for (Check check : checks) {
                if (check.holds(self, a, b, c)) {
                    return true;
                }
            }
            return false;
        };
    }

    private Check compare(Compare compare) {
        Function<Fact, Object> left = compare.left().get();
        Operator operator = compare.operator();
        if (compare.right() instanceof Literal literal) {
            Object value = literal.value();
            return (self, a, b, c) -> operator.holds(left.apply(self.fact()), value);
        }
        Get right = seen((Seen) compare.right());
        return (self, a, b, c) -> operator.holds(left.apply(self.fact()), right.from(self, a, b, c));
    }

    private Get seen(Seen seen) {
        return switch (others.indexOf(seen.pattern())) {
            case 0 -> (self, a, b, c) -> seen.of(there(a));
            case 1 -> (self, a, b, c) -> seen.of(there(b));
            case 2 -> (self, a, b, c) -> seen.of(there(c));
            default -> (self, a, b, c) -> seen.of(self.fact());
        };
    }

    /** A check is given as many facts as it has others. */
    private static Fact there(@Nullable Said other) {
        return Objects.requireNonNull(other).fact();
    }
}
