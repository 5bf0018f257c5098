package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A fact of the message with its answers to all asks: {@code 550 5.1.1 User unknown} says "user unknown". */
record Heard(Fact fact, FactType type, BitSet answers) {

    /** Null where the fact can concern no rule. */
    static @Nullable Heard of(Fact fact, Asks asks) {
        FactType type = Vocabulary.MAIL.of(fact);
        if (type == null) {
            return null;
        }
        BitSet answers = asks.answers(fact, type);
        return answers == null ? null : new Heard(fact, type, answers);
    }
}
