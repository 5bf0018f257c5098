package io.rimbalzo;

import io.rimbalzo.guidance.Library;
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

/**
 * The folders of the knowledge: rules and i18n, on disk or, where there are none, the copies inside the jar.
 *
 * @param rules the folder of *.drl, context.tsv and well-known-domains.txt
 * @param i18n  the folder of *.properties
 */
public record Folders(Path rules, Path i18n) {

    private static final long LARGEST_FILE = 4L << 20;
    private static final String MARK = "\uFEFF";

    /** Those two in a folder; each that is absent there comes from the jar. */
    public static Folders in(Path folder) {
        return new Folders(folder.resolve("rules"), folder.resolve("i18n"));
    }

    /** The rules in these folders: {@code rules/tls.drl} and its text, {@code rules/context.tsv} and its text. */
    public Map<String, String> ruleFiles() throws IOException {
        return read(rules, "rules", ".drl", "context.tsv");
    }

    /** The well-known domains of mailboxes, one a line; none where the file is absent. */
    List<String> wellKnownDomains() throws IOException {
        String text =
                String.join("\n", read(rules, "rules", "well-known-domains.txt").values());
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The words in these folders. */
    public Library library() throws IOException {
        return new Library(read(i18n, "i18n", ".properties"));
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
        try (Stream<Path> files = Files.walk(folder, 3)) {
            files.filter(file -> wanted(file, endings))
                    .forEach(file -> put(
                            texts,
                            file,
                            name + "/" + folder.relativize(file).toString().replace('\\', '/')));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return texts;
    }

    /** Editors leave files of their own beside the one they save: hidden ones, and those with another ending. */
    private static boolean wanted(Path file, String... endings) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return !name.startsWith(".") && Stream.of(endings).anyMatch(name::endsWith);
    }

    private static void put(Map<String, String> texts, Path file, String name) {
        texts.put(name, text(file, name));
    }

    private static String text(Path file, String name) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException(name + ": a file of knowledge has at most 4 MB");
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
            } catch (CharacterCodingException e) {
                throw new IOException(
                        name + ":" + lineOfFault(bytes) + ": this is not UTF-8; save the file as UTF-8", e);
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
