package io.rimbalzo;

import io.rimbalzo.guidance.Library;
import io.rimbalzo.read.Limits;
import io.rimbalzo.read.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files of the knowledge as they stood at one moment: {@code rules/tls.drl} and its text, {@code
 * site/i18n/contoso_it.properties} and its text.
 *
 * @param rules     the rule files and context.tsv, an organization's own among them
 * @param words     the shipped words
 * @param siteWords the organization's own words
 * @param domains   the lists of well-known domains
 */
record Texts(
        Map<String, String> rules,
        Map<String, String> words,
        Map<String, String> siteWords,
        Map<String, String> domains) {

    /** As the files stand now. */
    static Texts of(Folders folders) throws IOException {
        return new Texts(folders.ruleFiles(), folders.words(), folders.siteWords(), folders.domainFiles());
    }

    Library library() {
        return new Library(words, siteWords);
    }

    Reading reading(Library library, Limits limits) {
        return Language.reading(library, Folders.lines(domains), limits);
    }

    /** Whether all that answers are read by and told with is as it was. */
    boolean speaksAs(Texts before) {
        return words.equals(before.words) && siteWords.equals(before.siteWords) && domains.equals(before.domains);
    }

    /** Every file by its name. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(rules);
        all.putAll(words);
        all.putAll(siteWords);
        all.putAll(domains);
        return all;
    }

    /**
     * Whether a save may still be under way: a file is gone or empty, or ends within a line. Some editors write a file
     * piece by piece, or take the old one away first.
     */
    boolean isUnfinishedBeside(Texts before) {
        Map<String, String> now = all();
        Map<String, String> then = before.all();
        return !now.keySet().containsAll(then.keySet())
                || now.entrySet().stream().anyMatch(file -> isCut(file.getValue(), then.get(file.getKey())));
    }

    /** Not every editor ends a file with a line's end: then it ends as it did before. */
    private static boolean isCut(String text, @Nullable String before) {
        boolean asBefore = before != null
                && !before.isEmpty()
                && text.endsWith(before.substring(before.lastIndexOf('\n', before.length() - 2) + 1));
        return !text.endsWith("\n") && !asBefore;
    }

    /** The same files have the same name everywhere: {@code 3f9a0c51d2e8}. */
    String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all().forEach((name, text) -> {
                digest.update((name + " " + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
