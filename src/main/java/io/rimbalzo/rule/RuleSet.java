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

    private final List<Rule> rules = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, Place> names = new HashMap<>();

    private RuleSet() {
    }

    /** The rules of the files, in the order of their names, then of their lines. */
    static List<Rule> read(Map<String, String> files, ContextNames contexts) throws Refused {
        RuleSet set = new RuleSet();
        new TreeMap<>(files).forEach((name, text) -> {
            if (name.endsWith(".drl")) {
                set.file(new RuleText(name, text), contexts);
            }
        });
        if (set.complaints.isEmpty()) {
            set.bases();
            set.inferred();
        }
        if (!set.complaints.isEmpty()) {
            throw new Refused(set.complaints);
        }
        return List.copyOf(set.rules);
    }

    private void file(RuleText file, ContextNames contexts) {
        try {
            RuleFile.parse(file, complaints::add).forEach(descr -> {
                Place place = new Place(file.file, descr.getLine());
                Place first = names.putIfAbsent(descr.getName(), place);
                if (first != null) {
                    complaints.add(new Complaint(place, descr.getName(), "another rule has this name: " + first));
                    return;
                }
                try {
                    rules.add(new RuleReader(file, descr, contexts).read());
                } catch (Refused.Here e) {
                    complaints.add(e.complaint(descr.getName()));
                }
            });
        } catch (Refused.Here e) {
            complaints.add(e.complaint(null));
        }
    }

    /** Each diagnosis has one rule that tells what is known of it. */
    private void bases() {
        Set<String> bases = rules.stream().filter(r -> !r.isInference() && r.isBase()).map(Rule::id).collect(Collectors.toSet());
        for (Rule rule : rules) {
            if (!rule.isInference() && bases.add(rule.id())) {
                complaints.add(new Complaint(rule.place(), rule.name(), "no rule is named exactly \"" + rule.id()
                        + "\": write one, with @responsible and @category"));
            }
        }
    }

    /** What a rule asks for must be inferred by some other. */
    private void inferred() {
        List<String> known = rules.stream().filter(Rule::isInference).map(Rule::id).distinct().toList();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.when()) {
                try {
                    if (pattern.is(Inferred.class)) {
                        Known.among("Inferred", pattern.literal("name"), known, pattern.place());
                    }
                } catch (Refused.Here e) {
                    complaints.add(e.complaint(rule.name()));
                }
            }
        }
    }
}
