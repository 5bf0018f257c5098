package io.rimbalzo;

import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.read.Limits;
import io.rimbalzo.rule.Complaint;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge as its folders stand, for a program that runs for long: an edit is read, checked and put in use as a whole;
 * one that cannot be used is told, and what was in use goes on.
 *
 * <pre>{@code
 * try (RuleBook book = Rimbalzo.watch(folders, Limits.DEFAULT, null, status -> log(status.refused()))) {
 *     Result result = book.diagnose(Submission.of("550 5.7.124 Sender not in allowed-senders list", "it"));
 * }
 * }</pre>
 */
public final class RuleBook implements AutoCloseable {

    /**
     * What is in use, and whether something newer could not be.
     *
     * @param set      names the files by what they hold: {@code 3f9a0c51d2e8}; the same files have the same name everywhere
     * @param number   how many sets have been in use, this one included
     * @param loadedAt since when this set is in use
     * @param files    how many files it was read from
     * @param rules    how many rules it has
     * @param refused  why the files as they stand now are not in use; null where they are
     */
    public record Status(
            String set,
            int number,
            Instant loadedAt,
            int files,
            int rules,
            @Nullable Refusal refused) {}

    /**
     * A newer set that cannot be used.
     *
     * @param set        its name, or null where a file could not even be read
     * @param at         when it was refused
     * @param complaints {@code rules/tls.drl:16:7: there is no fact "Dmrac". ...}, one for each thing wrong
     */
    public record Refusal(@Nullable String set, Instant at, List<String> complaints) {}

    /** What answers, with its status: taken together they belong together. */
    public record Edition(Rimbalzo rimbalzo, Status status) {}

    /** Files that cannot be used though each can be read. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<String> complaints;

        Unusable(List<String> complaints) {
            super(String.join("\n", complaints));
            this.complaints = complaints;
        }
    }

    private static final System.Logger LOG = System.getLogger("io.rimbalzo");
    static final long RESCAN = 5_000;
    private static final int REHEARSALS = 6;
    /** What is started with this has the processor to itself for so long. */
    private static final long BEFORE_REHEARSALS = 1_500;

    private final Folders folders;
    private final Limits limits;
    private final Consumer<Status> told;
    private final FolderWatch watch;
    private volatile @Nullable Edition edition;
    /** What the edition was read from, and what was refused last; only the thread that watches looks at them. */
    private @Nullable Texts used;

    private @Nullable Texts refused;
    /** Folders that have been there: that one of them is not is a fault. */
    private final Set<Path> needed = new LinkedHashSet<>();

    private RuleBook(Folders folders, Limits limits, Consumer<Status> told, FolderWatch watch) {
        this.folders = folders;
        this.limits = limits;
        this.told = told;
        this.watch = watch;
    }

    static RuleBook open(Folders folders, Limits limits, @Nullable Path cache, Consumer<Status> told)
            throws IOException, Refused {
        // watched before they are read: an edit in between is looked at when all else is ready
        return open(folders, limits, cache, told, new FolderWatch(folders, RESCAN, true));
    }

