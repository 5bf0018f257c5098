package io.rimbalzo.serve;

import io.rimbalzo.Complaints;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.guidance.BrokenWords;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a program that runs for long tells whoever watches its terminal: a sentence in their language, {@code log.a-request-failed}
 * of {@code "a request failed"}, and of a fault the trace, for whoever mends it. Libraries are not heard.
 */
final class Journal extends Handler {

    private static final String OURS = "io.rimbalzo";

    /** What is not held gets lost with the settings that stand on it. */
    private static final Logger LOGGER = Logger.getLogger(OURS);

    private final PrintStream terminal;
    private final Speech speech;

    Journal(PrintStream terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    /** In place of what stands there already. */
    void open() {
        for (Logger logger : List.of(Logger.getLogger(""), LOGGER)) {
            for (Handler handler : logger.getHandlers()) {
                logger.removeHandler(handler);
            }
        }
        LOGGER.addHandler(this);
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> tell("a thread ended", fault, true));
    }

    @Override
    public void publish(@Nullable LogRecord entry) {
        if (entry != null && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            boolean fault = entry.getLevel().intValue() >= Level.SEVERE.intValue();
            tell(String.valueOf(entry.getMessage()), entry.getThrown(), fault);
        }
    }

    /** @param ours whether something is to be mended in the program, for which the trace is needed */
    private void tell(String message, @Nullable Throwable fault, boolean ours) {
        String key = "log." + message.toLowerCase(Locale.ROOT).replace(' ', '-');
        StringBuilder text = new StringBuilder(
                        speech.prefixed(speech.words().has(key) ? speech.words().say(key) : message))
                .append('\n');
        if (fault instanceof BrokenWords words) {
            text.append("  ").append(Complaints.words(speech.words(), words)).append('\n');
        } else if (fault != null && ours) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            trace.toString()
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        // in one piece: other threads write too
        terminal.print(text);
        terminal.flush();
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    @Override
    public void close() {
        terminal.flush();
    }
}
