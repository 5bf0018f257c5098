package io.rimbalzo.check;

import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.ContextName;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What cases say beside their texts: {@code context: recipient-kind=grup}. */
final class ContextCheck {

    private final Collection<ContextName> known;
    private final Consumer<Fault> faults;

    ContextCheck(Collection<ContextName> known, Consumer<Fault> faults) {
        this.known = known;
        this.faults = faults;
    }

    void check(Case one) {
        one.context().forEach((name, value) -> {
            List<String> names = known.stream().map(ContextName::name).toList();
            ContextName named = known.stream()
                    .filter(k -> k.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (named == null) {
                fault(
                        one,
                        Sentence.of("check.case.unknown-context", "found", name).among(names));
            } else if (named.isNumber()
                    ? !value.matches("[0-9]{1,9}")
                    : !named.values().contains(value)) {
                String key = named.isNumber() ? "check.case.context-number" : "check.case.context-value";
                fault(one, Sentence.of(key, "name", name, "found", value).among(named.values()));
            }
        });
    }

    private void fault(Case one, Sentence sentence) {
        faults.accept(new Fault(one.file(), one.line(), 1, null, sentence));
    }
}
