package io.rimbalzo.unexplained;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Open cases that say the same in nearly the same words; one rule may explain them all. */
public final class Group {

    private static final int MOST_COMPARED = 100;
    private static final int LONGEST_PHRASE = 10;
    private static final int SHORTEST_WORD = 5;

    private final OpenCase example;
    private final Shape shape;
    private final List<Shape> shapes = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> expected = new LinkedHashSet<>();
    private int count;

    Group(OpenCase example, Shape shape) {
        this.example = example;
        this.shape = shape;
    }

    void add(OpenCase one, Shape its) {
        count++;
        codes.addAll(its.codes());
        expected.add(one.expect());
        if (shapes.size() < MOST_COMPARED) {
            shapes.add(its);
        }
    }

    Shape shape() {
        return shape;
    }

    /** How many cases there are. */
    public int count() {
        return count;
    }

    /** The first of them. */
    public OpenCase example() {
        return example;
    }

    /** Reply and enhanced codes seen in them, {@code 550}, {@code 5.7.1}, in the order they came. */
    public List<String> codes() {
        return List.copyOf(codes);
    }

    /** What is answered today: {@code status.reply-mailbox-unavailable}, or {@code nothing}. */
    public List<String> expected() {
        return List.copyOf(expected);
    }

    /**
     * The longest run of words that all have, fit for {@code says("...")}; empty where they share none worth it.
     */
    public String phrase() {
        for (int length = Math.min(LONGEST_PHRASE, shape.words().size()); length > 0; length--) {
            Set<String> shared = runs(shape, length);
            for (Shape other : shapes) {
                if (!shared.isEmpty() && !other.equals(shape)) {
                    shared.retainAll(runs(other, length));
                }
            }
            for (String phrase : shared) {
                if (length > 1 || phrase.length() >= SHORTEST_WORD) {
                    return phrase;
                }
            }
        }
        return "";
    }

    /** All runs of so many words without a {@code #}, in order, bare of signs at their ends. */
    private static Set<String> runs(Shape shape, int length) {
        Set<String> runs = new LinkedHashSet<>();
        List<String> words = shape.words();
        for (int i = 0; i + length <= words.size(); i++) {
            List<String> run = words.subList(i, i + length);
            if (!run.contains(Shape.ANY)) {
                String phrase = trimmed(String.join(" ", run));
                if (!phrase.isEmpty() && phrase.indexOf('"') < 0 && phrase.indexOf('*') < 0) {
                    runs.add(phrase);
                }
            }
        }
        return runs;
    }

    private static String trimmed(String phrase) {
        int from = 0;
        int to = phrase.length();
        while (from < to && !Character.isLetterOrDigit(phrase.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(phrase.charAt(to - 1))) {
            to--;
        }
        return phrase.substring(from, to);
    }
}
