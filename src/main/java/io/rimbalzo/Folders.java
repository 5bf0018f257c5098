package io.rimbalzo;

import io.rimbalzo.guidance.Library;
import io.rimbalzo.read.Limits;
import io.rimbalzo.read.Reading;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the knowledge: rules and i18n, on disk or, where there are none, the copies inside the jar; and over
 * them an organization's own layer.
 *
 * @param rules the folder of *.drl, context.tsv and well-known-domains.txt
 * @param i18n  the folder of *.properties
 * @param site  the folder that holds the organization's own rules and i18n, of the same forms, or null; it need not be
 *              there
 */
public record Folders(Path rules, Path i18n, @Nullable Path site) {

    /** How deep folders are read: {@code rules/inference/forwarding.drl}. */
    static final int DEPTH = 3;

    private static final long LARGEST_FILE = 4L << 20;
    private static final String MARK = "\uFEFF";

    /** Without a layer of the organization's own. */
    public Folders(Path rules, Path i18n) {
        this(rules, i18n, null);
    }

    /** Those two in a folder; each that is absent there comes from the jar. */
    public static Folders in(Path folder) {
        return new Folders(folder.resolve("rules"), folder.resolve("i18n"));
    }

    /** The same with the organization's own layer in this folder, which need not be there. */
    public Folders withSite(Path folder) {
        return new Folders(rules, i18n, folder);
    }

    /**
     * The rules in these folders: {@code rules/tls.drl} and its text, {@code rules/context.tsv} and its text; those of
     * the organization's own are named {@code site/rules/tls.drl}, wherever the folder stands.
     */
    public Map<String, String> ruleFiles() throws IOException {
        return both(".drl", "context.tsv");
    }

    private Map<String, String> both(String... endings) throws IOException {
        Map<String, String> files = new TreeMap<>(read(rules, "rules", endings));
        files.putAll(ofSite("rules", endings));
        return files;
    }

    /** Of the organization's own layer, {@code site/rules/tls.drl} and its text; nothing where there is none. */
    Map<String, String> ofSite(String name, String... endings) throws IOException {
        Path folder = site == null ? null : site.resolve(name);
        return folder != null && Files.isDirectory(folder) ? texts(folder, Place.SITE + name, endings) : Map.of();
    }

    /** The shipped words: {@code i18n/tls_it.properties} and its text. */
    public Map<String, String> words() throws IOException {
        return read(i18n, "i18n", ".properties");
    }

    /** The organization's own words: {@code site/i18n/tls_it.properties} and its text. */
    public Map<String, String> siteWords() throws IOException {
        return ofSite("i18n", ".properties");
    }

    /** The names that masking leaves as they are, one a line; none where the file is absent. */
    List<String> publicHosts() throws IOException {
        return lines(both("public-hosts.txt"));
    }

    /** The files of well-known domains of mailboxes; none where they are absent. */
    Map<String, String> domainFiles() throws IOException {
        return both("well-known-domains.txt");
    }

    /** One a line of such files: well-known domains, public hosts. */
    static List<String> lines(Map<String, String> files) {
        return String.join("\n", files.values())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The cases in these folders: {@code rules/tls.cases} and its text, {@code site/rules/tls.cases} and its text. */
    public Map<String, String> caseFiles() throws IOException {
        return both(".cases");
    }

    /** The well-known domains in these folders. */
    List<String> wellKnownDomains() throws IOException {
        return lines(domainFiles());
    }

    /** What reads messages, with the words of every language to read them by. */
    public Reading reading(Library library, Limits limits) throws IOException {
        return Language.reading(library, wellKnownDomains(), limits);
    }

    /** The words in these folders. */
    public Library library() throws IOException {
        return new Library(words(), siteWords());
    }

    /** File names such as {@code rules/tls.drl}, with the folder's own name first, to their text. */
    static Map<String, String> read(Path folder, String name, String... endings) throws IOException {
        if (Files.isDirectory(folder)) {
            return texts(folder, name, endings);
        }
        try {
            URI jar = Folders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path code = Path.of(jar);
            if (Files.isDirectory(code)) {
                return texts(code.resolve(name), name, endings);
            }
            try (FileSystem inside = FileSystems.newFileSystem(code)) {
                return texts(inside.getPath(name), name, endings);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> texts(Path folder, String name, String... endings) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        // a folder may be a link to the release in use
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(real, DEPTH)) {
            files.forEach(file -> {
                String inside = real.relativize(file).toString().replace('\\', '/');
                if (wanted(inside, endings)) {
                    put(texts, file, name + "/" + inside);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return texts;
    }

    /**
     * Editors leave files of their own beside the one they save: hidden ones, and those with another ending; containers
     * mount what they are given in hidden folders, with a link to each file beside them.
     */
    private static boolean wanted(String inside, String... endings) {
        return !inside.startsWith(".")
                && !inside.contains("/.")
                && Stream.of(endings).anyMatch(inside::endsWith);
    }

    private static void put(Map<String, String> texts, Path file, String name) {
        texts.put(name, text(file, name));
    }

    private static String text(Path file, String name) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new UnusableFile(name, 1, Sentence.of("check.file.too-large"));
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
            } catch (CharacterCodingException e) {
                throw new UnusableFile(name, lineOfFault(bytes), Sentence.of("check.file.not-utf8"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lineOfFault(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return 1
                + (int) text.substring(0, Math.max(0, text.indexOf('\uFFFD')))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
