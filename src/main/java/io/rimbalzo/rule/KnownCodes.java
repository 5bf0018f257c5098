package io.rimbalzo.rule;

import io.rimbalzo.fact.CodeRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The status codes that rules name one by one, those of ranges such as {@code 5.7.606-649} too; classes name none. */
final class KnownCodes {

    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String code) -> number(code, 0))
            .thenComparing(code -> number(code, 1))
            .thenComparing(code -> number(code, 2));

    private KnownCodes() {}

    /** In the order of their numbers. */
    static List<String> of(Collection<Rule> rules) {
        TreeSet<String> codes = new TreeSet<>(BY_NUMBER);
        rules.stream()
                .flatMap(rule -> rule.codes().stream())
                .map(CodeRange::parse)
                .filter(range -> range.kind() != CodeRange.ANY
                        && range.subject() != CodeRange.ANY
                        && range.first() != CodeRange.ANY)
                .forEach(range -> {
                    for (int detail = range.first(); detail <= range.last(); detail++) {
                        codes.add(range.kind() + "." + range.subject() + "." + detail);
                    }
                });
        return List.copyOf(codes);
    }

    private static int number(String code, int part) {
        return Integer.parseInt(code.split("\\.", 0)[part]);
    }
}
