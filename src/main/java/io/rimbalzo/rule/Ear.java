package io.rimbalzo.rule;

import io.rimbalzo.fact.Folded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All {@code says(...)} for one kind of fact, answered by one walk over a text. */
final class Ear implements Listener {

    /**
     * One part of a phrase: {@code "user * unknown"} has two.
     *
     * @param way  the phrase's number among those of several parts
     * @param asks what is answered when the last part has been heard
     */
    private record Step(int part, int parts, int way, BitSet asks) {

        boolean isLast() {
            return part == parts - 1;
        }
    }

    private final PhraseTree tree;
    private final Step[][] steps;
    private int ways;

    /** The numbers of asks with their phrases. */
    Ear(Map<Integer, List<String>> says) {
        Map<String, BitSet> asks = new LinkedHashMap<>();
        says.forEach((number, phrases) -> phrases.forEach(
                phrase -> asks.computeIfAbsent(phrase, p -> new BitSet()).set(number)));
        Map<String, List<Step>> parts = new LinkedHashMap<>();
        asks.forEach((phrase, numbers) -> {
            String[] pieces = phrase.split("\\*", -1);
            for (int i = 0; i < pieces.length; i++) {
                parts.computeIfAbsent(pieces[i].strip(), p -> new ArrayList<>(1))
                        .add(new Step(i, pieces.length, ways, numbers));
            }
            ways += pieces.length > 1 ? 1 : 0;
        });
        steps = parts.values().stream().map(list -> list.toArray(Step[]::new)).toArray(Step[][]::new);
        tree = new PhraseTree(List.copyOf(parts.keySet()));
    }

    /** Takes for each part the first place after the part before, as {@link Folded#says} does. */
    @Override
    public void hear(@Nullable String text, BitSet answers) {
        if (text == null) {
            return;
        }
        int[] reached = new int[ways];
        int[] from = new int[ways];
        tree.find(Folded.fold(text), (part, start, end) -> {
            for (Step step : steps[part]) {
                boolean next = step.parts == 1 || step.part == reached[step.way] && start >= from[step.way];
                if (next && step.parts > 1) {
                    reached[step.way]++;
                    from[step.way] = end;
                }
                if (next && step.isLast()) {
                    answers.or(step.asks);
                }
            }
        });
    }
}
