package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.GroupsPage;
import io.rimbalzo.unexplained.Group;
import io.rimbalzo.unexplained.Groups;
import io.rimbalzo.unexplained.OpenCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo unexplained da-capire.cases}: what {@code diagnose --unexplained} kept, the most frequent first. */
final class OpenCases implements Command {

    private static final List<String> FORMATS = List.of("text", "json");

    private final Terminal terminal;
    private final Speech speech;

    OpenCases(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "unexplained";
    }

    @Override
    public String arguments() {
        return "FILE...|-";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(
                Option.builder().longOpt("lang").hasArg().argName("it|en").get());
        options.addOption(Option.builder()
                .longOpt("format")
                .hasArg()
                .argName(String.join("|", FORMATS))
                .get());
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Optional<Folders> folders = new Opening(terminal, speech).folders(given);
        if (folders.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        List<String> wrong = new ArrayList<>();
        words(given.getOptionValue("lang"), folders.get().library(), wrong);
        String format = given.getOptionValue("format", "text");
        if (!FORMATS.contains(format)) {
            wrong.add(speech.unknown("error.bad-format", format, FORMATS));
        }
        if (given.getArgList().isEmpty()) {
            wrong.add(speech.words().say("error.no-unexplained"));
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(this::complain);
            return Main.WRONG_USAGE;
        }
        List<OpenCase> cases = new ArrayList<>();
        boolean read = false;
        for (String file : given.getArgList()) {
            read |= read(file, cases);
        }
        if (!read) {
            return Main.NOTHING_READABLE;
        }
        List<Group> groups = Groups.of(cases);
        terminal.out()
                .print(
                        format.equals("json")
                                ? GroupsPage.json(groups)
                                : GroupsPage.of(groups, speech.words(), terminal.colour()));
        terminal.out().flush();
        return Main.ANSWERED;
    }

    private void words(String lang, Library library, List<String> wrong) {
        Words asked = library.forTag(lang);
        if (asked != null) {
            speech.speak(asked);
        } else if (lang != null) {
            wrong.add(Complaints.language(speech.words(), lang, library).message());
        }
    }

    private boolean read(String name, List<OpenCase> cases) {
        try (InputStream in = name.equals("-") ? terminal.in() : Files.newInputStream(Path.of(name))) {
            cases.addAll(OpenCase.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return true;
        } catch (IOException | InvalidPathException e) {
            String what = e instanceof NoSuchFileException
                    ? "missing-file"
                    : Files.isDirectory(Path.of(name)) ? "folder" : "unreadable-file";
            complain(speech.words().say("error." + what, Map.of("file", name)));
            return false;
        }
    }

    private void complain(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
    }
}
