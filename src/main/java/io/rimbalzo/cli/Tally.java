package io.rimbalzo.cli;

import io.rimbalzo.NdjsonLine;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Feeds inputs through the machine and keeps count of how it went, for the exit status. */
final class Tally {

    private final Rimbalzo rimbalzo;
    private final Output output;
    private final Terminal terminal;
    private final Speech speech;
    private final int limit;
    private int read;
    private int answered;
    private int inputs;

    Tally(Rimbalzo rimbalzo, Output output, Terminal terminal, Speech speech, int limit) {
        this.rimbalzo = rimbalzo;
        this.output = output;
        this.terminal = terminal;
        this.speech = speech;
        this.limit = limit;
    }

    /** One input: a file, or {@code -} for standard input. */
    void file(Path file, Map<String, String> context, String lang) {
        inputs++;
        try (InputStream in = open(file)) {
            // one byte over the limit is enough to see that there is too much
            byte[] content = in.readNBytes(limit + 1);
            count(rimbalzo.diagnose(new Submission(null, content, context, lang)), file.toString());
        } catch (IOException e) {
            complain(file, e);
        }
    }

    /** One input a line. */
    void lines(Path file, Map<String, String> context, String lang) {
        try (InputStream in = new BufferedInputStream(open(file), 1 << 16);
                InOrder<Result> results = new InOrder<>(limit, result -> count(result, null))) {
            NdjsonLine reader = new NdjsonLine(rimbalzo, context, lang, limit);
            for (byte[] line = Line.next(in, limit); line != null; line = Line.next(in, limit)) {
                if (!Line.isBlank(line)) {
                    inputs++;
                    byte[] bytes = line;
                    results.add(bytes.length, () -> reader.result(bytes));
                }
            }
        } catch (IOException e) {
            inputs++;
            complain(file, e);
        }
    }

    private InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? terminal.in() : Files.newInputStream(file);
    }

    private void count(Result result, @Nullable String name) {
        read += result.error() == null ? 1 : 0;
        answered += result.answered() ? 1 : 0;
        output.write(result, name);
    }

    private void complain(Path file, IOException e) {
        String what = e instanceof NoSuchFileException
                ? "missing-file"
                : Files.isDirectory(file) ? "folder" : "unreadable-file";
        terminal.err().println(speech.prefixed(speech.words().say("error." + what, Map.of("file", file.toString()))));
    }

    /** 0 every input got its answer, 1 some did not, 3 nothing readable was given. */
    int status() {
        return inputs > 0 && answered == inputs
                ? Main.ANSWERED
                : read == 0 ? Main.NOTHING_READABLE : Main.NOT_ALL_ANSWERED;
    }
}
