package io.rimbalzo.cli;

import io.rimbalzo.NdjsonLine;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import java.io.IOException;
import java.io.InputStream;
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
    private boolean ended;

    Tally(Rimbalzo rimbalzo, Output output, Terminal terminal, Speech speech, int limit) {
        this.rimbalzo = rimbalzo;
        this.output = output;
        this.terminal = terminal;
        this.speech = speech;
        this.limit = limit;
    }

    /** One input: a file, or standard input. */
    void file(Input input, Map<String, String> context, @Nullable String lang) {
        inputs++;
        try (InputStream in = input.open()) {
            // one byte over the limit is enough to see that there is too much
            byte[] content = in.readNBytes(limit + 1);
            count(rimbalzo.diagnose(new Submission(null, content, context, lang)), input.name());
        } catch (IOException e) {
            complain(input, e);
        }
    }

    /** One input a line. */
    void lines(Input input, Map<String, String> context, @Nullable String lang) {
        try (InputStream in = input.open()) {
            NdjsonLine reader = new NdjsonLine(rimbalzo, context, lang, limit);
            InputLines lines = new InputLines(in, limit);
            for (byte[] line = lines.next(); line != null && !ended; line = lines.next()) {
                if (!InputLines.isBlank(line)) {
                    inputs++;
                    count(reader.result(line), null);
                }
            }
        } catch (IOException e) {
            inputs++;
            complain(input, e);
        }
    }

    private void count(Result result, @Nullable String name) {
        read += result.error() == null ? 1 : 0;
        answered += result.answered() ? 1 : 0;
        output.write(result, name);
        // nobody reads on, or there is no more room: what would come is lost
        ended = terminal.out().checkError();
    }

    private void complain(Input input, IOException e) {
        terminal.out().flush();
        terminal.err().println(speech.prefixed(input.complaint(e)));
    }

    boolean ended() {
        return ended;
    }

    /** 0 every input got its answer, 1 some did not, 3 nothing readable was given. */
    int status() {
        return inputs > 0 && answered == inputs
                ? Main.ANSWERED
                : read == 0 ? Main.NOTHING_READABLE : Main.NOT_ALL_ANSWERED;
    }
}
