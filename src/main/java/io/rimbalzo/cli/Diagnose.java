package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.read.Limits;
import io.rimbalzo.rule.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rimbalzo diagnose avviso.eml}: reads bounces and says what happened, who must act and what to do. */
@Command(name = "diagnose", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class Diagnose implements Callable<Integer> {

    private static final List<String> FORMATS = List.of("text", "json", "ndjson");
    private static final List<String> INPUTS = List.of("auto", "ndjson");
    private static final int MEGABYTE = 1 << 20;

    @Option(names = "--lang", paramLabel = "it|en", descriptionKey = "lang")
    private String lang;

    @Option(names = "--format", paramLabel = "text|json|ndjson", defaultValue = "text", descriptionKey = "format")
    private String format;

    @Option(names = "--input", paramLabel = "auto|ndjson", defaultValue = "auto", descriptionKey = "input")
    private String input;

    @Option(names = "--context", paramLabel = "key=value", descriptionKey = "context")
    private List<String> told = new ArrayList<>();

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rules;

    @Option(names = "--i18n", paramLabel = "DIR", descriptionKey = "i18n")
    private Path i18n;

    @Option(names = "--limit", paramLabel = "MB", defaultValue = "25", descriptionKey = "limit")
    private int limit;

    @Parameters(paramLabel = "FILE|-", descriptionKey = "files")
    private List<Path> files = new ArrayList<>();

    private final Terminal terminal;
    private final Speech speech;

    Diagnose(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Rimbalzo> opened = open();
        if (opened.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Rimbalzo rimbalzo = opened.get();
        Words words = rimbalzo.spoken(lang);
        speech.speak(words);
        Map<String, String> context = new LinkedHashMap<>();
        List<String> wrong = wrong(rimbalzo, words, context);
        if (!wrong.isEmpty()) {
            wrong.forEach(sentence -> terminal.err().println(speech.prefixed(sentence)));
            return Main.WRONG_USAGE;
        }
        List<Path> inputs = files.isEmpty() ? List.of(Path.of("-")) : files;
        try (Output output = Output.of(format, inputs.size() > 1, terminal)) {
            Tally tally = new Tally(rimbalzo, output, terminal, speech, bytes());
            for (Path file : inputs) {
                if (input.equals("ndjson")) {
                    tally.lines(file, context, lang);
                } else {
                    tally.file(file, context, lang);
                }
            }
            return tally.status();
        }
    }

    /** The limit in bytes; an array can hold little more than 2,000 MB. */
    private int bytes() {
        return Math.max(1, Math.min(limit, 2000)) * MEGABYTE;
    }

    private Optional<Rimbalzo> open() throws IOException {
        Folders home = Speech.home();
        for (Path given : new Path[] {rules, i18n}) {
            if (given != null && !Files.isDirectory(given)) {
                terminal.err().println(speech.prefixed(speech.words().say("error.no-folder", Map.of("file", given.toString()))));
                return Optional.empty();
            }
        }
        String cache = System.getProperty("rimbalzo.cache");
        try {
            return Optional.of(Rimbalzo.open(new Folders(rules == null ? home.rules() : rules, i18n == null ? home.i18n() : i18n),
                    Limits.DEFAULT.ofBytes(bytes()), cache == null ? null : Path.of(cache)));
        } catch (Refused e) {
            terminal.err().println(speech.prefixed(speech.words().say("error.bad-rules")));
            e.complaints().forEach(complaint -> terminal.err().println("  " + complaint));
        } catch (BrokenWords | IOException e) {
            terminal.err().println(speech.prefixed(speech.words().say("error.bad-words")));
            terminal.err().println("  " + e.getMessage());
        }
        return Optional.empty();
    }

    /** What is wrong with the options, as sentences; what is right of the context is kept. */
    private List<String> wrong(Rimbalzo rimbalzo, Words words, Map<String, String> context) {
        List<String> wrong = new ArrayList<>();
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            wrong.add(Complaints.language(words, lang, rimbalzo.library()).message());
        }
        choice(words, format, FORMATS).ifPresent(wrong::add);
        choice(words, input, INPUTS).ifPresent(wrong::add);
        for (String pair : told) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                wrong.add(words.say("error.bad-context.form", Map.of("found", pair)));
            } else {
                String name = pair.substring(0, equals).strip();
                String value = pair.substring(equals + 1).strip();
                Complaints.context(words, name, value, rimbalzo.rules().contexts().all()).map(Result.Error::message).ifPresent(wrong::add);
                context.put(name, value);
            }
        }
        return wrong;
    }

    private static Optional<String> choice(Words words, String found, List<String> known) {
        return known.contains(found) ? Optional.empty() : Optional.of(words.say("error.bad-format", Map.of("found", found,
                "suggestion", Complaints.suggestion(words, found, known), "known", String.join(", ", known))));
    }
}
