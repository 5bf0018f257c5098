package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.UnusableFile;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command line: {@code rimbalzo diagnose avviso.eml --lang it}. */
public final class Main {

    /** Exit statuses of the contract. */
    static final int ANSWERED = 0;

    static final int NOT_ALL_ANSWERED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOTHING_READABLE = 3;

    private static final String HELP = "help";
    private static final List<String> HELP_OPTIONS = List.of("--help", "-h");
    private static final List<String> VERSION_OPTIONS = List.of("--version", "-V");

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
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(System.in, out, err, Boolean.getBoolean("rimbalzo.terminal"));
        int status = run(arguments, terminal);
        if (Boolean.getBoolean("rimbalzo.training")) {
            // the launcher's archive of classes is made by one run, and holds what that run has loaded
            run(new String[] {"check"}, terminal);
        }
        if (out.checkError()) {
            status = Math.max(status, NOT_ALL_ANSWERED);
            if (!Boolean.getBoolean("rimbalzo.pipe")) {
                // who closes a pipe has seen enough; else what was written is not all there
                Speech speech = new Speech(arguments);
                err.println(speech.prefixed(speech.words().say("error.unwritable", Map.of("found", outlet.fault()))));
            }
        }
        System.exit(status);
    }

    /** Runs one command and gives its exit status. */
    static int run(String[] arguments, Terminal terminal) {
        Speech speech = new Speech(arguments);
        try {
            return new Main(terminal, speech).run(arguments);
        } catch (WrongUsage e) {
            terminal.out().flush();
            e.sentences().forEach(sentence -> terminal.err().println(speech.prefixed(sentence)));
        } catch (BrokenWords e) {
            terminal.err().println(speech.prefixed(speech.words().say("error.bad-words")));
            terminal.err().println("  " + Complaints.words(speech.words(), e));
        } catch (UnusableFile e) {
            terminal.err().println(speech.prefixed(Complaints.file(speech.words(), e)));
        } catch (IOException | RuntimeException | LinkageError e) {
            // a fault of ours is one sentence; the property rimbalzo.debug shows its trace to whoever mends it
            terminal.out().flush();
            terminal.err().println(speech.prefixed(fault(e, speech.words())));
            if (Boolean.getBoolean("rimbalzo.debug")) {
                e.printStackTrace(terminal.err());
            }
        }
        return WRONG_USAGE;
    }

    private static String fault(Throwable e, Words words) {
        Throwable cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        return cause instanceof FileSystemException file && file.getFile() != null
                ? words.say("error.file", Map.of("file", file.getFile()))
                : words.say("error.fault", Map.of("found", String.valueOf(e)));
    }

    private int run(String[] arguments) throws IOException {
        if (arguments.length == 0 || HELP_OPTIONS.contains(arguments[0])) {
            return tell(new Help(speech.words()).overview(all()));
        }
        if (VERSION_OPTIONS.contains(arguments[0])) {
            String version = Main.class.getPackage().getImplementationVersion();
            return tell("rimbalzo " + (version == null ? "(not packaged)" : version) + "\n");
        }
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        if (!arguments[0].equals(HELP)) {
            return run(command(arguments[0]), rest);
        }
        boolean one = !rest.isEmpty() && !rest.get(0).startsWith("-");
        return tell(one ? new Help(speech.words()).of(command(rest.get(0))) : new Help(speech.words()).overview(all()));
    }

    private int tell(String text) {
        terminal.out().print(text);
        return ANSWERED;
    }

    private Command command(String name) {
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        List<Command> all = all();
        return all.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    Stream<String> known = Stream.concat(all.stream().map(Command::name), Stream.of(HELP, "--version"));
                    return new WrongUsage(List.of(speech.unknown("error.bad-command", name, known.toList())));
                });
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

    private int run(Command command, List<String> rest) throws IOException {
        int end = rest.contains("--") ? rest.indexOf("--") : rest.size();
        if (rest.equals(List.of(HELP)) || rest.subList(0, end).stream().anyMatch(HELP_OPTIONS::contains)) {
            return tell(new Help(speech.words()).of(command));
        }
        Options options = command.options();
        CommandLine given;
        try {
            given = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(options, rest.toArray(String[]::new));
        } catch (ParseException e) {
            throw new WrongUsage(List.of(speech.sentence(e, options)));
        }
        int most = most(command.arguments());
        if (given.getArgList().size() > most) {
            throw new WrongUsage(List.of(speech.words()
                    .say("error.too-much", Map.of("found", given.getArgList().get(most), "command", command.name()))));
        }
        return command.run(lastFirst(given));
    }

    /** How many arguments a command takes at most, by its usage line: {@code [FILE|-]} is one, with dots it is any number. */
    private static int most(String usage) {
        return usage.isEmpty() ? 0 : usage.contains("...") ? Integer.MAX_VALUE : usage.split(" ").length;
    }

    /** Of an option given twice the last value counts, so that one can be overruled that a script gives. */
    private static CommandLine lastFirst(CommandLine given) {
        CommandLine.Builder last = CommandLine.builder();
        given.getArgList().forEach(last::addArg);
        Option[] options = given.getOptions();
        for (int i = options.length; i > 0; i--) {
            last.addOption(options[i - 1]);
        }
        return last.get();
    }
}
