package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Folded;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.All;
import io.rimbalzo.rule.Condition.Any;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Pattern;
import java.util.Comparator;
import java.util.List;

/** Puts first what was heard: {@code says("mailbox full", "over its quota")} on {@code user is over its quota}. */
final class HeardFirst {

    private HeardFirst() {}

    static Pattern in(Pattern pattern, List<Fact> facts) {
        List<Fact> own =
                facts.stream().filter(fact -> pattern.is(fact.getClass())).toList();
        List<Condition> conditions =
                pattern.conditions().stream().map(c -> in(c, own)).toList();
        return new Pattern(
                pattern.index(), pattern.kind(), pattern.type(), conditions, pattern.place(), pattern.text());
    }

    private static Condition in(Condition condition, List<Fact> facts) {
        if (condition instanceof Ask ask && ask.word().isSays()) {
            List<String> sorted = ask.texts().stream()
                    .sorted(Comparator.comparing(phrase -> facts.stream()
                            .noneMatch(fact -> Folded.says(ask.word().text().apply(fact), phrase))))
                    .toList();
            return new Ask(ask.word(), sorted);
        }
        if (condition instanceof All all) {
            return new All(all.conditions().stream().map(c -> in(c, facts)).toList());
        }
        return condition instanceof Any any
                ? new Any(any.conditions().stream().map(c -> in(c, facts)).toList())
                : condition;
    }
}
