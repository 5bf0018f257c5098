package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.UnusableFile;
import io.rimbalzo.guidance.BrokenWords;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command line: {@code rimbalzo diagnose avviso.eml --lang it}. */
public final class Main {

    /** Exit statuses of the contract. */
    static final int ANSWERED = 0;

    static final int NOT_ALL_ANSWERED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOTHING_READABLE = 3;

    private static final List<String> HELP = List.of("--help", "-h", "help");
    private static final List<String> VERSION = List.of("--version", "-V");

    private final Terminal terminal;
    private final Speech speech;
    private final List<Command> commands;

    private Main(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
        this.commands = List.of(
                new Diagnose(terminal, speech),
                new Explain(terminal, speech),
                new Why(terminal, speech),
                new ListRules(terminal, speech),
                new CheckCommand(terminal, speech),
                new NewCommand(terminal, speech),
                new Messages(terminal, speech),
                new OpenCases(terminal, speech),
                new Schema(terminal, speech));
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean colour = Boolean.getBoolean("rimbalzo.terminal") && System.getenv("NO_COLOR") == null;
        Terminal terminal = new Terminal(System.in, out, err, colour);
        int status = run(arguments, terminal);
        if (Boolean.getBoolean("rimbalzo.training")) {
            // the launcher's archive of classes is made by one run, and holds what that run has loaded
            run(new String[] {"check"}, terminal);
        }
        out.flush();
        System.exit(status);
    }

    /** Runs one command and gives its exit status. */
    static int run(String[] arguments, Terminal terminal) {
        Speech speech = new Speech(arguments);
        try {
            return new Main(terminal, speech).run(arguments);
        } catch (ParseException e) {
            terminal.err().println(speech.prefixed(speech.sentence(e)));
        } catch (BrokenWords e) {
            terminal.err().println(speech.prefixed(speech.words().say("error.bad-words")));
            terminal.err().println("  " + Complaints.words(speech.words(), e));
        } catch (UnusableFile e) {
            terminal.err().println(speech.prefixed(Complaints.file(speech.words(), e)));
        } catch (IOException | RuntimeException | LinkageError e) {
            // a fault of ours is one sentence; the property rimbalzo.debug shows its trace to whoever mends it
            terminal.err()
                    .println(speech.prefixed(speech.words().say("error.fault", Map.of("found", String.valueOf(e)))));
            if (Boolean.getBoolean("rimbalzo.debug")) {
                e.printStackTrace(terminal.err());
            }
        }
        return WRONG_USAGE;
    }

    private int run(String[] arguments) throws ParseException, IOException {
        if (arguments.length == 0 || HELP.contains(arguments[0])) {
            terminal.out().print(speech.overview(all()));
            return ANSWERED;
        }
        if (VERSION.contains(arguments[0])) {
            String version = Main.class.getPackage().getImplementationVersion();
            terminal.out().println("rimbalzo " + (version == null ? "(not packaged)" : version));
            return ANSWERED;
        }
        for (Command command : commands) {
            if (command.name().equals(arguments[0])) {
                return run(command, Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
        for (Command command : more()) {
            if (command.name().equals(arguments[0])) {
                return run(command, Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
        List<String> known = all().stream().map(Command::name).toList();
        terminal.err().println(speech.prefixed(speech.unknown("error.bad-command", arguments[0], known)));
        return WRONG_USAGE;
    }

    /** Those that others bring; looking for them costs time that most commands do without. */
    private List<Command> more() {
        return ServiceLoader.load(MoreCommands.class).stream()
                .flatMap(source -> source.get().commands(terminal, speech).stream())
                .toList();
    }

    private List<Command> all() {
        return Stream.concat(commands.stream(), more().stream()).toList();
    }

    private int run(Command command, String[] rest) throws ParseException, IOException {
        Options options = command.options();
        if (Arrays.stream(rest).anyMatch(HELP::contains)) {
            terminal.out().print(speech.help(command, options));
            return ANSWERED;
        }
        try {
            CommandLine given =
                    DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, rest);
            return command.run(given);
        } catch (org.apache.commons.cli.UnrecognizedOptionException e) {
            List<String> known = options.getOptions().stream()
                    .map(o -> "--" + o.getLongOpt())
                    .toList();
            terminal.err().println(speech.prefixed(speech.unknown("error.bad-option", e.getOption(), known)));
            return WRONG_USAGE;
        }
    }
}
