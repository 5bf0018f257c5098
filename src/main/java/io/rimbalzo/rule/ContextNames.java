package io.rimbalzo.rule;

import io.rimbalzo.fact.Context;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The closed vocabulary of context, in the order of rules/context.tsv: {@code recipient-kind<TAB>mailbox<TAB>group}. */
public final class ContextNames {

    private static final String NUMBER = "number";
    private static final String MARK = "@";
    private static final String ADMIN = "@admin";
    private static final String AFTER = "@after(";

    private final Map<String, ContextName> names;

    private ContextNames(Map<String, ContextName> names) {
        this.names = names;
    }

    /**
     * From the file {@code context.tsv}, wherever it stands; no names without one. A site's own adds names, and values to
     * names that are shipped.
     */
    static ContextNames read(Map<String, String> files, Consumer<Complaint> complaints) {
        Map<String, ContextName> names = new LinkedHashMap<>();
        new TreeMap<>(files).forEach((file, text) -> {
            if (("/" + file).endsWith("/context.tsv")) {
                read(file, text, names, complaints);
            }
        });
        return new ContextNames(names);
    }

    /**
     * One name a line, then its values, or {@code number}; {@code #} begins a comment. Before the values may stand
     * {@code @after(recipient-kind)} and {@code @admin}.
     */
    private static void read(String file, String text, Map<String, ContextName> names, Consumer<Complaint> complaints) {
        Set<String> own = new HashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            Place place = new Place(file, ++number);
            try {
                if (!line.isBlank() && !line.startsWith("#")) {
                    ContextName name = name(line.split("\t", -1), place);
                    Refused.Here.refuse(!own.add(name.name()), place, "context-twice", "found", name.name());
                    names.merge(name.name(), name, (shipped, more) -> joined(shipped, more, place));
                }
            } catch (Refused.Here e) {
                complaints.accept(e.complaint(null));
            }
        }
    }

    private static ContextName joined(ContextName shipped, ContextName more, Place place) {
        if (shipped.isNumber() != more.isNumber()) {
            throw new Refused.Here(
                    place, shipped.isNumber() ? "context-is-number" : "context-has-values", "found", shipped.name());
        }
        List<String> values = Stream.concat(shipped.values().stream(), more.values().stream())
                .distinct()
                .toList();
        return shipped.with(values, List.of());
    }

    private static ContextName name(String[] parts, Place place) {
        List<String> cells = List.of(parts).subList(1, parts.length);
        List<String> marks = cells.stream().takeWhile(c -> c.startsWith(MARK)).toList();
        List<String> values = cells.subList(marks.size(), cells.size());
        String after = null;
        boolean known = !values.isEmpty() && !values.contains(Context.UNKNOWN);
        for (String mark : marks) {
            boolean behind = mark.startsWith(AFTER) && mark.endsWith(")");
            after = behind ? mark.substring(AFTER.length(), mark.length() - 1) : after;
            known &= behind || mark.equals(ADMIN);
        }
        if (!known || Stream.of(parts).anyMatch(p -> p.isBlank() || !p.equals(p.strip()))) {
            throw new Refused.Here(place, "context-line");
        }
        return new ContextName(parts[0], List.of(), List.of(), after, marks.contains(ADMIN))
                .with(values.equals(List.of(NUMBER)) ? List.of() : values, List.of());
    }

    public Collection<ContextName> all() {
        return names.values();
    }

    /** The name with its values, or null where it is none. */
    public @Nullable ContextName get(String name) {
        return names.get(name);
    }

    /** Refuses names and values that nobody can tell. */
    void check(Pattern pattern) {
        String name = pattern.literal("name");
        if (name == null) {
            throw new Refused.Here(
                    pattern.place(), Refused.sentence("context-nameless").among(names.keySet()));
        }
        ContextName known = Known.get("unknown-context", name, names, pattern.place());
        if (pattern.leaves().filter(c -> field(c).equals("name")).count() > 1) {
            throw new Refused.Here(pattern.place(), "context-one-name");
        }
        for (Condition condition : pattern.leaves().toList()) {
            if (known.isNumber()
                    ? field(condition).equals("value")
                    : field(condition).equals(NUMBER)) {
                throw new Refused.Here(
                        pattern.place(),
                        Refused.sentence(known.isNumber() ? "context-number" : "context-no-number", "name", name)
                                .among(known.values()));
            }
            if (field(condition).equals("value")) {
                literals(condition)
                        .forEach(v ->
                                Known.among("unknown-value", (String) v, known.values(), pattern.place(), "of", name));
            }
        }
    }

    private static String field(Condition condition) {
        return condition instanceof Compare compare
                ? compare.left().name()
                : condition instanceof In in ? in.left().name() : "";
    }

    private static Stream<Object> literals(Condition condition) {
        return condition instanceof In in
                ? in.values().stream()
                : condition instanceof Compare compare && compare.right() instanceof Literal literal
                        ? Stream.of(literal.value())
                        : Stream.of();
    }

    /** The same names with the thresholds that the rules set. */
    ContextNames with(List<Rule> rules) {
        Map<String, TreeSet<Integer>> thresholds = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> rule.when().stream())
                .filter(p -> p.is(Context.class))
                .forEach(pattern -> pattern.leaves()
                        .filter(c -> field(c).equals(NUMBER))
                        .forEach(c -> thresholds
                                .computeIfAbsent(pattern.literal("name"), n -> new TreeSet<>())
                                .addAll(thresholds(c))));
        Map<String, ContextName> complete = new LinkedHashMap<>();
        names.forEach((name, known) -> complete.put(
                name, known.with(known.values(), List.copyOf(thresholds.getOrDefault(name, new TreeSet<>())))));
        return new ContextNames(complete);
    }

    private static List<Integer> thresholds(Condition condition) {
        List<Integer> found = new ArrayList<>();
        literals(condition).map(Integer.class::cast).forEach(n -> {
            Condition.Operator sign = condition instanceof Compare compare ? compare.operator() : Condition.Operator.EQ;
            switch (sign) {
                case GT, LE -> found.add(n);
                case GE, LT -> found.add(n - 1);
                default -> found.addAll(List.of(n - 1, n));
            }
        });
        return found;
    }
}
