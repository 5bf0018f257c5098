package io.rimbalzo.catalogue;

import io.rimbalzo.report.Spelling;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the knowledge holds: each diagnosis with its rules, {@code access.denied}, in the order of topics and names.
 *
 * @param entries    the diagnoses
 * @param inferences the rules that draw facts from facts, in the order of their files
 */
public record Catalogue(List<Entry> entries, List<Rule> inferences) {

    /** The topic under which the rules of rules/inference are found. */
    public static final String INFERENCE = "inference";

    public static Catalogue of(Rules rules) {
        Map<String, List<Rule>> byId = new LinkedHashMap<>();
        rules.about().keySet().stream()
                .sorted(Comparator.<String, String>comparing(Entry::topic).thenComparing(id -> id))
                .forEach(id -> byId.put(id, new ArrayList<>()));
        List<Rule> inferences = new ArrayList<>();
        for (Rule rule : rules.all()) {
            (rule.isInference() ? inferences : Objects.requireNonNull(byId.get(rule.id()), rule.id())).add(rule);
        }
        List<Entry> entries = new ArrayList<>();
        byId.forEach((id, own) -> {
            own.sort(Comparator.comparing((Rule rule) -> !rule.isBase()));
            entries.add(Entry.of(Objects.requireNonNull(rules.about().get(id), id), own));
        });
        return new Catalogue(List.copyOf(entries), List.copyOf(inferences));
    }

    /** The topics in their order, without {@link #INFERENCE}. */
    public List<String> topics() {
        return entries.stream().map(Entry::topic).distinct().toList();
    }

    /** Only these topics and ids, in the catalogue's own order; all where there are none. */
    public Catalogue only(List<String> wanted) {
        return wanted.isEmpty()
                ? this
                : new Catalogue(
                        entries.stream()
                                .filter(entry -> wanted.contains(entry.id()) || wanted.contains(entry.topic()))
                                .toList(),
                        wanted.contains(INFERENCE) ? inferences : List.of());
    }

    /** The first of these that is neither a topic nor an id. */
    public Optional<String> unknown(List<String> wanted) {
        List<String> names = names();
        return wanted.stream().filter(name -> !names.contains(name)).findFirst();
    }

    /** The topic or id that looks most like a name. */
    public Optional<String> nearest(String name) {
        return Spelling.nearest(name, names());
    }

    private List<String> names() {
        TreeSet<String> names = new TreeSet<>(topics());
        names.add(INFERENCE);
        entries.forEach(entry -> names.add(entry.id()));
        return List.copyOf(names);
    }
}
