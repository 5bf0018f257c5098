package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a message trace: <code>[{LED=550 5.7.1 text};{MSG=};{FQDN=mx.example.it};{IP=203.0.113.1};{LRT=}]</code>.
 *
 * @param pairs in the order of the text
 */
record Trace(Map<String, String> pairs) {

    /** The trace in a text, or null where there is none. */
    static @Nullable Trace of(String text) {
        int from = text.indexOf("{LED=");
        if (from < 0) {
            return null;
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        while (from >= 0 && pairs.size() < 20) {
            int equals = text.indexOf('=', from);
            int next = text.indexOf("};{", from);
            int end = next >= 0 ? next : text.indexOf('}', from);
            end = end < 0 ? text.length() : end;
            if (equals > 0 && equals < end) {
                pairs.put(
                        text.substring(from + 1, equals),
                        text.substring(equals + 1, end).strip());
            }
            from = next < 0 ? -1 : next + 2;
        }
        return new Trace(pairs);
    }

    List<Answer> answers() {
        String host = pairs.getOrDefault("FQDN", "");
        return AnswerText.plain(pairs.getOrDefault("LED", "")).stream()
                .map(a -> new Answer(
                        a.reply(),
                        a.status(),
                        a.text(),
                        a.host() == null && !host.isEmpty() ? host : a.host(),
                        a.quote()))
                .toList();
    }
}
