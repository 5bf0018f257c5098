package io.rimbalzo.rule;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule files of a folder, read into memory: {@code rules/access.drl}, {@code rules/inference/forwarding.drl}. */
public final class RuleFolder {

    private static final int MOST_FILES = 2_000;
    private static final int DEEPEST = 3;
    private static final long MOST_BYTES = 1_000_000;
    private static final String MARK = "\ufeff";
    private static final char REPLACED = '\ufffd';

    private RuleFolder() {
    }

    /**
     * All rule files, under names that begin with the folder's own: {@code rules/access.drl}.
     *
     * @throws IOException if the folder or a file cannot be read
     * @throws Refused     if a file is no UTF-8, too large, or there are too many
     */
    public static Map<String, String> read(Path folder) throws IOException, Refused {
        Path root = folder.toAbsolutePath().normalize();
        Map<String, String> files = new TreeMap<>();
        List<Complaint> complaints = new ArrayList<>();
        for (Path path : paths(root)) {
            String name = root.getFileName() + "/" + root.relativize(path).toString().replace('\\', '/');
            try {
                files.put(name, text(name, path));
            } catch (Refused.Here e) {
                complaints.add(e.complaint(null));
            }
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        return files;
    }

    private static List<Path> paths(Path root) throws IOException, Refused {
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            List<Path> paths = all.filter(RuleFolder::isRuleFile).limit(MOST_FILES + 1L).toList();
            if (paths.size() > MOST_FILES) {
                Place place = new Place(root.getFileName().toString(), 1);
                throw new Refused(List.of(new Complaint(place, null, "more than " + MOST_FILES + " files")));
            }
            return paths;
        }
    }

    private static boolean isRuleFile(Path path) {
        String name = path.getFileName().toString();
        return (name.endsWith(".drl") && !name.startsWith(".") || name.equals("context.tsv")) && Files.isRegularFile(path);
    }

    private static String text(String name, Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new Refused.Here(new Place(name, 1), "a file has " + MOST_BYTES + " bytes at most; split it by topic");
        }
        byte[] bytes = Files.readAllBytes(path);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            checkStrictly(name, bytes);
        }
        return (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static void checkStrictly(String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(buffer);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Refused.Here(new Place(name, line), "the file must be UTF-8; here it is not");
        }
    }
}
