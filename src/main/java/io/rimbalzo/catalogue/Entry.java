package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Pattern;
import io.rimbalzo.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One diagnosis as the rules know it: {@code access.group-sender-not-allowed}.
 *
 * @param about   who acts, category, permanence
 * @param codes   the status codes, ranges and replies that its rules look for, as they write them: {@code 5.7.124},
 *                {@code 5.7.606-649}, {@code 552}
 * @param phrases what its rules listen for
 * @param sources who says so, each once
 * @param rules   its rules, the base rule first, then in the order of files and lines
 */
public record Entry(About about, List<String> codes, List<String> phrases, List<String> sources, List<Rule> rules) {

    static Entry of(About about, List<Rule> rules) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> phrases = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        for (Rule rule : rules) {
            sources.add(rule.source());
            rule.when().stream().filter(Pattern::isPositive).forEach(pattern -> {
                pattern.phrases().forEach(phrases::add);
                pattern.conditions().stream()
                        .flatMap(Condition::asserted)
                        .filter(condition -> pattern.is(Status.class) || pattern.is(Reply.class))
                        .flatMap(Entry::codes)
                        .forEach(codes::add);
            });
        }
        return new Entry(about, List.copyOf(codes), List.copyOf(phrases), List.copyOf(sources), List.copyOf(rules));
    }

    private static Stream<String> codes(Condition condition) {
        if (condition instanceof Ask ask && !ask.word().isSays()) {
            return ask.texts().stream();
        }
        if (condition instanceof In in && !in.negated()) {
            return in.values().stream().map(String::valueOf);
        }
        return condition instanceof Compare compare && compare.equalsLiteral()
                ? Stream.of(String.valueOf(((Literal) compare.right()).value())).filter(code -> !code.equals("0"))
                : Stream.of();
    }

    public String id() {
        return about.id();
    }

    public String topic() {
        return topic(id());
    }

    static String topic(String id) {
        return id.substring(0, id.indexOf('.'));
    }
}
