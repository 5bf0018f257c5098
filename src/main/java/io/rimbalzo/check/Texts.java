package io.rimbalzo.check;

import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.SystemMessages;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words as files: of each language the bundles, but for those that only reading needs, {@code anchors_de.properties}. */
final class Texts {

    private static final String ANCHORS = "anchors";

    private final Map<String, Map<String, Bundle.Entry>> entries = new TreeMap<>();
    private final Map<String, Map<String, Bundle>> bundles = new TreeMap<>();
    private final Map<String, String> files;

    /** Reads the files; what cannot be read is told. */
    Texts(Map<String, String> files, Consumer<BrokenWords> complaints) {
        this.files = new TreeMap<>(files);
        this.files.keySet().removeIf(SystemMessages::isFile);
        this.files.forEach((name, text) -> {
            try {
                String language = Library.language(name);
                if (!topic(name).equals(ANCHORS)) {
                    Bundle bundle = Bundle.parse(name, text, complaints);
                    bundles.computeIfAbsent(language, l -> new TreeMap<>()).put(name, bundle);
                    add(bundle, entries.computeIfAbsent(language, l -> new LinkedHashMap<>()), complaints);
                }
            } catch (BrokenWords e) {
                complaints.accept(e);
            }
        });
    }

    /** A key stands in one place only. */
    private static void add(Bundle bundle, Map<String, Bundle.Entry> all, Consumer<BrokenWords> complaints) {
        bundle.entries().forEach(entry -> {
            Bundle.Entry first = all.putIfAbsent(entry.key(), entry);
            if (first != null) {
                String place = first.file() + ":" + first.line();
                complaints.accept(new BrokenWords(
                        entry.file(), entry.line(), BrokenWords.sentence("twice", "key", entry.key(), "first", place)));
            }
        });
    }

    /** {@code tls} of {@code i18n/tls_it.properties}. */
    static String topic(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, Math.max(0, name.lastIndexOf('_')));
    }

    Set<String> languages() {
        return entries.keySet();
    }

    /** Every key of a language with its entry, in the order of the files; empty where there is none. */
    Map<String, Bundle.Entry> entries(String language) {
        return entries.getOrDefault(language, Map.of());
    }

    Map<String, Bundle> bundles(String language) {
        return bundles.getOrDefault(language, Map.of());
    }

    /** The words of a language to speak with; null where there are none, or not in order. */
    @Nullable
    Words words(String language) {
        try {
            return bundles.containsKey(language)
                    ? new Words(language, bundles.get(language).values())
                    : null;
        } catch (BrokenWords e) {
            return null;
        }
    }

    /** The text, or null. */
    @Nullable
    String text(String language, String key) {
        Bundle.Entry entry = entries(language).get(key);
        return entry == null ? null : entry.value();
    }

    /** What stands behind a prefix in any of the languages: {@code missing.} gives {@code recipient}, {@code sender} ... */
    List<String> names(String prefix) {
        return entries.values().stream()
                .flatMap(of -> of.keySet().stream())
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** The line and the column, from 1, of a letter of a text that may go on over several lines. */
    int[] place(Bundle.Entry entry, int at) {
        List<String> lines = Objects.requireNonNull(files.get(entry.file()), entry.file())
                .lines()
                .skip(entry.line() - 1L)
                .toList();
        int left = at;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int start = i == 0 ? line.indexOf('=') + 1 : 0;
            while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
                start++;
            }
            boolean open = line.stripTrailing().endsWith("\\");
            int length = line.stripTrailing().length() - (open ? 1 : 0) - start;
            if (!open || left < length) {
                return new int[] {entry.line() + i, start + left + 1};
            }
            left -= Math.max(0, length);
        }
        return new int[] {entry.line(), 1};
    }

    /** A list in the words of a language: {@code check.nouns = address, domain}. */
    List<String> list(String language, String key) {
        String text = text(language, key);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", 0)).map(String::strip).toList();
    }

    /** Where words of a diagnosis are missing: behind its last ones in the file of its topic. */
    Bundle.@Nullable Entry last(String file, String language, String prefix) {
        Bundle bundle = bundles(language).get(file);
        Bundle.Entry last = null;
        for (Bundle.Entry entry : bundle == null ? List.<Bundle.Entry>of() : bundle.entries()) {
            last = entry.key().startsWith(prefix) ? entry : last;
        }
        return last;
    }
}
