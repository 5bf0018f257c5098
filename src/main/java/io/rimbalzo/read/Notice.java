package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/** A report's own words about a recipient, cut to its first sentences: {@code The recipient's mailbox is full ...}. */
final class Notice {

    private static final int LONGEST = 300;

    private Notice() {}

    /** On one line, links left out, at most some 300 letters, ended at a sentence or a word; null where nothing is said. */
    static @Nullable String of(String words) {
        String s = OneLine.of(withoutLinks(words));
        if (s.length() > LONGEST) {
            int sentence = s.lastIndexOf(". ", LONGEST);
            int word = s.lastIndexOf(' ', LONGEST);
            s = sentence > LONGEST / 3
                    ? s.substring(0, sentence + 1)
                    : s.substring(0, word > 0 ? word : LONGEST) + " \u2026";
        }
        return s.isEmpty() ? null : s;
    }

    /** {@code this article<https://example.com/a>} without what stands in angle brackets. */
    private static String withoutLinks(String s) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = s.indexOf("<http"); open >= 0; open = s.indexOf("<http", from)) {
            int close = s.indexOf('>', open);
            out.append(s, from, open);
            from = close < 0 ? s.length() : close + 1;
        }
        return out.append(s, from, s.length()).toString();
    }
}
