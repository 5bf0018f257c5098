package io.rimbalzo.guidance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What other languages have and one lacks, and who tells it: of {@code i18n/tls_de.properties} with two diagnoses all
 * other ones, which English tells.
 *
 * <p>The first word of a key is its file. So for a key that a language lacks it is enough to look into the file of that
 * name in each other language; a whole further language is read only when there is something to tell from it.
 */
final class Gaps {

    private final Library library;
    private final List<String> others;
    private final Map<String, Set<String>> lacking = new ConcurrentHashMap<>();

    /** @param others in this order they are asked */
    Gaps(Library library, List<String> others) {
        this.library = library;
        this.others = others;
    }

    /** The words that have the key, which {@code own} lack; null where no language has it. */
    @Nullable
    Words teller(String key, Words own) {
        String topic = key.substring(0, Math.max(0, key.indexOf('.')));
        if (library.isTopic(topic)
                && !lacking.computeIfAbsent(topic, t -> lacking(t, own)).contains(key)) {
            return null;
        }
        for (String other : others) {
            try {
                Words words = library.known(other);
                if (words.entries().containsKey(key)) {
                    return words;
                }
            } catch (BrokenWords e) {
                // whoever speaks that language is told; this one goes on with its own words
            }
        }
        return null;
    }

    private Set<String> lacking(String topic, Words own) {
        Set<String> keys = new HashSet<>();
        for (String other : others) {
            try {
                library.bundles(other, topic)
                        .forEach(bundle -> bundle.entries().forEach(entry -> keys.add(entry.key())));
            } catch (BrokenWords e) {
                // as above
            }
        }
        keys.removeAll(own.entries().keySet());
        return Set.copyOf(keys);
    }
}
