package io.rimbalzo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code rimbalzo diagnose avviso.eml --lang it}. */
@Command(name = "rimbalzo", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main implements Runnable {

    /** Exit statuses of the contract. */
    static final int ANSWERED = 0;
    static final int NOT_ALL_ANSWERED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOTHING_READABLE = 3;

    @Spec
    private CommandSpec spec;

    private Main() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean colour = Boolean.getBoolean("rimbalzo.terminal") && System.getenv("NO_COLOR") == null;
        int status = run(arguments, new Terminal(System.in, out, err, colour));
        out.flush();
        System.exit(status);
    }

    /** Runs one command and gives its exit status. */
    static int run(String[] arguments, Terminal terminal) {
        Speech speech = new Speech(arguments);
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new CommandLine(new Diagnose(terminal, speech)));
        line.setResourceBundle(speech.usage());
        line.setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong, terminal, speech));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> unexpected(failure, terminal, speech));
        return line.execute(arguments);
    }

    private static int wrongUsage(ParameterException wrong, Terminal terminal, Speech speech) {
        terminal.err().println(speech.prefixed(speech.sentence(wrong)));
        return WRONG_USAGE;
    }

    /** A fault of ours: one sentence, never a stack trace; the property rimbalzo.debug shows it to whoever mends it. */
    private static int unexpected(Exception failure, Terminal terminal, Speech speech) {
        terminal.err().println(speech.prefixed(speech.words().say("error.fault", java.util.Map.of("found", String.valueOf(failure)))));
        if (Boolean.getBoolean("rimbalzo.debug")) {
            failure.printStackTrace(terminal.err());
        }
        return WRONG_USAGE;
    }

    /** Without a command: how to use it. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
