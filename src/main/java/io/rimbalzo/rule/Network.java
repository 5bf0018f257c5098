package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.rule.Checks.Check;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceBuilder.ValidBuilder;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.impl.ModelImpl;
import org.drools.model.view.ViewItemBuilder;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Builds Drools' network from the trees, with closures: nothing is generated or compiled. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class Network {

    /** Hears which rule matched which facts; the facts of patterns that bind nothing are null. */
    interface Fired {
        void rule(Rule rule, Fact[] seen);
    }

    static final String FIRED = "fired";
    private static final String PACKAGE = "rules";
    /** Not the number of any field. */
    private static final int NUMBER_INDEX = 1_000_000;

    private final ModelImpl model = new ModelImpl();
    private final Global<Fired> fired = DSL.globalOf(Fired.class, PACKAGE, FIRED);
    private final Asks asks;
    private final Feeding feeding;

    private Network(Asks asks, Feeding feeding) {
        this.asks = asks;
        this.feeding = feeding;
        model.addGlobal(fired);
    }

    static KieBase of(List<Rule> rules, Asks asks, Feeding feeding) {
        Network network = new Network(asks, feeding);
        rules.forEach(rule -> network.model.addRule(network.rule(rule)));
        return KieBaseBuilder.createKieBaseFromModel(network.model);
    }

    /** Loads Drools' classes, which takes a third of a cold start. */
    static void warmUp() {
        KieBaseBuilder.createKieBaseFromModel(new ModelImpl()).newKieSession().dispose();
    }

    private org.drools.model.Rule rule(Rule rule) {
        Variable[] variables = rule.when().stream()
                .map(p -> DSL.declarationOf(Said.class, "$" + p.index()))
                .toArray(Variable[]::new);
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (Pattern pattern : rule.when()) {
            PatternDef def = pattern(rule, pattern, variables);
            items.add(
                    switch (pattern.kind()) {
                        case SOME -> def;
                        case NOT -> DSL.not((ViewItemBuilder) def);
                        case EXISTS -> DSL.exists((ViewItemBuilder) def);
                    });
        }
        items.add(then(rule, variables));
        return PatternDSL.rule(PACKAGE, rule.name()).build(items.toArray(RuleItemBuilder[]::new));
    }

    /** A number for what the pattern asks of a fact alone, which {@link Feeding} has seen to, and the joins. */
    private PatternDef pattern(Rule rule, Pattern pattern, Variable[] variables) {
        int number = feeding.number(rule, pattern);
        Predicate1<Said> numbered = said -> said.number() == number;
        Function1<Said, Integer> get = Said::number;
        PatternDef def = PatternDSL.pattern(variables[pattern.index()])
                .expr(
                        "number == " + number,
                        numbered,
                        PatternDSL.alphaIndexedBy(Integer.class, ConstraintType.EQUAL, NUMBER_INDEX, get, number));
        for (Condition condition : pattern.conditions()) {
            List<Integer> others = condition.others(pattern.index());
            if (!others.isEmpty()) {
                Variable[] seen = others.stream().map(i -> variables[i]).toArray(Variable[]::new);
                def = join(def, condition, new Checks(asks, others).check(condition), seen);
            }
        }
        return def;
    }

    private static PatternDef join(PatternDef def, Condition condition, Check check, Variable[] others) {
        String id = condition.toString();
        return switch (others.length) {
            case 1 -> {
                Predicate2<Said, Said> two = (said, a) -> check.holds(said, a, null, null);
                yield condition instanceof Compare compare
                                && compare.operator() == Operator.EQ
                                && compare.right() instanceof Seen seen
                        ? def.expr(id, others[0], two, index(compare.left(), seen.field()))
                        : def.expr(id, others[0], two);
            }
            case 2 -> {
                Predicate3<Said, Said, Said> three = (said, a, b) -> check.holds(said, a, b, null);
                yield def.expr(id, others[0], others[1], three);
            }
            default -> {
                Predicate4<Said, Said, Said, Said> four = check::holds;
                yield def.expr(id, others[0], others[1], others[2], four);
            }
        };
    }

    private static org.drools.model.BetaIndex index(FactType.Field left, FactType.Field right) {
        Function1<Said, Object> mine = said -> left.get().apply(said.fact());
        Function1<Said, Object> other = said -> right.get().apply(said.fact());
        return PatternDSL.betaIndexedBy((Class) left.type(), ConstraintType.EQUAL, left.index(), mine, other);
    }

    /** Each bound pattern once, in order: Drools gives a variable named twice only once. */
    private ValidBuilder then(Rule rule, Variable[] variables) {
        int[] some = rule.when().stream()
                .filter(p -> p.kind() == Pattern.Kind.SOME)
                .mapToInt(Pattern::index)
                .toArray();
        Variable[] wanted = new Variable[some.length + 1];
        Arrays.setAll(wanted, i -> i == 0 ? fired : variables[some[i - 1]]);
        int size = rule.when().size();
        BlockN block = values -> {
            Fact[] seen = new Fact[size];
            for (int i = 0; i < some.length; i++) {
                seen[some[i]] = ((Said) values[i + 1]).fact();
            }
            ((Fired) values[0]).rule(rule, seen);
        };
        return () -> new ConsequenceImpl(block, wanted, false, false, "java");
    }
}