    static RuleBook open(Folders folders, Limits limits, @Nullable Path cache, Consumer<Status> told, FolderWatch watch)
            throws IOException, Refused {
        RuleBook book = new RuleBook(folders, limits, told, watch);
        try {
            book.begin(cache);
            return book;
        } catch (IOException | Refused | RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    private void begin(@Nullable Path cache) throws IOException, Refused {
        Texts texts = read();
        Rules rules = Rules.load(texts.rules(), Optional.ofNullable(cache));
        // on another core, while this one looks at the words
        CompletableFuture<Rules> ready = CompletableFuture.supplyAsync(rules::ready);
        Library library = texts.library();
        for (BrokenWords broken : library.complaints(rules.about().keySet())) {
            throw broken;
        }
        use(texts, new Rimbalzo(folders, ready.join(), library, texts.reading(library, limits)), 1);
        watch.start(this::rehearse, this::look);
    }

    /**
     * The first edit may come after days, and must not find code that has never run: some edits are made up and forgotten.
     */
    private void rehearse() {
        Map<String, String> rules = new TreeMap<>(used().rules());
        Map<String, String> words = new TreeMap<>(used().words());
        try {
            boolean stirred = watch.isStirredWithin(BEFORE_REHEARSALS);
            for (int i = 0; i < REHEARSALS && !stirred; i++) {
                String file = List.copyOf(rules.keySet()).get(i % rules.size());
                rules.merge(file, "\n", String::concat);
                words.replaceAll((name, text) -> text + "\n");
                next(new Texts(rules, words, used().siteWords(), used().domains()));
                stirred = watch.isStirredWithin(1);
            }
        } catch (Refused | Unusable | RuntimeException | Error e) {
            LOG.log(System.Logger.Level.DEBUG, "the rehearsal failed", e);
        }
    }

    /** What answers now; it never changes, so that who takes it once gets answers that fit one another. */
    public Rimbalzo current() {
        return edition().rimbalzo();
    }

    public Edition edition() {
        return Objects.requireNonNull(edition, "a book that is open has an edition");
    }

    public Status status() {
        return edition().status();
    }

    /** {@link Rimbalzo#diagnose} with what is in use now; the whole answer comes from one set. */
    public Result diagnose(Submission submission) {
        return current().diagnose(submission);
    }

    /** Ends the watch; what is in use stays so. */
    @Override
    public void close() {
        watch.close();
    }

    /** A folder that was there and is gone is a fault: the copies inside the program must not take its place. */
    private Texts read() throws IOException {
        Texts texts = Texts.of(folders);
        for (Path folder : needed) {
            if (!Files.isDirectory(folder)) {
                throw new IOException(folder + ": the folder is gone");
            }
        }
        return texts;
    }

    /** Called by the thread that watches. */
    private boolean look(boolean sure) {
        Texts seen = null;
        try {
            seen = read();
            if (seen.equals(used)) {
                refused = null;
                tell(null);
                return true;
            }
            if (seen.equals(refused)) {
                return true;
            }
            // what two readings agree on stood there in between, all of it at once
            if (!sure && (seen.isUnfinishedBeside(used()) || !seen.equals(read()))) {
                return false;
            }
            Rimbalzo next = next(seen);
            refused = null;
            use(seen, next, status().number() + 1);
            told(status());
            return true;
        } catch (IOException | Refused | Unusable | RuntimeException | Error e) {
            // whatever it is: what is in use goes on, and the thread too
            if (sure) {
                refused = seen;
                tell(new Refusal(seen == null ? null : seen.id(), Instant.now(), complaints(e)));
            }
            return sure;
        }
    }

    private Rimbalzo next(Texts texts) throws Refused, Unusable {
        Rimbalzo now = current();
        Rules rules = now.rules().with(texts.rules());
        Library library = texts.speaksAs(used()) ? now.library() : now.library().with(texts.words(), texts.siteWords());
        if (rules.all().isEmpty() || library.words("en") == null) {
            throw new Unusable(List.of(rules.all().isEmpty() ? "rules: there is no rule" : "i18n: there are no words"));
        }
        List<BrokenWords> broken = library.complaints(rules.about().keySet());
        if (!broken.isEmpty()) {
            throw new Unusable(broken.stream().map(BrokenWords::getMessage).toList());
        }
        return new Rimbalzo(
                folders,
                rules.ready(),
                library,
                texts.speaksAs(used()) ? now.reading() : texts.reading(library, limits));
    }

    private Texts used() {
        return Objects.requireNonNull(used, "a book that is open is in use");
    }

    private void use(Texts texts, Rimbalzo rimbalzo, int number) {
        used = texts;
        Stream.of(folders.rules(), folders.i18n(), folders.site())
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .forEach(needed::add);
        edition = new Edition(
                rimbalzo,
                new Status(
                        texts.id(),
                        number,
                        Instant.now(),
                        texts.all().size(),
                        rimbalzo.rules().all().size(),
                        null));
    }

    private static List<String> complaints(Throwable e) {
        if (e instanceof Refused refusal) {
            return refusal.complaints().stream().map(Complaint::toString).toList();
        }
        if (e instanceof Unusable unusable) {
            return unusable.complaints;
        }
        boolean told = e instanceof BrokenWords || e instanceof IOException && e.getMessage() != null;
        return List.of(told ? e.getMessage() : e.toString());
    }

    /** What is in use stays; a refusal that has been told is not told again. */
    private void tell(@Nullable Refusal refusal) {
        Status was = status();
        boolean same = refusal == null
                ? was.refused() == null
                : was.refused() != null
                        && Objects.equals(was.refused().set(), refusal.set())
                        && was.refused().complaints().equals(refusal.complaints());
        if (!same) {
            Status status = new Status(was.set(), was.number(), was.loadedAt(), was.files(), was.rules(), refusal);
            edition = new Edition(current(), status);
            told(status);
        }
    }

    private void told(Status status) {
        try {
            told.accept(status);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "whoever is told of new rules failed", e);
        }
    }
}
