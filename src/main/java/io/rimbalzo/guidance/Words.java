package io.rimbalzo.guidance;

import io.rimbalzo.report.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All words of one language, from its bundles: {@code i18n/*_it.properties}. */
public final class Words {

    private static final String MISSING = "missing.";

    private final String language;
    private final Map<String, Bundle.Entry> entries;
    private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** @throws BrokenWords where a key stands twice */
    public Words(String language, Collection<Bundle> bundles) {
        this.language = language;
        this.entries = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            for (Bundle.Entry entry : bundle.entries()) {
                Bundle.Entry first = entries.putIfAbsent(entry.key(), entry);
                if (first != null) {
                    throw new BrokenWords(
                            entry.file(),
                            entry.line(),
                            entry.key() + " stands here and at " + first.file() + ":" + first.line());
                }
                if (entry.key().startsWith(MISSING)) {
                    missing.put(entry.key().substring(MISSING.length()), entry.value());
                }
            }
        }
    }

    public String language() {
        return language;
    }

    /** Every key with its place, in the order of the files. */
    public Map<String, Bundle.Entry> entries() {
        return entries;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The text as written, or null. */
    public String raw(String key) {
        Bundle.Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** The text without values; the key itself where there is none, so that what is missing can be seen. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** The text with values; a value that was not read is replaced by its stand-in, {@code missing.<name>}. */
    public String say(String key, Map<String, ?> values) {
        Phrase phrase = phrase(key);
        return phrase == null ? key : phrase.with(value(values));
    }

    private Function<String, Object> value(Map<String, ?> values) {
        return name -> {
            Object value = values.get(name);
            return value != null ? value : missing.getOrDefault(name, "…");
        };
    }

    /** The text, or null where there is none. */
    Phrase phrase(String key) {
        Bundle.Entry entry = entries.get(key);
        return entry == null ? null : phrases.computeIfAbsent(key, k -> new Phrase(entry, language));
    }

    /**
     * The words of a diagnosis or finding.
     *
     * @throws BrokenWords where a text holds a value that is not read from messages
     */
    Template template(String id) {
        return templates.computeIfAbsent(id, i -> Template.of(this, i));
    }

    /** A text of a diagnosis, whose values are all known: those that have a stand-in. */
    Phrase checked(String key) {
        Phrase phrase = phrase(key);
        for (String name : phrase == null ? Set.<String>of() : phrase.names()) {
            if (!missing.containsKey(name)) {
                throw phrase.broken("{" + name + "} is not a value we read. "
                        + Spelling.nearest(name, missing.keySet())
                                .map(near -> "Did you mean {" + near + "}? ")
                                .orElse("")
                        + "Known: " + String.join(", ", missing.keySet()));
            }
        }
        return phrase;
    }

    /** A text with its values; null where there is none. */
    String say(Phrase phrase, Values values) {
        return phrase == null ? null : phrase.with(value(values.inText()));
    }
}
