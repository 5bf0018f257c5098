package io.rimbalzo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of i18n/check_*.properties for whoever edits the knowledge, in no language yet: {@code
 * check.rule.unknown-fact}, of "Dmrac", among Reply, Status, Dmarc ...
 *
 * @param key    where its words stand
 * @param values what stands in its braces; {@code found} is what was written
 * @param known  what could have been written; empty where that is open. In the words {@code {suggestion}} is the one
 *               that is spelled nearly so, {@code {known}} all of them
 */
public record Sentence(String key, Map<String, String> values, List<String> known) {

    private static final String SUGGESTION = "check.suggestion";
    private static final String KNOWN = "check.known";
    private static final String NONE = "check.none-known";

    /** {@code of("check.rule.unknown-fact", "found", "Dmrac")} */
    public static Sentence of(String key, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Sentence(key, values, List.of());
    }

    /** The same, where one of these was possible. */
    public Sentence among(Collection<String> possible) {
        return new Sentence(key, values, List.copyOf(possible));
    }

    /** What was probably meant. */
    public Optional<String> suggestion() {
        String found = values.get("found");
        return found == null ? Optional.empty() : Spelling.nearest(found, known);
    }

    /** What was found instead, or null. */
    public @Nullable String found() {
        return values.get("found");
    }

    /** For exceptions and logs. */
    public String english() {
        return in(key -> null);
    }

    /** In the language of these texts; a text that is null is taken from the English ones. */
    public String in(UnaryOperator<String> texts) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putIfAbsent(
                "suggestion",
                suggestion()
                        .map(near -> filled(text(SUGGESTION, texts), Map.of("nearest", near)) + " ")
                        .orElse(""));
        all.putIfAbsent(
                "known",
                filled(text(known.isEmpty() ? NONE : KNOWN, texts), Map.of("known", String.join(", ", known))));
        return filled(text(key, texts), all).strip();
    }

    private static String text(String key, UnaryOperator<String> texts) {
        String text = texts.apply(key);
        return text == null ? English.TEXTS.getProperty(key, key) : text;
    }

    /** Each {@code {name}} with its value; what is in a value is not looked at again. */
    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            String value = close < 0 ? null : values.get(text.substring(open + 1, close));
            if (value != null) {
                filled.append(text, from, open).append(value);
                from = close + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** The copy inside the jar; read when the first sentence has to be told. */
    private static final class English {

        static final Properties TEXTS = new Properties();

        static {
            try (InputStream file = Sentence.class.getResourceAsStream("/i18n/check_en.properties")) {
                if (file != null) {
                    Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                    TEXTS.load(reader);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
