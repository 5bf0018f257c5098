package io.rimbalzo.check;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares what a case expects with what was answered: {@code expected tls.lost, got tls.found, by the rule ...}. */
final class CaseCheck {

    private final Set<String> ids;
    private final Consumer<Fault> faults;

    /** {@code ids} are all that rules conclude. */
    CaseCheck(Set<String> ids, Consumer<Fault> faults) {
        this.ids = ids;
        this.faults = faults;
    }

    void check(Answered answered) {
        Case one = answered.one();
        if (answered.problem() != null) {
            String code = answered.problem().code();
            boolean expected = one.expect().equals(List.of(List.of("error " + code)));
            if (!expected) {
                fault(one, one.line(), 1, "error", "code", code);
            }
            return;
        }
        if (one.expect().size() != answered.judgements().size()) {
            String found = Integer.toString(answered.judgements().size());
            fault(
                    one,
                    one.at(),
                    1,
                    "recipients",
                    "expected",
                    Integer.toString(one.expect().size()),
                    "found",
                    found);
            return;
        }
        for (int i = 0; i < one.expect().size(); i++) {
            recipient(one, one.expect().get(i), answered.judgements().get(i));
        }
    }

    private void recipient(Case one, List<String> expected, Judgement judgement) {
        List<String> found = Answered.ids(judgement);
        if (found.equals(expected)) {
            hidden(one, judgement);
            return;
        }
        List<String> unknown = expected.stream()
                .filter(id -> !id.equals(Case.NOTHING) && !ids.contains(id))
                .toList();
        unknown.forEach(id -> unknown(one, id));
        if (!unknown.isEmpty()) {
            return;
        }
        String first = expected.isEmpty() ? Case.NOTHING : expected.get(0);
        if (first.equals(found.get(0))) {
            fault(
                    one,
                    one.at(),
                    one.column(first),
                    "beside",
                    "expected",
                    list(expected),
                    "found",
                    list(found),
                    "others",
                    others(expected, judgement));
        } else {
            other(one, first, expected, judgement);
        }
    }

    private void unknown(Case one, String id) {
        int dot = id.indexOf('.');
        boolean named = dot > 0 && id.matches("[a-z0-9-]+\\.[a-z0-9-]+");
        Sentence sentence = named
                ? Sentence.of("check.case.unknown-id", "found", id, "topic", id.substring(0, dot))
                        .among(ids)
                : Sentence.of("check.case.id-form", "found", id);
        faults.accept(new Fault(one.file(), one.at(), one.column(id), null, sentence));
    }

    /** The diagnosis is another one; told with the rule that took it. */
    private void other(Case one, String wanted, List<String> expected, Judgement judgement) {
        Diagnosis got = judgement.diagnosis();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("expected", wanted.equals(Case.NOTHING) ? "nothing" : String.join(", ", expected));
        Finding own = finding(judgement, wanted);
        String key;
        if (got == null) {
            Diagnosis note =
                    judgement.findings().isEmpty() ? null : judgement.findings().get(0);
            key = note == null ? "got-nothing" : "got-note";
            if (note != null) {
                by(values, note.id(), note.rule());
            }
        } else {
            by(values, list(Answered.ids(judgement)), got.rule());
            values.put("others", others(expected, judgement));
            if (wanted.equals(Case.NOTHING)) {
                key = "expected-nothing";
            } else if (own == null) {
                key = "got-other";
            } else {
                values.put("own", own.rule().name());
                boolean both = own.certainty() == Certainty.certain && got.certainty() == Certainty.certain;
                key = both ? "disagree" : "outranked";
            }
        }
        faults.accept(new Fault(
                one.file(),
                one.at(),
                one.column(wanted.equals(Case.NOTHING) ? "nothing" : wanted),
                got == null ? null : got.rule().name(),
                new Sentence("check.case." + key, values, List.of())));
    }

    private static void by(Map<String, String> values, String found, Rule rule) {
        values.put("found", found);
        values.put("rule", rule.name());
        values.put("place", rule.place().toString());
    }

    private static @Nullable Finding finding(Judgement judgement, String id) {
        return judgement.outcome().findings().stream()
                .filter(f -> f.id().equals(id))
                .min((a, b) -> a.certainty().compareTo(b.certainty()))
                .orElse(null);
    }

    /** Where what was not expected beside the diagnosis comes from: {@code ; tls.lost (rules/tls.drl:12)}. */
    private static String others(List<String> expected, Judgement judgement) {
        StringBuilder others = new StringBuilder();
        List<Diagnosis> beside = new ArrayList<>(judgement.findings());
        beside.addAll(judgement.alternatives());
        for (Diagnosis diagnosis : beside) {
            if (!expected.contains(diagnosis.id())) {
                others.append("; ").append(diagnosis.id()).append(" (");
                others.append(diagnosis.rule().place()).append(')');
            }
        }
        return others.toString();
    }

    /** Two rules are certain of different things, and only one of them is told. */
    private void hidden(Case one, Judgement judgement) {
        Diagnosis diagnosis = judgement.diagnosis();
        if (diagnosis == null || diagnosis.certainty() != Certainty.certain) {
            return;
        }
        Set<String> told = new HashSet<>(Answered.ids(judgement));
        for (Finding finding : judgement.outcome().findings()) {
            boolean refined = diagnosis.rule().asksContext()
                    && !finding.rule().asksContext()
                    && topic(finding.id()).equals(diagnosis.topic());
            if (finding.certainty() == Certainty.certain && !refined && told.add(finding.id())) {
                Map<String, String> values = new LinkedHashMap<>();
                by(values, finding.id(), finding.rule());
                faults.accept(new Fault(
                        one.file(),
                        one.at(),
                        one.column(diagnosis.id()),
                        finding.rule().name(),
                        new Sentence("check.case.hidden", values, List.of())));
            }
        }
    }

    private static String topic(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    private static String list(List<String> ids) {
        return String.join(", ", ids).replace(Case.NOTHING, "nothing");
    }

    private void fault(Case one, int line, int column, String key, String... values) {
        faults.accept(Fault.at(one.file(), line, column, "case." + key, values));
    }
}
