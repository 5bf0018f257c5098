package io.rimbalzo.rule;

import io.rimbalzo.fact.Inferred;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads all rule files, collects every complaint, and looks at the rules together. */
final class RuleSet {

    private static final String RULE = "rule \"";

    private final Map<String, List<Rule>> byFile = new TreeMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    /** Every rule that is named in some file, understood or not. */
    private final Map<String, Place> names = new HashMap<>();

    private RuleSet() {}

    /** Reads the files; those that are known already are not read again. */
    static RuleSet read(Map<String, String> files, ContextNames contexts, Map<String, List<Rule>> known) {
        RuleSet set = new RuleSet();
        new TreeMap<>(files).forEach((name, text) -> {
            if (known.containsKey(name)) {
                set.byFile.put(name, known.get(name));
                known.get(name).forEach(rule -> set.isNew(rule.name(), rule.place()));
            } else if (name.endsWith(".drl")) {
                set.byFile.put(name, set.file(new RuleText(name, text), contexts));
            }
        });
        set.bases();
        if (set.complaints.stream().noneMatch(c -> c.place().file().contains("inference/"))) {
            set.inferred();
        }
        return set;
    }

    /** The rules of each file, in the order of their lines. */
    Map<String, List<Rule>> byFile() {
        return byFile;
    }

    List<Rule> rules() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    List<Complaint> complaints() {
        return complaints;
    }

    Map<String, Place> names() {
        return names;
    }

    private boolean isNew(String name, Place place) {
        Place first = names.putIfAbsent(name, place);
        if (first != null) {
            boolean replaces = place.isSite() && !first.isSite();
            complaints.add(
                    new Complaint(place, name, replaces ? "name-shipped" : "name-twice", "first", first.toString()));
        }
        return first == null;
    }

    private List<Rule> file(RuleText file, ContextNames contexts) {
        List<Rule> rules = new ArrayList<>();
        int before = complaints.size();
        try {
            RuleFile.parse(file, complaints::add).forEach(descr -> {
                Place place = new Place(file.file, descr.getLine());
                Rule rule = isNew(descr.getName(), place)
                        ? new RuleReader(file, descr, contexts, complaints::add).read()
                        : null;
                if (rule != null) {
                    rules.add(rule);
                }
            });
        } catch (Refused.Here e) {
            complaints.add(e.complaint(null));
        }
        if (rules.isEmpty() && complaints.size() > before) {
            name(file);
        }
        return List.copyOf(rules);
    }

    /** What a file that cannot be read names all the same, so that nobody complains that it is missing. */
    private void name(RuleText file) {
        int line = 0;
        for (String text : file.text.lines().toList()) {
            line++;
            int end = text.startsWith(RULE) ? text.indexOf('"', RULE.length()) : -1;
            if (end > 0) {
                names.putIfAbsent(text.substring(RULE.length(), end), new Place(file.file, line));
            }
        }
    }

    /** Each diagnosis has one rule that tells what is known of it. */
    private void bases() {
        for (Rule rule : rules()) {
            if (!rule.isInference() && !names.containsKey(rule.id())) {
                names.put(rule.id(), rule.place());
                complaints.add(new Complaint(rule.place(), rule.name(), "no-base", "id", rule.id()));
            }
        }
    }

    /** What a rule asks for must be inferred by some other. */
    private void inferred() {
        List<String> known = rules().stream()
                .filter(Rule::isInference)
                .map(Rule::id)
                .distinct()
                .collect(Collectors.toList());
        for (Rule rule : rules()) {
            for (Pattern pattern : rule.when()) {
                try {
                    if (pattern.is(Inferred.class)) {
                        Known.among(
                                "unknown-inferred", String.valueOf(pattern.literal("name")), known, pattern.place());
                    }
                } catch (Refused.Here e) {
                    complaints.add(e.complaint(rule.name()));
                }
            }
        }
    }
}
