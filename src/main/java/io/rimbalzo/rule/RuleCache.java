package io.rimbalzo.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Rules that were read before, in files named by all that they depend on: {@code rules-5f1c0e....bin}. Parsing is half of a cold start. */
final class RuleCache {

    private static final int MOST_FILES = 4;
    private static final int SEAL = Long.BYTES;

    private final Optional<Path> file;

    RuleCache(Optional<Path> folder, Map<String, String> files) {
        file = folder.map(f -> f.resolve("rules-" + key(files) + ".bin"));
    }

    /** Two checksums of all names and texts, each with its length: SHA-256 takes a cold start 20 ms, and nobody attacks here. */
    private static String key(Map<String, String> files) {
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        Consumer<String> add = text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] length = (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
            for (Checksum sum : List.of(first, second)) {
                sum.update(length);
                sum.update(bytes);
            }
        };
        add.accept(RuleForm.VERSION + " " + Vocabulary.MAIL + About.VALUES);
        new TreeMap<>(files).forEach((name, text) -> {
            add.accept(name);
            add.accept(text);
        });
        return Long.toHexString(first.getValue() << 32 | second.getValue());
    }

    /** What was kept for these files, or null; a damaged or foreign file is nothing, and will be written anew. */
    List<Rule> read() {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return null;
        }
        try {
            byte[] bytes = Files.readAllBytes(file.get());
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return bytes.length > SEAL && in.readLong() == seal(bytes) ? RuleForm.read(in) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Keeps the rules if that is possible; a folder that cannot be written to only costs time. */
    void write(List<Rule> rules) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().getParent());
            Path written = Files.createTempFile(file.get().getParent(), "rules-", ".tmp");
            try {
                Files.write(written, bytes(rules));
                Files.move(written, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            forgetOldest();
        } catch (IOException e) {
            return;
        }
    }

    private byte[] bytes(List<Rule> rules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[SEAL]);
        RuleForm.write(rules, new DataOutputStream(bytes));
        return ByteBuffer.wrap(bytes.toByteArray()).putLong(0, seal(bytes.toByteArray())).array();
    }

    /** With the file's own name, so that no file serves for another. */
    private long seal(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(file.get().getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sum.update(bytes, SEAL, bytes.length - SEAL);
        return sum.getValue();
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> kept = Files.list(file.get().getParent())) {
            List<Path> old = kept.filter(path -> isKept(path.getFileName().toString()))
                    .sorted(Comparator.comparing(RuleCache::written).reversed()).skip(MOST_FILES).toList();
            for (Path path : old) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean isKept(String name) {
        return name.startsWith("rules-") && name.endsWith(".bin");
    }

    private static FileTime written(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
