package io.rimbalzo.cli;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.Flaw;
import io.rimbalzo.message.RichText;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a text before it is kept: what Exchange would not take, and values that are not read from messages. */
final class TextCheck {

    private TextCheck() {}

    static List<Flaw> flaws(String text, Words words) {
        List<Flaw> flaws = new ArrayList<>(RichText.flaws(text));
        flaws.addAll(RichText.unknownValues(text, words.values()));
        return flaws;
    }
}
