package io.rimbalzo;

import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.diagnosis.Question;
import io.rimbalzo.diagnosis.Questions;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Facts;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Telling;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Anchors;
import io.rimbalzo.read.Limits;
import io.rimbalzo.read.Outcome;
import io.rimbalzo.read.Problem;
import io.rimbalzo.read.Reading;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The whole machine behind one method, for other Java programs. Unchanging, safe for many threads.
 *
 * <pre>{@code
 * Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Path.of(".")));
 * Result result = rimbalzo.diagnose(Submission.of("550 5.7.124 Sender not in allowed-senders list", "it"));
 * result.failures().get(0).guidance().title();
 * }</pre>
 */
public final class Rimbalzo {

    private static final System.Logger LOG = System.getLogger("io.rimbalzo");

    private final Rules rules;
    private final Library library;
    private final Reading reading;

    private Rimbalzo(Rules rules, Library library, Reading reading) {
        this.rules = rules;
        this.library = library;
        this.reading = reading;
    }

    /** Opens the knowledge in these folders. See {@link #open(Folders, Limits, Path)}. */
    public static Rimbalzo open(Folders folders) throws IOException, Refused {
        return open(folders, Limits.DEFAULT, null);
    }

    /**
     * @param limits how much of an input is read
     * @param cache where to keep the rules as read, for a faster start; null for nowhere
     * @throws IOException where a file cannot be read
     * @throws Refused     where the rules cannot be used: file, line, what was possible
     * @throws BrokenWords where the words cannot be used
     */
    public static Rimbalzo open(Folders folders, Limits limits, Path cache) throws IOException, Refused {
        // two halves of nearly equal work: a cold start waits for the longer one only
        FutureTask<Language> words = new FutureTask<>(() -> language(folders, limits));
        new Thread(words, "words").start();
        Rules rules = Rules.load(folders.ruleFiles(), Optional.ofNullable(cache));
        Language language = joined(words);
        return new Rimbalzo(rules, language.library, language.reading);
    }

    /** The half that needs no rules: words to read by and words to tell with. */
    private record Language(Library library, Reading reading) {}

    private static Language language(Folders folders, Limits limits) throws IOException {
        Library library = folders.library();
        Map<String, Map<String, String>> anchors = new LinkedHashMap<>();
        library.bundles("anchors").forEach((language, bundle) -> anchors.put(language, keys(bundle)));
        library.forTag(Locale.getDefault().getLanguage());
        return new Language(library, new Reading(Anchors.of(anchors), folders.wellKnownDomains(), limits));
    }

    private static Language joined(FutureTask<Language> words) throws IOException {
        try {
            return words.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the words");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e.getCause());
        }
    }

    private static Map<String, String> keys(Bundle bundle) {
        Map<String, String> keys = new LinkedHashMap<>();
        bundle.entries().forEach(entry -> keys.put(entry.key(), entry.value()));
        return keys;
    }

    public Rules rules() {
        return rules;
    }

    public Library library() {
        return library;
    }

    /**
     * Reads, judges and tells. Bad input is an answer too: {@link Result#error()}.
     *
     * <p>A text that cannot be used where it is needed is a {@link BrokenWords}, with its file and line.
     *
     * <p>The language is the submission's, else the report's own, else the system's, else English.
     */
    public Result diagnose(Submission submission) {
        try {
            return answer(submission);
        } catch (BrokenWords e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // a fault of ours must not end a run over many inputs; the log tells whoever mends it
            LOG.log(System.Logger.Level.DEBUG, "an input could not be read", e);
            Words words = spoken(submission.lang());
            return failed(submission, words, new Result.Error(Problem.UNREADABLE, words.say("error.unexpected")));
        }
    }

    private Result answer(Submission submission) {
        Words asked = library.forTag(submission.lang());
        Words words = asked != null ? asked : spoken(null);
        Optional<Result.Error> wrong = submission.lang() != null && asked == null
                ? Optional.of(Complaints.language(words, submission.lang(), library))
                : submission.context().entrySet().stream()
                        .map(told -> Complaints.context(
                                words,
                                told.getKey(),
                                told.getValue(),
                                rules.contexts().all()))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (wrong.isPresent()) {
            return failed(submission, words, wrong.get());
        }
        Outcome read = reading.read(submission.content());
        if (read.problem() != null) {
            return failed(submission, words, Complaints.problem(words, read.problem()));
        }
        return told(
                submission,
                read.report(),
                asked != null ? asked : spoken(read.report().language()));
    }

    /** The words in a language, else in the system's, else in English. */
    public Words spoken(String language) {
        Words words = library.forTag(language);
        words = words != null ? words : library.forTag(Locale.getDefault().getLanguage());
        return words != null ? words : library.words("en");
    }

    private Result told(Submission submission, Report report, Words words) {
        Telling telling = new Telling(words);
        List<Told> told = new ArrayList<>();
        Map<List<Fact>, Judgement> judged = new HashMap<>();
        for (Failure failure : report.failures()) {
            Judgement judgement = judged.computeIfAbsent(
                    Facts.of(report, failure, submission.context()), facts -> Judgement.of(facts, rules));
            if (report.format().equals(Report.NONE) && judgement.diagnosis() == null) {
                return failed(submission, words, Complaints.problem(words, new Problem("not-a-report", Map.of())));
            }
            List<Question> questions = Questions.after(judgement, rules);
            told.add(telling.tell(failure, report.message(), judgement, questions));
        }
        Report named = report.format().equals(Report.NONE)
                ? new Report(Report.TEXT, report.language(), report.failures(), report.message())
                : report;
        return new Result(submission.id(), words, named, null, told);
    }

    private static Result failed(Submission submission, Words words, Result.Error error) {
        return new Result(
                submission.id(), words, new Report(Report.NONE, null, List.of(), Message.UNKNOWN), error, List.of());
    }
}
