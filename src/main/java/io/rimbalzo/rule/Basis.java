package io.rimbalzo.rule;

import io.rimbalzo.fact.CodeRange;
import io.rimbalzo.fact.Notice;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Condition.All;
import io.rimbalzo.rule.Condition.Any;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a conclusion rests on, the firmest first: the words of a server, {@code 5.7.26}, {@code 5.7.606-649}, {@code 5.7.x}. */
public enum Basis {
    CODE_AND_TEXT,
    TEXT,
    CODE,
    RANGE,
    CLASS,
    OTHER;

    private static final int HIGHEST_DETAIL = 999;

    static Basis of(Rule rule) {
        List<Pattern> there = rule.when().stream().filter(Pattern::isPositive).toList();
        boolean text = there.stream().anyMatch(Basis::listens);
        boolean status = there.stream().anyMatch(p -> p.is(Status.class));
        if (text) {
            return status ? CODE_AND_TEXT : TEXT;
        }
        return there.stream()
                .map(Basis::code)
                .filter(Objects::nonNull)
                .min(Enum::compareTo)
                .orElse(OTHER);
    }

    private static boolean listens(Pattern pattern) {
        return (pattern.is(Reply.class) || pattern.is(Notice.class))
                && pattern.phrases().findAny().isPresent();
    }

    /** How narrow the codes of one pattern are; null where it looks at none. */
    private static @Nullable Basis code(Pattern pattern) {
        if (pattern.is(Status.class)) {
            return pattern.conditions().stream()
                    .map(Basis::narrow)
                    .min(Enum::compareTo)
                    .orElse(CLASS);
        }
        return pattern.is(Reply.class) ? CLASS : null;
    }

    /** Of several that must hold the narrowest counts, of several that may hold the broadest. */
    private static Basis narrow(Condition condition) {
        if (condition instanceof All all) {
            return all.conditions().stream()
                    .map(Basis::narrow)
                    .min(Enum::compareTo)
                    .orElseThrow();
        }
        if (condition instanceof Any any) {
            return any.conditions().stream()
                    .map(Basis::narrow)
                    .max(Enum::compareTo)
                    .orElseThrow();
        }
        if (condition instanceof Ask ask) {
            return ask.texts().stream()
                    .map(CodeRange::parse)
                    .map(Basis::width)
                    .max(Enum::compareTo)
                    .orElseThrow();
        }
        boolean exact = condition instanceof Compare compare && compare.equalsLiteral()
                || condition instanceof In in && !in.negated();
        return exact ? CODE : CLASS;
    }

    private static Basis width(CodeRange range) {
        if (range.subject() == CodeRange.ANY || range.first() == CodeRange.ANY) {
            return CLASS;
        }
        if (range.first() == range.last()) {
            return CODE;
        }
        return range.first() <= 0 && range.last() >= HIGHEST_DETAIL ? CLASS : RANGE;
    }
}
