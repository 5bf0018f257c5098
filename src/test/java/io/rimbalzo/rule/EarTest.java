package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.rimbalzo.fact.Folded;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EarTest {

    private static final String[] PIECES = {
        "a", "ab", "b", "aba", "spf", "spfx", " ", "*", ".", "-", "’", "\u00a0", "\u200b", "é", "A", "\"", "<", "5.7.1",
        "日本", "😀", "\r\n"
    };

    @Test
    void all_phrases_are_heard_at_once_as_one_by_one() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            Map<Integer, List<String>> asks = new LinkedHashMap<>();
            for (int ask = 0; ask < 12; ask++) {
                asks.put(ask, List.of(phrase(random), phrase(random)));
            }
            String text = pieces(random, 24);
            BitSet heard = new BitSet();
            new Ear(asks).hear(text, heard);
            asks.forEach((ask, phrases) -> assertThat(heard.get(ask))
                    .as("%s in <%s>", phrases, text)
                    .isEqualTo(Folded.says(text, phrases.toArray(String[]::new))));
        }
    }

    /** Folded, with something in each part, as the reader of rules wants it. */
    private static String phrase(Random random) {
        StringBuilder phrase = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            String part = Folded.fold(pieces(random, 3)).replace("*", "").strip();
            phrase.append(phrase.isEmpty() ? "" : random.nextBoolean() ? " * " : "*")
                    .append(part.length() < 2 ? part + "ab" : part);
        }
        return phrase.toString();
    }

    private static String pieces(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void a_hostile_text_costs_no_more_than_its_length() {
        Map<Integer, List<String>> asks =
                Map.of(0, List.of("a a a a a a a a a a a a b", "a a * a a * a a * a a * a b"), 1, List.of("aa * ab"));
        String text = "a ".repeat(500_000);
        assertTimeout(Duration.ofSeconds(5), () -> {
            new Ear(asks).hear(text, new BitSet());
            Folded.says(text, "a a a a a a a a a a a a b", "a a * a a * a a * a a * a b");
        });
    }
}
