package io.rimbalzo.message;

import java.util.Map;

/**
 * One thing that Exchange would not take: {@code message.flaw.unknown-tag} at character 12, {@code tag = I}.
 *
 * @param key    the sentence, in the bundles
 * @param at     where in the text, from 1; 0 where it is not about a place
 * @param values what the sentence holds, {@code at} among them
 */
public record Flaw(String key, int at, Map<String, Object> values) {

    static Flaw of(String key, int at, Object... namesAndValues) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        values.put("at", at);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Flaw("message.flaw." + key, at, Map.copyOf(values));
    }
}
