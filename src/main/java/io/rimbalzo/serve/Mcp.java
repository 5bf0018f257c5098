package io.rimbalzo.serve;

import io.rimbalzo.RuleBook;
import io.rimbalzo.cli.Command;
import io.rimbalzo.cli.Opening;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.cli.Terminal;
import io.rimbalzo.mcp.McpStream;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo mcp}: answers a language model on standard input and output until the input ends. */
final class Mcp implements Command {

    private static final int ANSWERED = 0;
    private static final int WRONG_USAGE = 2;

    private final Terminal terminal;
    private final Speech speech;

    Mcp(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Options options() {
        return Opening.options(new Options());
    }

    @Override
    public int run(CommandLine given) throws IOException {
        new Journal(terminal.err(), speech).open();
        Optional<RuleBook> opened = new Opening(terminal, speech).watch(given, Limits.DEFAULT, this::told);
        if (opened.isEmpty()) {
            return WRONG_USAGE;
        }
        OutputStream out = terminal.out();
        PrintStream usual = System.out;
        // whatever else may want to print must not stand among the messages
        System.setOut(terminal.err());
        try (RuleBook book = opened.get()) {
            McpStream.serve(book::current, terminal.in(), out, this::unused);
            return ANSWERED;
        } finally {
            System.setOut(usual);
        }
    }

    private void unused(int line) {
        complain(speech.words().say("mcp.unused-line", Map.of("line", line)));
    }

    /** On the thread that watches the folders. */
    private void told(RuleBook.Status status) {
        if (status.refused() != null) {
            complain(speech.words().say("mcp.refused"));
            status.refused().complaints().forEach(one -> terminal.err().println("  " + one));
        }
    }

    private void complain(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
    }
}
