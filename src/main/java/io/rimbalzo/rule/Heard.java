package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.BitSet;

/** A fact of the message with its answers to all asks: {@code 550 5.1.1 User unknown} says "user unknown". */
record Heard(Fact fact, FactType type, BitSet answers) {

    /** Null where the fact can concern no rule. */
    static Heard of(Fact fact, Asks asks) {
        FactType type = Vocabulary.MAIL.of(fact);
        BitSet answers = type == null ? null : asks.answers(fact, type);
        return answers == null ? null : new Heard(fact, type, answers);
    }
}
