package io.rimbalzo.check;

import io.rimbalzo.diagnosis.Shadowed;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.Complaint;
import io.rimbalzo.rule.Draft;
import io.rimbalzo.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is wrong with the rules beside their reading: {@code no case fires this rule}. */
final class RuleCheck {

    private final Map<String, String> files;
    private final Draft draft;
    private final Consumer<Fault> faults;

    RuleCheck(Map<String, String> files, Draft draft, Consumer<Fault> faults) {
        this.files = files;
        this.draft = draft;
        this.faults = faults;
    }

    /** All that rules conclude, understood or not: {@code tls.lost} of the rule {@code "tls.lost (Exim)"}. */
    static Set<String> ids(Draft draft) {
        Set<String> ids = new TreeSet<>();
        for (String name : draft.names()) {
            String id = name.indexOf(" (") < 0 ? name : name.substring(0, name.indexOf(" ("));
            if (id.matches("[a-z0-9-]+\\.[a-z0-9-]+")) {
                ids.add(id);
            }
        }
        return ids;
    }

    void reading() {
        for (Complaint complaint : draft.complaints()) {
            faults.accept(new Fault(
                    complaint.place().file(),
                    complaint.place().line(),
                    complaint.place().column(),
                    complaint.rule(),
                    complaint.sentence()));
        }
        files.forEach((file, text) -> {
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                if (Todo.in(line)) {
                    faults.accept(Fault.at(file, number, Todo.column(line), "rule.todo", "what", Todo.what(line)));
                }
            }
        });
    }

    /** Rules that nothing shows to be right; of those in cases that are begun that is told already. */
    void shown(List<Answered> answers, List<Case> begun, List<Shadowed> shadowed) {
        Set<String> fired = new HashSet<>();
        Set<String> told = new HashSet<>();
        Set<String> expected = new HashSet<>();
        Set<String> coming = new HashSet<>();
        for (Answered answered : answers) {
            Set<String> own = answered.fired();
            fired.addAll(own);
            answered.judgements().forEach(j -> told.addAll(told(Answered.ids(j), own)));
            expected(answered.one(), expected);
        }
        begun.forEach(one -> expected(one, coming));
        Set<String> alone = new HashSet<>();
        for (Rule rule : draft.understood()) {
            boolean concludes = !rule.isInference();
            if (coming.contains(rule.id())) {
                continue;
            }
            if (concludes && !expected.contains(rule.id())) {
                if (alone.add(rule.id())) {
                    fault(rule, "case.topic", "id", rule.id(), "topic", topic(rule.id()));
                }
            } else if (!fired.contains(rule.name())) {
                fault(rule, "rule.silent", "file", casesFor(rule));
            }
        }
        for (Shadowed one : shadowed) {
            boolean listed = told.contains(one.rule().name() + " " + one.rule().id());
            if (!listed && fired.contains(one.rule().name())) {
                String by = one.by().name();
                String place = one.by().place().toString();
                fault(one.rule(), "rule.shadowed", "id", one.rule().id(), "by", by, "place", place);
            }
        }
    }

    /** Adds what a case of its topic's file expects. */
    private static void expected(Case one, Set<String> expected) {
        for (List<String> ids : one.expect()) {
            ids.stream().filter(id -> isOf(one.file(), topic(id), ".cases")).forEach(expected::add);
        }
    }

    /** The rules that fired beside each id that a case shows. */
    private static Set<String> told(List<String> ids, Set<String> fired) {
        Set<String> told = new HashSet<>();
        fired.forEach(rule -> ids.stream().filter(rule::startsWith).forEach(id -> told.add(rule + " " + id)));
        return told;
    }

    private static String casesFor(Rule rule) {
        String file = rule.place().file();
        return rule.isInference() ? "rules/*.cases" : file.substring(0, file.length() - ".drl".length()) + ".cases";
    }

    static String topic(String id) {
        return id.indexOf('.') < 0 ? id : id.substring(0, id.indexOf('.'));
    }

    /** Whether the file is {@code <topic>.cases} or {@code <topic>-<part>.cases}. */
    static boolean isOf(String file, String topic, String ending) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.equals(topic + ending) || name.startsWith(topic + "-") && name.endsWith(ending);
    }

    private void fault(Rule rule, String key, String... values) {
        faults.accept(new Fault(
                rule.place().file(),
                rule.place().line(),
                rule.place().column(),
                rule.name(),
                Sentence.of("check." + key, values)));
    }
}
