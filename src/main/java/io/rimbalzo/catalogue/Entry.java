package io.rimbalzo.catalogue;

import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** The code of an answer without one. */
    private static final Integer NO_CODE = 0;

    static Entry of(About about, List<Rule> rules) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> phrases = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        for (Rule rule : rules) {
            sources.add(rule.source());
            for (Requirement requirement : rule.requirements()) {
                requirement.met().forEach(demand -> add(requirement, demand, codes, phrases));
            }
        }
        return new Entry(about, List.copyOf(codes), List.copyOf(phrases), List.copyOf(sources), List.copyOf(rules));
    }

    private static void add(Requirement requirement, Demand demand, Set<String> codes, Set<String> phrases) {
        boolean code = requirement.is(Status.class) || requirement.is(Reply.class);
        for (Object wanted : demand.wanted()) {
            if (demand instanceof Demand.Text text && text.word().isSays()) {
                phrases.add((String) wanted);
            } else if (code && !wanted.equals(NO_CODE)) {
                codes.add(String.valueOf(wanted));
            }
        }
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
