package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Folded;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Demand.Either;
import io.rimbalzo.rule.Demand.Every;
import io.rimbalzo.rule.Demand.Text;
import io.rimbalzo.rule.FactType;
import io.rimbalzo.rule.Requirement;
import java.util.Comparator;
import java.util.List;

/** Puts first what was heard: {@code says("mailbox full", "over its quota")} on {@code user is over its quota}. */
final class HeardFirst {

    private HeardFirst() {}

    static Requirement in(Requirement requirement, List<Fact> facts) {
        List<Fact> own = facts.stream()
                .filter(fact -> requirement.type().equals(FactType.of(fact)))
                .toList();
        return requirement.with(in(requirement.demands(), own));
    }

    private static List<Demand> in(List<Demand> demands, List<Fact> facts) {
        return demands.stream().map(demand -> in(demand, facts)).toList();
    }

    private static Demand in(Demand demand, List<Fact> facts) {
        if (demand instanceof Text text && text.word().isSays()) {
            List<String> sorted = text.texts().stream()
                    .sorted(Comparator.comparing(phrase -> facts.stream()
                            .noneMatch(fact -> Folded.says(text.word().text().apply(fact), phrase))))
                    .toList();
            return new Text(text.word(), text.isDenied(), sorted);
        }
        if (demand instanceof Every every) {
            return new Every(in(every.demands(), facts));
        }
        return demand instanceof Either either ? new Either(in(either.demands(), facts)) : demand;
    }
}
