package io.rimbalzo.guidance;

import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All words of one language, from its bundles: {@code i18n/*_it.properties}. A text that the language lacks is told in
 * another, and {@link #foreign} says in which.
 */
public final class Words {

    private static final String STAND_IN = "missing.";

    private final String language;
    private final String locale;
    private final Map<String, Bundle.Entry> entries;
    private final @Nullable Gaps gaps;
    private final Map<String, Phrase> phrases;
    private final Map<String, Template> templates;
    private final Words plain;
    /** Whether all texts have been looked at, and nothing was wrong. */
    private volatile boolean sound;

    /** The words of one language alone. */
    public Words(String language, Collection<Bundle> bundles) {
        this(language, language, null, bundles, List.of(), null);
    }

    /**
     * @param language of the words: {@code it}
     * @param locale   how numbers and dates are written: {@code it-CH}
     * @param base     words before which these ones stand, of the same language, or null
     * @param site     an organization's own bundles, which stand over the others, as {@link SiteEntries} tells
     * @param gaps     who tells what is lacking; null for nobody
     * @throws BrokenWords where a key stands twice in one of the layers
     */
    Words(
            String language,
            String locale,
            @Nullable Words base,
            Collection<Bundle> bundles,
            Collection<Bundle> site,
            @Nullable Gaps gaps) {
        this.language = language;
        this.locale = locale;
        this.gaps = gaps;
        this.phrases = new ConcurrentHashMap<>();
        this.templates = new ConcurrentHashMap<>();
        Map<String, Bundle.Entry> own = SiteEntries.over(entries(bundles), entries(site));
        this.entries = base == null ? own : new LinkedHashMap<>(base.entries);
        this.entries.putAll(own);
        this.plain = this;
    }

    private static Map<String, Bundle.Entry> entries(Collection<Bundle> bundles) {
        Map<String, Bundle.Entry> entries = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            for (Bundle.Entry entry : bundle.entries()) {
                Bundle.Entry first = entries.putIfAbsent(entry.key(), entry);
                if (first != null) {
                    throw new BrokenWords(
                            entry.file(),
                            entry.line(),
                            BrokenWords.sentence(
                                    "twice", "key", entry.key(), "first", first.file() + ":" + first.line()));
                }
            }
        }
        return entries;
    }

    /** The same texts in another library, whose other languages tell what is lacking. */
    private Words(Words words, Gaps gaps) {
        this.language = words.language;
        this.locale = words.locale;
        this.entries = words.entries;
        this.gaps = gaps;
        this.phrases = words.phrases;
        this.templates = new ConcurrentHashMap<>();
        this.plain = this;
        this.sound = words.sound;
    }

    Words with(Gaps gaps) {
        return new Words(this, gaps);
    }

    private Words(Words words, String locale) {
        this.language = words.language;
        this.locale = locale;
        this.entries = words.entries;
        this.gaps = words.gaps;
        this.phrases = words.phrases;
        this.templates = words.templates;
        this.plain = words.plain;
    }

    /** The same words, with numbers and dates as they are written elsewhere: {@code it-CH}. */
    Words in(String locale) {
        return locale.equals(this.locale) ? this : new Words(this, locale);
    }

    public String language() {
        return language;
    }

    /** The language's tag, with the region whose way of writing numbers and dates is followed: {@code it-CH}. */
    public String locale() {
        return locale;
    }

    /** Every key with its place, in the order of the files; what other languages tell is not among them. */
    public Map<String, Bundle.Entry> entries() {
        return entries;
    }

    public boolean has(String key) {
        return entries.containsKey(key) || teller(key) != null;
    }

    /** The text as written, or null. */
    public @Nullable String raw(String key) {
        Bundle.Entry entry = entries.get(key);
        Words teller = entry == null ? teller(key) : null;
        return teller != null ? teller.raw(key) : entry == null ? null : entry.value();
    }

    /** The language ({@code en}) in which a text is told that these words lack; null for their own language, or none. */
    public @Nullable String foreign(String key) {
        Words teller = entries.containsKey(key) ? null : teller(key);
        return teller == null ? null : teller.language;
    }

    /** The names of the values that texts may hold: {@code recipient}, {@code recipientDomain} ... */
    public List<String> values() {
        return entries.keySet().stream()
                .filter(key -> key.startsWith(STAND_IN))
                .map(key -> key.substring(STAND_IN.length()))
                .toList();
    }

    /** A value as it stands in a text: the one that was read, or its stand-in. */
    String fill(String name, Values values) {
        return Conventions.of(locale).text(value(values.inText()).apply(name));
    }

    /** A list of steps or pages that an organization begins is whole: no other language goes on with it. */
    private @Nullable Words teller(String key) {
        Bundle.Entry first = SiteEntries.isListed(key) ? entries.get(SiteEntries.list(key) + ".1") : null;
        boolean whole = first != null && new Place(first.file(), first.line()).isSite();
        return gaps == null || whole ? null : gaps.teller(key, this);
    }

    /** How this language calls another: {@code English}, {@code inglese}, {@code Englisch}. */
    public String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(language));
    }

    /** The text without values; the key itself where there is none, so that what is missing can be seen. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * The text with values: texts as they are; numbers, moments ({@link java.time.OffsetDateTime}) and lists of texts as
     * the language writes them. A value that was not read is replaced by its stand-in, {@code missing.<name>}.
     */
    public String say(String key, Map<String, ?> values) {
        Phrase phrase = phrase(key);
        return phrase == null ? key : say(phrase, values);
    }

    /** A text with its values. */
    String say(Phrase phrase, Values values) {
        return say(phrase, values.inText());
    }

    private String say(Phrase phrase, Map<String, ?> values) {
        Words teller = phrase.words();
        return phrase.with(teller.value(values), teller.language.equals(language) ? locale : teller.locale);
    }

    private Function<String, Object> value(Map<String, ?> values) {
        return name -> {
            Object value = values.get(name);
            String standIn = value == null ? raw(STAND_IN + name) : null;
            return value != null ? value : standIn != null ? standIn : "…";
        };
    }

    /** A sentence about the knowledge, in this language. */
    public String say(Sentence sentence) {
        return sentence.in(this::raw);
    }

    /** The text, in whatever language it is told, or null where there is none. */
    @Nullable
    Phrase phrase(String key) {
        Bundle.Entry entry = entries.get(key);
        if (entry == null) {
            Words teller = teller(key);
            return teller == null ? null : teller.phrase(key);
        }
        Phrase phrase = phrases.get(key);
        return phrase != null ? phrase : phrases.computeIfAbsent(key, k -> new Phrase(entry, plain));
    }

    /**
     * The words of a diagnosis or finding.
     *
     * @throws BrokenWords where a text holds a value that is not read from messages
     */
    Template template(String id) {
        Template template = templates.get(id);
        return template != null ? template : templates.computeIfAbsent(id, i -> Template.of(this, i));
    }

    /** A text of a diagnosis, whose values are all known: those that have a stand-in. */
    @Nullable
    Phrase checked(String key) {
        Phrase phrase = phrase(key);
        if (phrase != null) {
            for (String name : phrase.names()) {
                if (!has(STAND_IN + name)) {
                    throw phrase.broken(BrokenWords.sentence("unknown-value", "key", key, "found", "{" + name + "}")
                            .among(values().stream()
                                    .map(known -> "{" + known + "}")
                                    .toList()));
                }
            }
        }
        return phrase;
    }

    /** Texts that cannot be used, of these diagnoses and of all else. */
    List<BrokenWords> complaints(Collection<String> diagnoses) {
        List<BrokenWords> complaints = new ArrayList<>();
        if (!sound) {
            entries.keySet().stream()
                    .filter(key -> !isRaw(key))
                    .forEach(key -> collect(
                            complaints,
                            () -> Objects.requireNonNull(phrase(key), key).names()));
            sound = complaints.isEmpty();
        }
        diagnoses.forEach(id -> collect(complaints, () -> template(id)));
        return complaints;
    }

    private static void collect(List<BrokenWords> complaints, Runnable look) {
        try {
            look.run();
        } catch (BrokenWords e) {
            if (complaints.stream().noneMatch(known -> Objects.equals(known.getMessage(), e.getMessage()))) {
                complaints.add(e);
            }
        }
    }

    /** Whether the words stand as they are, braces and all: what is copied, looked for, or put in for a value. */
    private static boolean isRaw(String key) {
        return key.endsWith(".command")
                || key.contains(".see.")
                || key.startsWith("anchor")
                || key.startsWith("placeholder.")
                || key.startsWith(STAND_IN);
    }
}
