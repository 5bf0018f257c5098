package io.rimbalzo.cli;

import io.rimbalzo.render.GroupsPage;
import io.rimbalzo.unexplained.Group;
import io.rimbalzo.unexplained.Groups;
import io.rimbalzo.unexplained.OpenCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo unexplained da-capire.cases}: what {@code diagnose --unexplained} kept, the most frequent first. */
record OpenCases(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "json");

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
        return Offered.speaking().format(FORMATS).onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        String format = asked.format(FORMATS);
        asked.folders();
        if (given.getArgList().isEmpty()) {
            asked.wrong("error.no-unexplained", Map.of());
        }
        List<String> inputs = asked.inputs();
        asked.check();
        List<OpenCase> cases = new ArrayList<>();
        boolean read = false;
        for (String name : inputs) {
            read |= read(new Input(name, terminal, speech), cases);
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
        return Main.ANSWERED;
    }

    private boolean read(Input input, List<OpenCase> cases) {
        try (InputStream in = input.open()) {
            cases.addAll(OpenCase.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            terminal.err().println(speech.prefixed(input.complaint(e)));
            return false;
        }
    }
}
