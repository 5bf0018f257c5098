package io.rimbalzo.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of every language there is: a third language is a set of files, {@code *_de.properties}. A language is read
 * when it is first spoken.
 */
public final class Library {

    private final Map<String, Map<String, String>> files = new TreeMap<>();
    private final List<String> spoken;
    private final Map<String, Words> languages = new ConcurrentHashMap<>();

    /**
     * @param files name ({@code i18n/tls_it.properties}) to text
     * @throws BrokenWords where a name does not tell the language
     */
    public Library(Map<String, String> files) {
        new TreeMap<>(files)
                .forEach((name, text) -> this.files
                        .computeIfAbsent(language(name), l -> new TreeMap<>())
                        .put(name, text));
        this.spoken = this.files.entrySet().stream()
                .filter(of -> of.getValue().keySet().stream()
                        .anyMatch(name -> name.endsWith("ui_" + of.getKey() + ".properties")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code it} of {@code i18n/tls_it.properties}. */
    private static String language(String file) {
        int from = file.lastIndexOf('_');
        int to = file.lastIndexOf('.');
        if (from < 0 || to < from) {
            throw new BrokenWords(file, 1, "the file's name must end with the language: tls_it.properties");
        }
        return file.substring(from + 1, to);
    }

    /** The words of a language, such as {@code it}; null where there are no files of it. */
    public Words words(String language) {
        return files.containsKey(language) ? languages.computeIfAbsent(language, this::read) : null;
    }

    private Words read(String language) {
        List<Bundle> bundles = new ArrayList<>();
        files.get(language).forEach((name, text) -> bundles.add(Bundle.parse(name, text)));
        return new Words(language, bundles);
    }

    /**
     * The words for a tag such as {@code it}, {@code it-CH} or {@code it_IT}; null for a language that answers cannot
     * be told in.
     */
    public Words forTag(String tag) {
        String language =
                tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return spoken().contains(language) ? words(language) : null;
    }

    /** The languages that answers can be told in: those with the words of the interface. */
    public List<String> spoken() {
        return spoken;
    }

    /** The bundles of one kind in every language: {@code anchors} gives {@code it} to those of anchors_it.properties. */
    public Map<String, Bundle> bundles(String kind) {
        Map<String, Bundle> bundles = new TreeMap<>();
        files.forEach((language, own) -> own.forEach((name, text) -> {
            if (name.endsWith("/" + kind + "_" + language + ".properties")) {
                bundles.put(language, Bundle.parse(name, text));
            }
        }));
        return bundles;
    }
}
