package io.rimbalzo.rule;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Answers all asks of one word on a text: {@code says("user unknown")}, {@code within("5.7.x")}. */
interface Listener {

    /** Adds the numbers of the asks that the text, which may be null, answers with yes. */
    void hear(@Nullable String text, BitSet answers);
}
