package io.rimbalzo.guidance;

import io.rimbalzo.guidance.Negotiation.Match;
import io.rimbalzo.message.SystemMessages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of every language there is: a third language is a set of files, {@code *_de.properties}. A language is read
 * when it is first spoken; what it lacks is told by another. A region's own words, {@code tls_it-CH.properties}, stand
 * before those of its language.
 */
public final class Library {

    private static final String INTERFACE = "ui";
    private static final String ENGLISH = "en";

    /** Kinds of files that are not compared between languages: each knows what its own reports say. */
    private static final Set<String> OWN_KINDS = Set.of("anchors");

    private final Map<String, Map<String, String>> files;
    private final Map<String, Map<String, String>> site;
    private final Set<String> topics = new HashSet<>();
    private final List<String> spoken;
    private final SystemMessages systemMessages;
    private final Negotiation negotiation;
    private final Map<String, Words> languages = new ConcurrentHashMap<>();

    /** The shipped words alone. See {@link #Library(Map, Map)}. */
    public Library(Map<String, String> files) {
        this(files, Map.of());
    }

    /**
     * @param files name ({@code i18n/tls_it.properties}) to text
     * @param site  an organization's own, which stand over those, as {@link SiteEntries} tells
     * @throws BrokenWords where a name does not tell the language
     */
    public Library(Map<String, String> files, Map<String, String> site) {
        this.files = byLanguage(files);
        this.site = byLanguage(site);
        this.systemMessages = systemMessages(files, site);
        this.spoken = layers().flatMap(layer -> layer.entrySet().stream())
                .filter(of -> of.getValue().keySet().stream()
                        .anyMatch(name -> kind(name).equals(INTERFACE)))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
        layers().flatMap(layer -> layer.values().stream())
                .forEach(own -> own.keySet().forEach(name -> topics.add(kind(name))));
        this.negotiation = new Negotiation(spoken);
    }

    private Stream<Map<String, Map<String, String>>> layers() {
        return Stream.of(files, site);
    }

    private static Map<String, Map<String, String>> byLanguage(Map<String, String> files) {
        Map<String, Map<String, String>> languages = new TreeMap<>();
        files.forEach((name, text) -> {
            if (!SystemMessages.isFile(name)) {
                languages.computeIfAbsent(language(name), l -> new TreeMap<>()).put(name, text);
            }
        });
        return languages;
    }

    /** A site's own text of an identity stands over the one in i18n. */
    private static SystemMessages systemMessages(Map<String, String> files, Map<String, String> site) {
        Map<String, String> both = new LinkedHashMap<>(files);
        both.putAll(site);
        return SystemMessages.of(both);
    }

    /** The library of the files as they are now; the words of a language of which no file has changed are kept. */
    public Library with(Map<String, String> files, Map<String, String> site) {
        Library now = new Library(files, site);
        languages.forEach((tag, words) -> {
            if (isSame(now, tag) && isSame(now, parent(tag))) {
                now.languages.put(tag, words.with(new Gaps(now, now.others(words.language()))));
            }
        });
        return now;
    }

    private boolean isSame(Library other, String tag) {
        return of(files, tag).equals(of(other.files, tag)) && of(site, tag).equals(of(other.site, tag));
    }

    private static Map<String, String> of(Map<String, Map<String, String>> layer, String language) {
        return layer.getOrDefault(language, Map.of());
    }

    /** {@code it} of {@code i18n/tls_it.properties}. */
    public static String language(String file) {
        int from = file.lastIndexOf('_');
        int to = file.lastIndexOf('.');
        if (from < 0 || to < from) {
            throw new BrokenWords(file, 1, BrokenWords.sentence("file-name"));
        }
        return file.substring(from + 1, to);
    }

