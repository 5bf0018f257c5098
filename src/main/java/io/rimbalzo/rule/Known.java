package io.rimbalzo.rule;

import java.util.Collection;
import java.util.Map;

/** The names that may stand somewhere, and the complaint about one that may not: there is no fact “Dmrac”. Did you mean Dmarc? */
final class Known {

    private Known() {}

    /** {@code values} are what the sentence says beside the name: {@code "type", "Dmarc"}. */
    static <T> T get(String key, String name, Map<String, T> known, Place place, String... values) {
        T value = known.get(name);
        if (value == null) {
            throw missing(key, name, known.keySet(), place, values);
        }
        return value;
    }

    static void among(String key, String name, Collection<String> known, Place place, String... values) {
        if (!known.contains(name)) {
            throw missing(key, name, known, place, values);
        }
    }

    private static Refused.Here missing(
            String key, String name, Collection<String> known, Place place, String... values) {
        String[] all = new String[values.length + 2];
        all[0] = "found";
        all[1] = name;
        System.arraycopy(values, 0, all, 2, values.length);
        return new Refused.Here(place, Refused.sentence(key, all).among(known));
    }
}
