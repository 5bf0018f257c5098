package io.rimbalzo.check;

import java.util.List;
import java.util.Map;

/**
 * One case beside the rules, {@code === A title}: what the rules must answer to a text.
 *
 * @param file    {@code rules/tls.cases}
 * @param line    of the title, from 1
 * @param head    the line {@code expect: ...} as it is written
 * @param at      its line, from 1
 * @param expect  for each failed recipient: the diagnosis ("no diagnosis" for nothing), then notes and alternatives
 * @param context what the person told
 * @param text    what came in; empty where the case is still being written
 */
public record Case(
        String file,
        int line,
        String title,
        String head,
        int at,
        List<List<String>> expect,
        Map<String, String> context,
        String text) {

    /** Stands in {@link #expect} where nothing is to be diagnosed. */
    static final String NOTHING = "no diagnosis";

    /** Whether it is still being written. */
    boolean isBegun() {
        return text.isEmpty();
    }

    public String place() {
        return file + ":" + line;
    }

    /** Where a word of the line {@code expect:} stands, from 1. */
    int column(String word) {
        return Math.max(0, head.indexOf(word, head.indexOf(':') + 1)) + 1;
    }
}
