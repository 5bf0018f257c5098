package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Pattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule from Drools' tree; anything that the vocabulary does not hold is refused. */
final class RuleReader {

    private static final int MOST_PATTERNS = 8;

    private final RuleText file;
    private final RuleDescr rule;
    private final ContextNames contexts;
    private final Place place;
    private final Scope scope = new Scope();
    private final List<Pattern> patterns = new ArrayList<>();

    RuleReader(RuleText file, RuleDescr rule, ContextNames contexts) {
        this.file = file;
        this.rule = rule;
        this.contexts = contexts;
        place = new Place(file.file, rule.getLine());
    }

    Rule read() {
        refuse(rule instanceof QueryDescr, place, "a query is not allowed");
        refuse(!rule.getNamedConsequences().isEmpty(), place, "one then is allowed, without a name");
        boolean odd = rule.getParentName() != null || rule.getUnit() != null || rule.hasErrors();
        refuse(odd, place, "extends, unit and the like are not allowed");
        rule.getAttributes()
                .values()
                .forEach(a -> refuse(true, place(a), a.getName() + " is not allowed: rules have no order"));
        Heading heading = Heading.read(heading(), file.isInference());
        refuse(!heading.name().equals(rule.getName()), place, "a rule begins on a line of its own");
        when(rule.getLhs());
        refuse(patterns.stream().noneMatch(p -> p.kind() == Kind.SOME), place, "when needs one fact at least");
        refuse(patterns.size() > MOST_PATTERNS, place, "a rule may have " + MOST_PATTERNS + " patterns at most");
        Rule.Then then = new ThenReader(then(), scope, file.isInference()).read();
        Rule read = new Rule(rule.getName(), place, Map.copyOf(heading.annotations()), List.copyOf(patterns), then);
        if (!read.isInference()) {
            checkName(read.name(), read.id());
        }
        heading.check(!read.isInference() && read.isBase(), read.id(), place);
        return read;
    }

    private Tokens heading() {
        int start = file.text.indexOf("rule", file.start(rule.getLine()));
        return new Tokens(file.text.substring(start), file.place(start), "when");
    }

    /** Drools gives the line of the word then, and its text without the blanks before it. */
    private Tokens then() {
        String then = String.valueOf(rule.getConsequence());
        int line = file.start(rule.getConsequenceLine());
        return new Tokens(then, file.place(Math.max(line, file.text.indexOf(then, line))));
    }

    private void checkName(String name, String id) {
        boolean dialect = name.startsWith(id + " (") && name.endsWith(")") && name.length() > id.length() + 3;
        refuse(
                !name.equals(id) && !dialect,
                place,
                "it concludes \"" + id + "\", so its name is \"" + id + "\" or \"" + id + " (Dialect)\"");
        String topic = id.substring(0, id.indexOf('.'));
        refuse(
                !file.isOf(topic),
                place,
                "a rule for " + id + " stands in " + topic + ".drl or " + topic + "-<part>.drl");
    }

    private static void refuse(boolean wrong, Place place, String message) {
        if (wrong) {
            throw new Refused.Here(place, message);
        }
    }

    private Place place(BaseDescr descr) {
        return descr.getLine() > 0 ? new Place(file.file, descr.getLine(), descr.getColumn() + 1) : place;
    }

    private void when(BaseDescr descr) {
        Place at = place(descr);
        if (descr instanceof AndDescr and) {
            refuse(!and.getAnnotations().isEmpty(), at, "no annotation is allowed here");
            and.getDescrs().forEach(this::when);
        } else if (descr instanceof PatternDescr pattern) {
            pattern(pattern, Kind.SOME, scope);
        } else if (descr instanceof NotDescr not) {
            pattern(only(not, at), Kind.NOT, scope.inner());
        } else if (descr instanceof ExistsDescr exists) {
            pattern(only(exists, at), Kind.EXISTS, scope.inner());
        } else {
            String form = descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
            refuse(
                    true,
                    at,
                    form + " is not allowed. Known: Fact( ... ), not Fact( ... ), exists Fact( ... )"
                            + (form.equals("or") ? "; write two rules" : ""));
        }
    }

    private static PatternDescr only(ConditionalElementDescr element, Place at) {
        List<? extends BaseDescr> inner = element.getDescrs();
        refuse(inner.size() != 1 || !(inner.get(0) instanceof PatternDescr), at, "not and exists take one fact");
        return (PatternDescr) inner.get(0);
    }

    private void pattern(PatternDescr descr, Kind kind, Scope visible) {
        Place at = place(descr);
        checkForm(descr, at);
        FactType type = Known.get("fact", descr.getObjectType(), Vocabulary.MAIL.types(), at);
        refuse(
                file.isInference() && type.type == Inferred.class,
                at,
                "a rule in inference/ looks at what was read, not at what is inferred");
        List<Condition> conditions = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (BaseDescr part : descr.getConstraint().getDescrs()) {
            boolean expression = part instanceof ExprConstraintDescr e && e.getType() == ExprConstraintDescr.Type.NAMED;
            refuse(!expression, place(part), "not allowed between the brackets of a fact");
            String text = ((ExprConstraintDescr) part).getExpression();
            Condition condition =
                    new ConditionReader(new Tokens(text, place(part)), type, visible, patterns.size()).read();
            if (condition != null) {
                conditions.addAll(condition instanceof Condition.All all ? all.conditions() : List.of(condition));
            }
            written.add(text.lines().map(String::strip).collect(Collectors.joining(" ")));
        }
        String variable = descr.getIdentifier();
        if (variable != null && !variable.isEmpty()) {
            refuse(kind != Kind.SOME, at, variable + " cannot stand for what is not there, or may be many");
            visible.bind(variable, new Scope.Variable(patterns.size(), type, null), at);
        }
        Pattern pattern =
                new Pattern(patterns.size(), kind, type, List.copyOf(conditions), at, text(kind, type, written));
        checkNames(pattern);
        patterns.add(pattern);
    }

    private static void checkForm(PatternDescr descr, Place at) {
        refuse(descr.getSource() != null, at, "from, accumulate and collect are not allowed");
        refuse(descr.getBehaviors() != null && !descr.getBehaviors().isEmpty(), at, "over is not allowed");
        refuse(descr.isQuery() || descr.isUnification(), at, "? and := are not allowed");
        refuse(!descr.getAnnotations().isEmpty(), at, "no annotation is allowed here");
        refuse(descr.getObjectType() == null, at, "a path is not allowed");
    }

    private void checkNames(Pattern pattern) {
        if (pattern.is(Context.class)) {
            contexts.check(pattern);
        }
        refuse(
                pattern.is(Inferred.class) && pattern.literal("name") == null,
                pattern.place(),
                "write Inferred( name == \"...\" )");
    }

    private static String text(Kind kind, FactType type, List<String> written) {
        String start = (kind == Kind.SOME ? "" : kind.name().toLowerCase(Locale.ROOT) + " ") + type.name();
        return start + (written.isEmpty() ? "()" : "( " + String.join(", ", written) + " )");
    }
}