    /** {@code tls} of {@code i18n/tls_it.properties}. */
    private static String kind(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('_'));
    }

    /** The words of a language, such as {@code it}, or of a region, {@code it-CH}; null where there are no files of it. */
    public @Nullable Words words(String language) {
        // not computeIfAbsent: a region's words ask for those of its language
        Words words = languages.get(language);
        if (words == null && (files.containsKey(language) || site.containsKey(language))) {
            Words read = read(language);
            words = languages.putIfAbsent(language, read);
            words = words == null ? read : words;
        }
        return words;
    }

    /** The words of a language that has files. */
    public Words known(String language) {
        return Objects.requireNonNull(words(language), language);
    }

    private Words read(String tag) {
        Words base = words(parent(tag));
        String language = base == null || spoken.contains(tag) ? tag : base.language();
        return new Words(
                language, tag, base, bundles(of(files, tag)), bundles(of(site, tag)), new Gaps(this, others(language)));
    }

    private static List<Bundle> bundles(Map<String, String> files) {
        List<Bundle> bundles = new ArrayList<>();
        files.forEach((name, text) -> bundles.add(Bundle.parse(name, text)));
        return bundles;
    }

    /**
     * What is wrong with the words, in all languages: what would otherwise show when a text is first told.
     *
     * @param diagnoses whose texts are told
     */
    public List<BrokenWords> complaints(Collection<String> diagnoses) {
        List<BrokenWords> complaints = new ArrayList<>();
        Set<String> tags = new TreeSet<>(files.keySet());
        tags.addAll(site.keySet());
        for (String language : tags) {
            try {
                complaints.addAll(known(language).complaints(spoken.contains(language) ? diagnoses : List.of()));
            } catch (BrokenWords e) {
                complaints.add(e);
            }
        }
        return complaints;
    }

    /** {@code it} of {@code it-CH}; empty for a tag that has no parts. */
    private static String parent(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }

    /** Who tells what a language lacks: English first, which most readers know some of. */
    private List<String> others(String language) {
        List<String> others = new ArrayList<>(spoken);
        others.remove(language);
        if (others.remove(ENGLISH)) {
            others.add(0, ENGLISH);
        }
        return others;
    }

    /**
     * The words that suit a reader best, with the region's way of writing numbers and dates; null where no language is
     * near to what was asked for.
     *
     * @param wish a tag such as {@code it}, {@code it-CH} or {@code it_IT}, or a list of them as in Accept-Language,
     *             {@code de-CH, it;q=0.8}; null for none
     */
    public @Nullable Words forTag(@Nullable String wish) {
        Match match = negotiation.best(wish);
        if (match == null) {
            return null;
        }
        Words regional = words(match.locale());
        return regional != null ? regional : known(match.language()).in(match.locale());
    }

    /** The organization's own texts, {@code i18n/system-messages_it.properties}. */
    public SystemMessages systemMessages() {
        return systemMessages;
    }

    /**
     * English, or whatever is there in its place.
     *
     * @throws BrokenWords where answers can be told in no language
     */
    public Words fallback() {
        Words words = words(spoken.contains(ENGLISH) || spoken.isEmpty() ? ENGLISH : spoken.get(0));
        if (words == null) {
            throw new BrokenWords("i18n/ui_en.properties", 1, BrokenWords.sentence("none"));
        }
        return words;
    }

    /** The languages that answers can be told in: those with the words of the interface. */
    public List<String> spoken() {
        return spoken;
    }

    /** Every language and region that there are words of to tell with, however few: {@code en}, {@code it}, {@code it-CH}. */
    public List<String> languages() {
        return layers().flatMap(layer -> layer.entrySet().stream())
                .filter(of -> of.getValue().keySet().stream().anyMatch(name -> !OWN_KINDS.contains(kind(name))))
                .map(Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }

    /** The bundles of one kind in every language: {@code anchors} gives {@code it} to those of anchors_it.properties. */
    public Map<String, Bundle> bundles(String kind) {
        Map<String, Bundle> bundles = new TreeMap<>();
        layers().forEach(layer -> layer.forEach((language, own) -> own.forEach((name, text) -> {
            if (kind(name).equals(kind)) {
                bundles.merge(language, Bundle.parse(name, text), SiteEntries::over);
            }
        })));
        return bundles;
    }

    /** Whether there are files of this name, in whatever language. */
    boolean isTopic(String name) {
        return topics.contains(name);
    }

    /** The bundles of a topic in one language: those of {@code recipient_en} and of {@code recipient-gmail_en}. */
    List<Bundle> bundles(String language, String topic) {
        List<Bundle> bundles = new ArrayList<>();
        layers().forEach(layer -> of(layer, language).forEach((name, text) -> {
            String kind = kind(name);
            if (kind.equals(topic) || kind.startsWith(topic + "-")) {
                bundles.add(Bundle.parse(name, text));
            }
        }));
        return bundles;
    }

    /**
     * What a language lacks and what it has left over, against the fullest of the others: those that have at least half
     * as many words as the one that has most.
     *
     * @throws IllegalArgumentException where there are no files of the language
     */
    public Completeness completeness(String language) {
        if (!languages().contains(language)) {
            throw new IllegalArgumentException("no words in " + language);
        }
        Map<String, Map<String, Bundle.Entry>> others = new LinkedHashMap<>();
        String own = known(language).language();
        others(own).forEach(other -> others.put(other, compared(other)));
        int most = others.values().stream().mapToInt(Map::size).max().orElse(0);
        Map<String, Bundle.Entry> known = new LinkedHashMap<>();
        others.values().stream()
                .filter(keys -> keys.size() * 2 >= most)
                .forEach(keys -> keys.forEach(known::putIfAbsent));
        Map<String, Bundle.Entry> has = compared(language);
        return new Completeness(language, without(known, has), without(has, known));
    }

    private Map<String, Bundle.Entry> compared(String language) {
        Map<String, Bundle.Entry> entries = new LinkedHashMap<>(known(language).entries());
        entries.values().removeIf(entry -> OWN_KINDS.contains(kind(entry.file())));
        return entries;
    }

    private static List<Bundle.Entry> without(Map<String, Bundle.Entry> entries, Map<String, Bundle.Entry> others) {
        Map<String, Bundle.Entry> rest = new LinkedHashMap<>(entries);
        rest.keySet().removeAll(others.keySet());
        return List.copyOf(rest.values());
    }
}
