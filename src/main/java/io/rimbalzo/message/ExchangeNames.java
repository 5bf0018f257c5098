package io.rimbalzo.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names that Exchange gives: its 98 languages ({@code it}, {@code zh-Hans}) and its quota messages ({@code WarningMailbox}). */
public final class ExchangeNames {

    private static final List<String> LANGUAGES = read("languages.tsv");
    private static final List<String> QUOTA_TYPES = read("quota-types.txt");

    private ExchangeNames() {}

    /** As Exchange spells them, in its order. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /** As Exchange spells them, in its order. */
    public static List<String> quotaTypes() {
        return QUOTA_TYPES;
    }

    /** {@code zh-Hans} for {@code ZH-hans}; empty for what Exchange does not know. */
    public static Optional<String> language(String name) {
        return LANGUAGES.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
    }

    /** {@code WarningMailbox} for {@code warningMailBox}; empty for what Exchange does not know. */
    public static Optional<String> quotaType(String name) {
        return QUOTA_TYPES.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The first column of each line. */
    private static List<String> read(String file) {
        try (InputStream in = ExchangeNames.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 0)[0].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code It} for {@code it}, as Exchange begins an identity. */
    static String capital(String language) {
        return language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
    }
}
