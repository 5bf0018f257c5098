package io.rimbalzo.check;

import io.rimbalzo.Folders;
import io.rimbalzo.diagnosis.Shadowed;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Limits;
import io.rimbalzo.read.Outcome;
import io.rimbalzo.read.Reading;
import io.rimbalzo.rule.Draft;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the whole knowledge: every case is answered exactly, every rule is fired by a case, every diagnosis has its
 * words. All that can be found in one run is told in one run.
 *
 * <pre>{@code Check.of(Folders.in(Path.of(".")), Optional.empty()).faults()}</pre>
 */
public final class Check {

    private final Folders folders;
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final List<Case> cases = new ArrayList<>();
    private final List<Case> begun = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private List<Shadowed> shadowed = List.of();
    private Texts texts = new Texts(Map.of(), broken -> {});
    private Outcome[] read = {};
    private boolean readable;

    private Check(Folders folders) {
        this.folders = folders;
    }

    /**
     * All that can be said of the folders.
     *
     * @param cache where the rules are kept as read, for a faster start
     * @throws IOException where a file cannot be read at all
     */
    public static Checked of(Folders folders, Optional<Path> cache) throws IOException {
        return new Check(folders).all(cache);
    }

    /** Two halves of nearly equal work, on two cores: the rules, and what is read; then the cases, by turns. */
    private Checked all(Optional<Path> cache) throws IOException {
        FutureTask<Void> reading = task(this::read);
        Map<String, String> files = folders.ruleFiles();
        Draft draft = Rules.draft(files, cache);
        RuleCheck rules = new RuleCheck(files, draft, faults::add);
        rules.reading();
        if (draft.rules() != null) {
            draft.rules().ready();
            shadowed = Shadowed.in(draft.rules());
        }
        joined(reading);
        boolean ready = draft.rules() != null && readable;
        Answered[] answers = new Answered[ready ? cases.size() : 0];
        FutureTask<Void> other = task(() -> {
            new WordsCheck(texts, draft, faults::add).check();
            answer(draft, answers);
        });
        answer(draft, answers);
        joined(other);
        List<Answered> answered = List.of(answers);
        if (ready) {
            CaseCheck each = new CaseCheck(RuleCheck.ids(draft), faults::add);
            answered.forEach(each::check);
            rules.shown(answered, begun, shadowed);
        }
        new SiteCheck(folders, draft, faults).check();
        ContextCheck contexts = new ContextCheck(draft.contexts(), faults::add);
        cases.forEach(contexts::check);
        return checked(draft, answered, ready);
    }

    private Checked checked(Draft draft, List<Answered> answered, boolean ran) {
        List<Fault> sorted = new ArrayList<>(faults);
        sorted.sort(Fault.IN_ORDER);
        int count = 0;
        List<Words> spoken = new ArrayList<>();
        for (String language : texts.languages()) {
            count += texts.entries(language).size();
            Words words = texts.words(language);
            if (words != null) {
                spoken.add(words);
            }
        }
        List<String> languages = List.copyOf(texts.languages());
        int rules = draft.understood().size();
        return new Checked(List.copyOf(sorted), rules, ran, answered, languages, List.copyOf(spoken), count);
    }

    /** Words, cases, and what their texts say. */
    private void read() throws IOException {
        Map<String, String> words = folders.words();
        Map<String, String> site = folders.siteWords();
        folders.caseFiles().forEach((file, text) -> {
            for (Case one : CaseFile.read(file, text, faults::add)) {
                (one.isBegun() ? begun : cases).add(one);
            }
        });
        Reading reading = reading(words, site);
        read = new Outcome[cases.size()];
        readable = reading != null;
        if (reading != null) {
            for (int i = 0; i < read.length; i++) {
                read[i] = reading.read(cases.get(i).text().getBytes(StandardCharsets.UTF_8));
            }
        }
        texts = new Texts(
                words, broken -> faults.add(new Fault(broken.file(), broken.line(), 1, null, broken.sentence())));
    }

    /** Null where the words to read by cannot be used; that has been told. */
    private @Nullable Reading reading(Map<String, String> words, Map<String, String> site) throws IOException {
        try {
            return folders.reading(new Library(words, site), Limits.DEFAULT);
        } catch (BrokenWords e) {
            faults.add(new Fault(e.file(), e.line(), 1, null, e.sentence()));
            return null;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static FutureTask<Void> task(Work work) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void joined(FutureTask<Void> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while checking");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e.getCause());
        }
    }

    private void answer(Draft draft, Answered[] answers) {
        Rules rules = draft.rules();
        if (rules == null) {
            return;
        }
        for (int i = next.getAndIncrement(); i < answers.length; i = next.getAndIncrement()) {
            answers[i] = Answered.of(cases.get(i), read[i], rules);
        }
    }
}
