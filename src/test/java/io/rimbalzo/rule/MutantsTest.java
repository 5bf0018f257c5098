package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparisons with the oracle and the stock compilers prove nothing unless they fail for an engine that errs. */
class MutantsTest {

    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant(
                        "what must not be there must be there",
                        pattern(p -> p.kind() == Pattern.Kind.NOT ? with(p, Pattern.Kind.EXISTS, p.conditions()) : p)),
                mutant(
                        "exists binds and fires for each",
                        pattern(p -> p.kind() == Pattern.Kind.EXISTS ? with(p, Pattern.Kind.SOME, p.conditions()) : p)),
                mutant(
                        "the last condition is forgotten",
                        pattern(p -> p.conditions().size() < 2 || p.literal("name") != null
                                ? p
                                : with(
                                        p,
                                        p.kind(),
                                        p.conditions().subList(0, p.conditions().size() - 1)))),
                mutant(
                        "joins are turned round",
                        condition(c -> c instanceof Compare compare
                                        && compare.right() instanceof Seen
                                        && compare.operator() == Operator.EQ
                                ? new Compare(compare.left(), Operator.NE, compare.right())
                                : c)),
                mutant(
                        "joins are forgotten",
                        pattern(p -> with(
                                p,
                                p.kind(),
                                p.conditions().stream()
                                        .filter(c -> c.others(p.index()).isEmpty())
                                        .toList()))),
                mutant("not in is in", condition(c -> c instanceof In in ? new In(in.left(), false, in.values()) : c)),
                mutant(
                        "< is <=",
                        condition(c -> c instanceof Compare compare && compare.operator() == Operator.LT
                                ? new Compare(compare.left(), Operator.LE, compare.right())
                                : c)),
                mutant(
                        "|| is &&",
                        condition(c -> c instanceof Condition.Any any ? new Condition.All(any.conditions()) : c)),
                mutant(
                        "evidence in the wrong order",
                        rule -> new Rule(
                                rule.name(), rule.place(), rule.annotations(), rule.when(), reversed(rule.then()))));
    }

    private static Arguments mutant(String name, UnaryOperator<Rule> mutation) {
        return Arguments.of(name, mutation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void the_oracle_finds_out_an_engine_that_errs(String name, UnaryOperator<Rule> mutation) throws Refused {
        List<Rule> right = Rules.load(new Generate(7).rules(200)).all();
        Oracle oracle = new Oracle(right);
        Messages made = new Messages(right, 7);
        Rules wrong = new Rules(right.stream().map(mutation).toList(), ContextNames.read(Good.files(), c -> {}));
        assertThat(Stream.generate(made::next).limit(500))
                .anyMatch(facts -> differ(facts, wrong, Oracle::lines, oracle::judge));
    }

    @Test
    void the_stock_compiler_finds_out_a_reader_that_errs() throws Refused {
        Map<String, String> files = new Generate(7).rules(40);
        List<Rule> right = Rules.load(files).all();
        Messages made = new Messages(right, 7);
        Rules wrong = new Rules(
                right.stream()
                        .map(condition(c -> c instanceof In in ? new In(in.left(), false, in.values()) : c))
                        .toList(),
                ContextNames.read(files, c -> {}));
        try (Stock stock = new Stock(files, false)) {
            assertThat(Stream.generate(made::next).limit(500))
                    .anyMatch(facts -> differ(facts, wrong, Stock::lines, stock::judge));
        }
    }

    private static boolean differ(
            List<Fact> facts,
            Rules wrong,
            Function<Outcome, List<String>> lines,
            Function<List<Fact>, List<String>> right) {
        return !lines.apply(wrong.judge(facts)).equals(right.apply(facts));
    }

    private static UnaryOperator<Rule> pattern(UnaryOperator<Pattern> mutation) {
        return rule -> new Rule(
                rule.name(),
                rule.place(),
                rule.annotations(),
                rule.when().stream().map(mutation).toList(),
                rule.then());
    }

    private static UnaryOperator<Rule> condition(UnaryOperator<Condition> mutation) {
        return pattern(
                p -> with(p, p.kind(), p.conditions().stream().map(mutation).toList()));
    }

    private static Pattern with(Pattern pattern, Pattern.Kind kind, List<Condition> conditions) {
        return new Pattern(pattern.index(), kind, pattern.type(), conditions, pattern.place(), pattern.text());
    }

    private static Rule.Then reversed(Rule.Then then) {
        List<Integer> evidence = new ArrayList<>(then.evidence());
        Collections.reverse(evidence);
        return then instanceof Rule.Concluding c
                ? new Rule.Concluding(c.certainty(), c.id(), evidence)
                : new Rule.Inferring(((Rule.Inferring) then).name(), evidence);
    }
}
