package io.rimbalzo.check;

import io.rimbalzo.Folders;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.report.Spelling;
import io.rimbalzo.rule.Draft;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Begins a diagnosis, {@code tls.lost}: appends its case, its rule and its words to the files of its topic, or makes these. */
public final class NewDiagnosis {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    /** So few letters apart are two spellings of one name. */
    private static final int NEAR = 2;

    /**
     * Where something was written.
     *
     * @param file {@code rules/tls.drl}
     * @param line the first one written, from 1
     */
    public record Written(String file, int line) {}

    /** Why nothing was written: {@code tls.lost exists already}. */
    public static final class Unwritten extends Exception {

        private static final long serialVersionUID = 1;
        private final transient Sentence sentence;

        Unwritten(Sentence sentence) {
            super(sentence.english());
            this.sentence = sentence;
        }

        public Sentence sentence() {
            return sentence;
        }
    }

    /** What is to be written into one file, and what begins it if it is new. */
    private record Piece(String name, Path file, String head, String text) {}

    private final Folders folders;
    private final BiFunction<String, String, String> hints;

    /** {@code hints} gives what to write, for a language and a name: {@code title} of check.new.title. */
    public NewDiagnosis(Folders folders, BiFunction<String, String, String> hints) {
        this.folders = folders;
        this.hints = hints;
    }

    /**
     * Writes what a diagnosis needs; what stands in the files stays.
     *
     * @param code     an enhanced code, or null
     * @param text     a server's answer, or null
     * @param language of the hints in the rule and the case
     */
    public List<Written> write(String id, @Nullable String code, @Nullable String text, String language)
            throws IOException, Unwritten {
        refuse(!id.matches(NAME + "\\." + NAME), Sentence.of("check.new.id", "found", id));
        boolean odd = code != null && !code.matches("[245]\\.\\d{1,3}\\.\\d{1,3}");
        refuse(odd, Sentence.of("check.new.code", "found", String.valueOf(code)));
        refuse(text != null && text.isBlank(), Sentence.of("check.new.text"));
        refuseKnown(id);
        List<Written> written = new ArrayList<>();
        for (Piece piece : pieces(id, code, text == null ? null : text.strip(), language)) {
            written.add(new Written(piece.name, append(piece)));
        }
        return written;
    }

    private List<Piece> pieces(String id, @Nullable String code, @Nullable String text, String language)
            throws Unwritten {
        Skeleton skeleton = new Skeleton(id, code, text, name -> hints.apply(language, name));
        String topic = RuleCheck.topic(id);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(piece(folders.rules(), "rules/" + topic + ".cases", skeleton.casesHead(), skeleton.cases()));
        pieces.add(piece(folders.rules(), "rules/" + topic + ".drl", skeleton.rulesHead(), skeleton.rule()));
        for (String each : WordsCheck.LANGUAGES) {
            Skeleton own = new Skeleton(id, code, text, name -> hints.apply(each, name));
            String name = "i18n/" + topic + "_" + each + ".properties";
            pieces.add(piece(folders.i18n(), name, own.wordsHead(), own.words()));
        }
        return pieces;
    }

    /** All files are looked at before the first is written. */
    private static Piece piece(Path folder, String name, String head, String text) throws Unwritten {
        refuse(!Files.isDirectory(folder), Sentence.of("check.new.folder", "found", folder.toString()));
        Path file = folder.resolve(name.substring(name.indexOf('/') + 1));
        boolean closed = Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder);
        refuse(closed, Sentence.of("check.new.not-writable", "found", file.toString()));
        return new Piece(name, file, head, text);
    }

    private void refuseKnown(String id) throws IOException, Unwritten {
        Draft draft = Rules.draft(folders.ruleFiles(), Optional.empty());
        for (Rule rule : draft.understood()) {
            Place place = rule.place();
            boolean same = !rule.isInference() && rule.id().equals(id);
            refuse(same, Sentence.of("check.new.exists", "id", id, "place", place.toString()));
        }
        Set<String> ids = new TreeSet<>(RuleCheck.ids(draft));
        refuse(ids.contains(id), Sentence.of("check.new.exists", "id", id, "place", "rules/"));
        for (String known : ids) {
            boolean near = Math.abs(known.length() - id.length()) <= NEAR && Spelling.distance(known, id) <= NEAR;
            refuse(near, Sentence.of("check.new.near", "found", id).among(List.of(known)));
        }
    }

    private static int append(Piece piece) throws IOException {
        if (!Files.exists(piece.file)) {
            write(piece.file, piece.head + "\n\n\n" + piece.text, StandardOpenOption.CREATE_NEW);
            return (int) piece.head.lines().count() + 3;
        }
        String before = Files.readString(piece.file);
        String gap = before.endsWith("\n\n\n") ? "" : before.endsWith("\n") ? "\n\n" : "\n\n\n";
        write(piece.file, gap + piece.text, StandardOpenOption.APPEND);
        return (int) (before + gap).chars().filter(c -> c == '\n').count() + 1;
    }

    private static void write(Path file, String text, StandardOpenOption how) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE, how);
    }

    private static void refuse(boolean wrong, Sentence sentence) throws Unwritten {
        if (wrong) {
            throw new Unwritten(sentence);
        }
    }
}
