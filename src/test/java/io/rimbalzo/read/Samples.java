package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reader with the project's own words, and short forms of what it reads, as the tests' tables show them. */
final class Samples {

    static final Reading READING = reading();

    private Samples() {}

    static Report read(String... lines) {
        Outcome outcome = READING.read(String.join("\n", lines));
        if (outcome.report() == null) {
            throw new AssertionError(outcome.problem());
        }
        return outcome.report();
    }

    static String problem(String text) {
        Outcome outcome = READING.read(text);
        return outcome.problem() == null ? null : outcome.problem().code();
    }

    static Failure only(Report report) {
        if (report.failures().size() != 1) {
            throw new AssertionError(report.failures());
        }
        return report.failures().get(0);
    }

    /** {@code 550 5.7.1 Unable to relay @mx.example.it}. */
    static String brief(Answer a) {
        return (a.reply() + " " + a.status() + " " + a.text()).strip() + (a.host() == null ? "" : " @" + a.host());
    }

    static List<String> answers(Failure failure) {
        return failure.answers().stream().map(Samples::brief).toList();
    }

    static List<String> answers(String text) {
        return AnswerText.read(text).stream().map(Samples::brief).toList();
    }

    static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("i18n"), "anchors_*.properties")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                words.put(name.substring("anchors_".length(), name.indexOf('.')), properties(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf(" = ");
            if (!line.startsWith("#") && equals > 0) {
                properties.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return properties;
    }

    static List<String> knownDomains() {
        try {
            return Files.readAllLines(Path.of("rules/well-known-domains.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading reading() {
        return new Reading(Anchors.of(words()), knownDomains(), Limits.DEFAULT);
    }
}
