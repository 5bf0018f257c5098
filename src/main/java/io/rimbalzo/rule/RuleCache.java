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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The rules of the files that were read last, under all that they depend on: {@code rules.bin}. Parsing is half of a cold start. */
final class RuleCache {

    private static final int SEAL = Long.BYTES;

    private final Optional<Path> file;
    private final Map<String, Long> keys = new TreeMap<>();

    RuleCache(Optional<Path> folder, Map<String, String> files) {
        file = folder.map(f -> f.resolve("rules.bin"));
        List<String> context = files.entrySet().stream()
                .filter(f -> !f.getKey().endsWith(".drl"))
                .map(Map.Entry::toString)
                .sorted()
                .toList();
        byte[] common =
                (RuleForm.VERSION + " " + Vocabulary.MAIL + About.VALUES + context).getBytes(StandardCharsets.UTF_8);
        if (folder.isPresent()) {
            files.forEach((name, text) -> {
                if (name.endsWith(".drl")) {
                    keys.put(
                            name,
                            key(common, name.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
                }
            });
        }
    }

    /** Two checksums, each over the lengths too: SHA-256 takes a cold start 20 ms, and nobody attacks here. */
    private static long key(byte[]... parts) {
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        for (byte[] part : parts) {
            byte[] length =
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
            first.update(length);
            first.update(part);
            second.update(length);
            second.update(part);
        }
        return first.getValue() << Integer.SIZE | second.getValue();
    }

    /** By file what is kept for the files as they are now; a damaged or foreign cache keeps nothing, and will be written anew. */
    Map<String, List<Rule>> read() {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return Map.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(file.get());
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (bytes.length < SEAL || in.readLong() != seal(bytes)) {
                return Map.of();
            }
            Map<Long, List<Rule>> kept = RuleForm.read(in);
            Map<String, List<Rule>> known = new HashMap<>();
            keys.forEach((name, key) -> {
                if (kept.containsKey(key)) {
                    known.put(name, kept.get(key));
                }
            });
            return known;
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    /** Keeps the rules of these files if that is possible; a folder that cannot be written to only costs time. */
    void write(Map<String, List<Rule>> rules) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().getParent());
            Path written = Files.createTempFile(file.get().getParent(), "rules", ".tmp");
            try {
                Files.write(written, bytes(rules));
                Files.move(written, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            return;
        }
    }

    private byte[] bytes(Map<String, List<Rule>> rules) throws IOException {
        Map<Long, List<Rule>> keyed = new TreeMap<>();
        rules.forEach((name, list) -> keyed.put(keys.get(name), list));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[SEAL]);
        RuleForm.write(keyed, new DataOutputStream(bytes));
        byte[] all = bytes.toByteArray();
        return ByteBuffer.wrap(all).putLong(0, seal(all)).array();
    }

    private static long seal(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, SEAL, bytes.length - SEAL);
        return sum.getValue();
    }
}
