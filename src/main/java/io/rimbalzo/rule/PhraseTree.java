package io.rimbalzo.rule;

import io.rimbalzo.fact.Folded;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases as one tree of letters, tried wherever a word or sign begins: {@code "access denied"} and
 * {@code "access granted"} share their first seven. A text costs its length, and a little more where phrases nearly fit.
 */
final class PhraseTree {

    interface Found {
        /** Phrase number {@code phrase} stands from {@code start} to before {@code end}, cutting no word. */
        void at(int phrase, int start, int end);
    }

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int ASCII = 128;

    /** Steps in an open table: a node and a letter in one number, and the node to which that leads. */
    private final long[] steps;

    private final int[] targets;
    /** The first two steps at once, for most letters: there most words of a text go astray. */
    private final int[] pairs = new int[ASCII * ASCII];
    /** The phrase that ends at a node. */
    private final int[] ends;

    private int nodes = 1;

    /** The phrases have two letters at least, are folded already and all different. */
    PhraseTree(List<String> phrases) {
        int letters = phrases.stream().mapToInt(String::length).sum();
        int size = Integer.highestOneBit(letters + 1) * 4;
        steps = new long[size];
        targets = new int[size];
        ends = new int[letters + 1];
        Arrays.fill(ends, NONE);
        for (int i = 0; i < phrases.size(); i++) {
            ends[add(phrases.get(i))] = i;
        }
        for (String phrase : phrases) {
            char first = phrase.charAt(0);
            char second = phrase.charAt(1);
            if (first < ASCII && second < ASCII) {
                pairs[first * ASCII + second] = targets[slot(targets[slot(ROOT, first)], second)];
            }
        }
    }

    private int add(String phrase) {
        int node = ROOT;
        for (int i = 0; i < phrase.length(); i++) {
            int slot = slot(node, phrase.charAt(i));
            if (targets[slot] == ROOT) {
                steps[slot] = step(node, phrase.charAt(i));
                targets[slot] = nodes++;
            }
            node = targets[slot];
        }
        return node;
    }

    private static long step(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }

    /** The slot of a step, or the free slot where it would stand; no step leads back to the root. */
    private int slot(int node, char letter) {
        long step = step(node, letter);
        int slot = (int) ((step * 0x9E3779B97F4A7C15L) >>> 32) & steps.length - 1;
        while (targets[slot] != ROOT && steps[slot] != step) {
            slot = slot + 1 & steps.length - 1;
        }
        return slot;
    }

    /** Tells the phrases in a folded text; those of one phrase in the order of the text. */
    void find(String folded, Found found) {
        boolean within = false;
        for (int start = 0; start < folded.length() - 1; start++) {
            boolean before = within;
            within = Folded.isLetterOrDigit(folded.charAt(start));
            if (!(before && within)) {
                find(folded, start, found);
            }
        }
    }

    private void find(String folded, int start, Found found) {
        int node = pair(folded.charAt(start), folded.charAt(start + 1));
        for (int i = start + 2; node != ROOT; i++) {
            if (ends[node] != NONE && !Folded.isCut(folded, i)) {
                found.at(ends[node], start, i);
            }
            node = i < folded.length() ? targets[slot(node, folded.charAt(i))] : ROOT;
        }
    }

    private int pair(char first, char second) {
        if (first < ASCII && second < ASCII) {
            return pairs[first * ASCII + second];
        }
        int node = targets[slot(ROOT, first)];
        return node == ROOT ? ROOT : targets[slot(node, second)];
    }
}
