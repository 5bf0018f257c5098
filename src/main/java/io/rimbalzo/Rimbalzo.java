package io.rimbalzo;

import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.diagnosis.Question;
import io.rimbalzo.diagnosis.Questions;
import io.rimbalzo.explain.Explaining;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.explain.Search;
import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Facts;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Choice;
import io.rimbalzo.guidance.Choice.Because;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Telling;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.mask.Masking;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private final Folders folders;
    private final Rules rules;
    private final Library library;
    private final Reading reading;
    private @Nullable Search search;

    Rimbalzo(Folders folders, Rules rules, Library library, Reading reading) {
        this.folders = folders;
        this.rules = rules;
        this.library = library;
        this.reading = reading;
    }

    /** Opens the knowledge in these folders. See {@link #open(Folders, Limits, Path)}. */
    public static Rimbalzo open(Folders folders) throws IOException, Refused {
        return open(folders, Limits.DEFAULT, null);
    }

    /**
     * Opens the knowledge in these folders.
     *
     * @param limits how much of an input is read
     * @param cache where to keep the rules as read, for a faster start; null for nowhere
     * @throws IOException where a file cannot be read
     * @throws Refused     where the rules cannot be used: file, line, what was possible
     * @throws BrokenWords where the words cannot be used
     */
    public static Rimbalzo open(Folders folders, Limits limits, @Nullable Path cache) throws IOException, Refused {
        // two halves of nearly equal work: a cold start waits for the longer one only
        FutureTask<Language> words = new FutureTask<>(() -> Language.read(folders, limits));
        new Thread(words, "words").start();
        Rules rules = Rules.load(folders.ruleFiles(), Optional.ofNullable(cache));
        Language language = Language.joined(words);
        return new Rimbalzo(folders, rules, language.library(), language.reading());
    }

    /**
     * Opens the same and goes on watching the folders: an edit is in use as soon as it is saved, and one that cannot be
     * used is told and leaves in use what was.
     *
     * @param told is given each new status, on the thread that watches
     * @throws IOException where a file cannot be read
     * @throws Refused     where the rules cannot be used
     * @throws BrokenWords where the words cannot be used
     */
    public static RuleBook watch(Folders folders, Limits limits, @Nullable Path cache, Consumer<RuleBook.Status> told)
            throws IOException, Refused {
        return RuleBook.open(folders, limits, cache, told);
    }

    public Rules rules() {
        return rules;
    }

    public Library library() {
        return library;
    }

    Reading reading() {
        return reading;
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
            Choice choice = choose(submission.lang(), null);
            return failed(
                    submission,
                    choice,
                    new Result.Error(Problem.UNREADABLE, choice.words().say("error.unexpected")));
        }
    }

    private Result answer(Submission submission) {
        Choice choice = choose(submission.lang(), null);
        Words words = choice.words();
        Optional<Result.Error> wrong = submission.lang() != null && choice.because() != Because.asked
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
            return failed(submission, choice, wrong.get());
        }
        Outcome read = reading.read(submission.content());
        if (read.problem() != null) {
            return failed(submission, choice, Complaints.problem(words, read.problem()));
        }
        Report report = Objects.requireNonNull(read.report(), "what has no problem has a report");
        return told(submission, report, choose(submission.lang(), report.language()));
    }

    /**
     * What a face hands on as the language of a submission: the list of Accept-Language where one of its languages can
     * be told, else null, so that the report's own language speaks instead of an error.
     */
    public @Nullable String understood(String acceptLanguage) {
        return library.forTag(acceptLanguage) == null ? null : acceptLanguage;
    }

    /**
     * What is known of a code, an id, a server's words or any words, without a message: {@code 5.7.124},
     * {@code 5.7.606-649}, {@code access.group-large}, {@code mailbox full}. What the machine answers where nothing else
     * is known stands first.
     */
    public Explanation explain(String what, Words words) {
        return new Explaining(rules, words, this::search, this::judged, reading::announcesCode).explain(what);
    }

    /** The ids of the diagnoses that speak of these words, in whatever language, the best first. */
    public List<String> search(String text, int most) {
        return search().ids(text, most);
    }

    private synchronized Search search() {
        Search known = search;
        if (known == null) {
            known = Search.of(rules, library);
            search = known;
        }
        return known;
    }

    /** What the rules make of a bare code or answer; null where there is nothing to judge. */
    private @Nullable Judgement judged(String text) {
        Outcome read = reading.read(text.getBytes(StandardCharsets.UTF_8));
        Report report = read.report();
        return report == null || report.failures().isEmpty()
                ? null
                : Judgement.of(Facts.of(report, report.failures().get(0), Map.of()), rules);
    }

    /** The words in a language, else in the system's, else in English. See {@link #choose}. */
    public Words spoken(@Nullable String language) {
        return choose(language, null).words();
    }

    /**
     * The language to answer in: that asked for, else the report's own, else the system's, else English.
     *
     * @param asked  a tag, or a list of them as in Accept-Language; null for none
     * @param report the language that a report is written in, or null
     */
    public Choice choose(@Nullable String asked, @Nullable String report) {
        Words words = library.forTag(asked);
        if (words != null) {
            return new Choice(words, asked, Because.asked);
        }
        Words systems = library.forTag(SystemLanguage.wish());
        words = library.forTag(report);
        if (words != null) {
            // who reads an Italian report on a Swiss system reads numbers as the Swiss write them
            Words told = systems != null && systems.language().equals(words.language()) ? systems : words;
            return new Choice(told, asked, Because.report);
        }
        return systems != null
                ? new Choice(systems, asked, Because.system)
                : new Choice(library.fallback(), asked, Because.fallback);
    }

    private Result told(Submission submission, Report report, Choice choice) {
        Telling telling = new Telling(choice.words(), library.systemMessages());
        List<Told> told = new ArrayList<>();
        Map<List<Fact>, Judgement> judged = new HashMap<>();
        for (Failure failure : report.failures()) {
            Judgement judgement = judged.computeIfAbsent(
                    Facts.of(report, failure, submission.context()), facts -> Judgement.of(facts, rules));
            if (report.format().equals(Report.NONE) && judgement.diagnosis() == null) {
                return failed(
                        submission, choice, Complaints.problem(choice.words(), new Problem("not-a-report", Map.of())));
            }
            List<Question> questions = Questions.after(judgement, rules);
            told.add(telling.tell(failure, report.message(), judgement, questions));
        }
        Report named = report.format().equals(Report.NONE)
                ? new Report(Report.TEXT, report.language(), report.failures(), report.message())
                : report;
        return new Result(submission.id(), choice, named, null, told);
    }

    /**
     * What masks personal data in a run of answers in this language; see {@link #masked}.
     *
     * @throws IOException where the names that stay cannot be read
     */
    public Masking masking(Words words) throws IOException {
        return Masks.of(folders, rules, library, words);
    }

    /**
     * The same answer without personal data. What was read is masked, judged and told again, so that nothing of it is left
     * in any part: evidence, steps, commands.
     */
    public Result masked(Result result, Masking masking) {
        if (result.error() != null) {
            Result.Error error = new Result.Error(
                    result.error().code(), masking.text(result.error().message(), result.report()));
            return new Result(result.id(), result.language(), result.report(), error, List.of());
        }
        Map<String, String> context = result.failures().isEmpty()
                ? Map.of()
                : context(result.failures().get(0));
        Submission submission = new Submission(result.id(), new byte[0], context, null);
        return told(submission, masking.report(result.report()), result.language());
    }

    /** What the person told, as the judgement knows it. */
    static Map<String, String> context(Told told) {
        Map<String, String> context = new LinkedHashMap<>();
        for (Fact fact : told.judgement().facts()) {
            if (fact instanceof Context known) {
                context.put(known.name(), known.value());
            }
        }
        return context;
    }

    private static Result failed(Submission submission, Choice choice, Result.Error error) {
        return new Result(
                submission.id(), choice, new Report(Report.NONE, null, List.of(), Message.UNKNOWN), error, List.of());
    }
}
