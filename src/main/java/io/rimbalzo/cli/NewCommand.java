package io.rimbalzo.cli;

import io.rimbalzo.Folders;
import io.rimbalzo.check.NewDiagnosis;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo new tls.lost}: begins a diagnosis, with its case, its rule and its words. */
record NewCommand(Terminal terminal, Speech speech) implements Command {

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String arguments() {
        return "topic.name";
    }

    @Override
    public Options options() {
        return Offered.speaking().value("code", "x.y.z").value("text", "TEXT").onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        Folders folders = asked.folders();
        if (given.getArgList().isEmpty()) {
            asked.wrong("check.new.usage", Map.of());
        }
        asked.check();
        Words words = speech.words();
        NewDiagnosis diagnosis =
                new NewDiagnosis(folders, (language, hint) -> speech.hint(language, "check.new." + hint));
        try {
            List<NewDiagnosis.Written> written = diagnosis.write(
                    given.getArgList().get(0),
                    given.getOptionValue("code"),
                    given.getOptionValue("text"),
                    words.language());
            KnowledgeFiles files = new KnowledgeFiles(given);
            terminal.out().println(words.say("check.new.written"));
            written.forEach(one -> terminal.out().println("  " + files.shown(one.file()) + ":" + one.line()));
            terminal.out().println(words.say("check.new.next"));
            return Main.ANSWERED;
        } catch (NewDiagnosis.Unwritten e) {
            throw new WrongUsage(List.of(words.say(e.sentence())));
        }
    }
}
