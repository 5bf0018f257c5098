package io.rimbalzo.rule;

import static io.rimbalzo.rule.Refused.Here.refuse;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Pattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;

/** Reads one rule from Drools' tree; anything that the vocabulary does not hold is refused. */
final class RuleReader {

    private static final int MOST_PATTERNS = 8;

    private final RuleText file;
    private final RuleDescr rule;
    private final ContextNames contexts;
    private final Consumer<Complaint> complaints;
    private final Place place;
    private final Scope scope = new Scope();
    private final List<Pattern> patterns = new ArrayList<>();
    private boolean wrong;

    RuleReader(RuleText file, RuleDescr rule, ContextNames contexts, Consumer<Complaint> complaints) {
        this.file = file;
        this.rule = rule;
        this.contexts = contexts;
        this.complaints = complaints;
        place = new Place(file.file, rule.getLine());
    }

    /** The rule; null where something is wrong with it, which the heading, each pattern and the last line tell for themselves. */
    @Nullable
    Rule read() {
        piece(this::form);
        if (wrong) {
            return null;
        }
        Heading heading = piece(this::heading);
        piece(() -> when(rule.getLhs()));
        piece(this::enough);
        Rule.Then then = piece(() -> new ThenReader(then(), scope, file.isInference()).read());
        return wrong || heading == null || then == null ? null : piece(() -> whole(heading, then));
    }

    private <T> @Nullable T piece(Supplier<T> piece) {
        try {
            return piece.get();
        } catch (Refused.Here e) {
            // a pattern that was given up has not named its facts
            if (!wrong || !e.isOf("unknown-variable")) {
                complaints.accept(e.complaint(rule.getName()));
            }
            wrong = true;
            return null;
        }
    }

    /** Null, as all that gives nothing. */
    private Void form() {
        refuse(rule instanceof QueryDescr, place, "query");
        refuse(!rule.getNamedConsequences().isEmpty(), place, "then-named");
        boolean odd = rule.getParentName() != null || rule.getUnit() != null || rule.hasErrors();
        refuse(odd, place, "extends");
        rule.getAttributes().values().forEach(a -> refuse(true, place(a), "attribute", "found", a.getName()));
        return null;
    }

    private Heading heading() {
        int start = file.text.indexOf("rule", file.start(rule.getLine()));
        Tokens tokens = new Tokens(file.text.substring(start), file.place(start), "when");
        Heading heading = Heading.read(tokens, file.isInference());
        refuse(!heading.name().equals(rule.getName()), place, "own-line");
        return heading;
    }

    private Void enough() {
        boolean none = !wrong && patterns.stream().noneMatch(p -> p.kind() == Kind.SOME);
        refuse(none, place, "when-empty");
        refuse(patterns.size() > MOST_PATTERNS, place, "too-many-patterns", "most", Integer.toString(MOST_PATTERNS));
        return null;
    }

    private Rule whole(Heading heading, Rule.Then then) {
        Rule read = new Rule(rule.getName(), place, Map.copyOf(heading.annotations()), List.copyOf(patterns), then);
        if (!read.isInference()) {
            checkName(read.name(), read.id());
        }
        heading.check(!read.isInference() && read.isBase(), read.id(), place);
        return read;
    }

    /** Drools gives the line of the word then, and its text without the blanks before it. */
    private Tokens then() {
        String then = String.valueOf(rule.getConsequence());
        int line = file.start(rule.getConsequenceLine());
        return new Tokens(then, file.place(Math.max(line, file.text.indexOf(then, line))));
    }

    private void checkName(String name, String id) {
        boolean dialect = name.startsWith(id + " (") && name.endsWith(")") && name.length() > id.length() + 3;
        refuse(!name.equals(id) && !dialect, place, "name-differs", "found", name, "id", id);
        String topic = id.substring(0, id.indexOf('.'));
        refuse(!file.isOf(topic), place, "other-file", "id", id, "topic", topic);
    }

    private Place place(BaseDescr descr) {
        return descr.getLine() > 0 ? new Place(file.file, descr.getLine(), descr.getColumn() + 1) : place;
    }

    private Void when(BaseDescr descr) {
        Place at = place(descr);
        if (descr instanceof AndDescr and) {
            refuse(!and.getAnnotations().isEmpty(), at, "annotation-here");
            for (BaseDescr part : and.getDescrs()) {
                piece(() -> when(part));
            }
        } else if (descr instanceof PatternDescr pattern) {
            pattern(pattern, Kind.SOME, scope);
        } else if (descr instanceof NotDescr not) {
            pattern(only(not, at), Kind.NOT, scope.inner());
        } else if (descr instanceof ExistsDescr exists) {
            pattern(only(exists, at), Kind.EXISTS, scope.inner());
        } else {
            String form = descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
            refuse(true, at, form.equals("or") ? "or" : "form", "found", form);
        }
        return null;
    }

    private static PatternDescr only(ConditionalElementDescr element, Place at) {
        List<? extends BaseDescr> inner = element.getDescrs();
        refuse(inner.size() != 1 || !(inner.get(0) instanceof PatternDescr), at, "not-one");
        return (PatternDescr) inner.get(0);
    }

    private void pattern(PatternDescr descr, Kind kind, Scope visible) {
        Place at = place(descr);
        checkForm(descr, at);
        FactType type = Known.get("unknown-fact", descr.getObjectType(), Vocabulary.MAIL.types(), at);
        refuse(file.isInference() && type.type == Inferred.class, at, "inference-looks");
        List<Condition> conditions = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (BaseDescr part : descr.getConstraint().getDescrs()) {
            boolean expression = part instanceof ExprConstraintDescr e && e.getType() == ExprConstraintDescr.Type.NAMED;
            refuse(!expression, place(part), "in-brackets");
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
            refuse(kind != Kind.SOME, at, "variable-absent", "variable", variable);
            visible.bind(variable, new Scope.Variable(patterns.size(), type, null), at);
        }
        Pattern pattern =
                new Pattern(patterns.size(), kind, type, List.copyOf(conditions), at, text(kind, type, written));
        checkNames(pattern);
        patterns.add(pattern);
    }

    private static void checkForm(PatternDescr descr, Place at) {
        refuse(descr.getSource() != null, at, "from");
        refuse(descr.getBehaviors() != null && !descr.getBehaviors().isEmpty(), at, "over");
        refuse(descr.isQuery() || descr.isUnification(), at, "query-signs");
        refuse(!descr.getAnnotations().isEmpty(), at, "annotation-here");
        refuse(descr.getObjectType() == null, at, "path");
    }

    private void checkNames(Pattern pattern) {
        if (pattern.is(Context.class)) {
            contexts.check(pattern);
        }
        refuse(pattern.is(Inferred.class) && pattern.literal("name") == null, pattern.place(), "inferred-nameless");
    }

    private static String text(Kind kind, FactType type, List<String> written) {
        String start = (kind == Kind.SOME ? "" : kind.name().toLowerCase(Locale.ROOT) + " ") + type.name();
        return start + (written.isEmpty() ? "()" : "( " + String.join(", ", written) + " )");
    }
}
