package io.rimbalzo.rule;

import io.rimbalzo.fact.Inferred;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads all rule files, collects every complaint before giving up, and looks at the rules together. */
final class RuleSet {

    private final Map<String, List<Rule>> byFile = new TreeMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, Place> names = new HashMap<>();

    private RuleSet() {}

    /** The rules of each file, in the order of their lines; files that are known already are not read again. */
    static Map<String, List<Rule>> read(Map<String, String> files, ContextNames contexts, Map<String, List<Rule>> known)
            throws Refused {
        RuleSet set = new RuleSet();
        new TreeMap<>(files).forEach((name, text) -> {
            if (known.containsKey(name)) {
                set.byFile.put(name, known.get(name));
                known.get(name).forEach(rule -> set.isNew(rule.name(), rule.place()));
            } else if (name.endsWith(".drl")) {
                set.byFile.put(name, set.file(new RuleText(name, text), contexts));
            }
        });
        if (set.complaints.isEmpty()) {
            List<Rule> rules =
                    set.byFile.values().stream().flatMap(List::stream).toList();
            set.bases(rules);
            set.inferred(rules);
        }
        if (!set.complaints.isEmpty()) {
            throw new Refused(set.complaints);
        }
        return set.byFile;
    }

    private boolean isNew(String name, Place place) {
        Place first = names.putIfAbsent(name, place);
        if (first != null) {
            complaints.add(new Complaint(
                    place,
                    name,
                    "another rule has this name: " + first
                            + (place.isSite() && !first.isSite()
                                    ? "; a site adds to the shipped rules and replaces none: name the rule with words"
                                            + " of its own in brackets"
                                    : "")));
        }
        return first == null;
    }

    private List<Rule> file(RuleText file, ContextNames contexts) {
        List<Rule> rules = new ArrayList<>();
        try {
            RuleFile.parse(file, complaints::add).forEach(descr -> {
                try {
                    if (isNew(descr.getName(), new Place(file.file, descr.getLine()))) {
                        rules.add(new RuleReader(file, descr, contexts).read());
                    }
                } catch (Refused.Here e) {
                    complaints.add(e.complaint(descr.getName()));
                }
            });
        } catch (Refused.Here e) {
            complaints.add(e.complaint(null));
        }
        return List.copyOf(rules);
    }

    /** Each diagnosis has one rule that tells what is known of it. */
    private void bases(List<Rule> rules) {
        Set<String> bases = rules.stream()
                .filter(r -> !r.isInference() && r.isBase())
                .map(Rule::id)
                .collect(Collectors.toSet());
        for (Rule rule : rules) {
            if (!rule.isInference() && bases.add(rule.id())) {
                complaints.add(new Complaint(
                        rule.place(),
                        rule.name(),
                        "no rule is named exactly \"" + rule.id() + "\": write one, with @responsible and @category"));
            }
        }
    }

    /** What a rule asks for must be inferred by some other. */
    private void inferred(List<Rule> rules) {
        List<String> known = rules.stream()
                .filter(Rule::isInference)
                .map(Rule::id)
                .distinct()
                .toList();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.when()) {
                try {
                    if (pattern.is(Inferred.class)) {
                        Known.among("Inferred", String.valueOf(pattern.literal("name")), known, pattern.place());
                    }
                } catch (Refused.Here e) {
                    complaints.add(e.complaint(rule.name()));
                }
            }
        }
    }
}
