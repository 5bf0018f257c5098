package io.rimbalzo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.guidance.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the terminal of a server tells. */
class JournalTest {

    private static final Pattern TOLD = Pattern.compile(
            "LOG\\s*\\.log\\([^\"]*Level\\.(?:ERROR|WARNING)[^\"]*\"([^\"]+)\"|tell\\(\"([^\"]+)\", fault");

    private static String told(String lang, Level level, String message, Throwable thrown) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Handler journal = new Journal(
                new PrintStream(terminal, true, StandardCharsets.UTF_8),
                new Speech(new String[] {"serve", "--lang", lang}));
        LogRecord entry = new LogRecord(level, message);
        entry.setThrown(thrown);
        journal.publish(entry);
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_fault_is_a_sentence_in_the_readers_language_and_its_trace() {
        IllegalStateException fault = new IllegalStateException("own");
        assertThat(told("it", Level.SEVERE, "a request failed", fault))
                .startsWith("rimbalzo: Una richiesta è rimasta senza risposta per un errore del programma. Per chi lo "
                        + "corregge:\n  java.lang.IllegalStateException: own\n")
                .contains("JournalTest.java");
        assertThat(told("en", Level.SEVERE, "a request failed", fault))
                .startsWith("rimbalzo: A request could not be answered: a fault of the program.");
    }

    @Test
    void what_is_no_fault_has_no_trace_and_what_is_for_nobody_is_not_told() {
        IOException many = new IOException("too many open files");
        assertThat(told("en", Level.WARNING, "changes of files are found by looking every few seconds only", many))
                .isEqualTo("rimbalzo: The system doesn’t tell of changed files: they are looked at every few seconds "
                        + "instead.\n");
        assertThat(told("en", Level.FINE, "a request failed", many)).isEmpty();
        assertThat(told("en", Level.INFO, "a request failed", many)).isEmpty();
    }

    @Test
    void whatever_the_program_tells_its_log_has_words_in_every_language() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (Matcher told = TOLD.matcher(Files.readString(file)); told.find(); ) {
                    String sentence = told.group(1) == null ? told.group(2) : told.group(1);
                    keys.add("log." + sentence.toLowerCase(Locale.ROOT).replace(' ', '-'));
                }
            }
        }
        Library library = Folders.in(Path.of("")).library();
        assertThat(keys).hasSizeGreaterThan(6);
        for (String lang : Set.of("it", "en")) {
            assertThat(keys)
                    .allMatch(
                            key -> Objects.requireNonNull(library.forTag(lang)).has(key));
        }
    }
}
