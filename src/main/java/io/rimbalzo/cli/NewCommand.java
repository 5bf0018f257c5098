package io.rimbalzo.cli;

import io.rimbalzo.Folders;
import io.rimbalzo.check.NewDiagnosis;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo new tls.lost}: begins a diagnosis, with its case, its rule and its words. */
final class NewCommand implements Command {

    private final Terminal terminal;
    private final Speech speech;

    NewCommand(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

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
        Options options = new Options();
        String[][] known = {{"lang", "it|en"}, {"code", "x.y.z"}, {"text", "TEXT"}};
        for (String[] option : known) {
            options.addOption(Option.builder()
                    .longOpt(option[0])
                    .hasArg()
                    .argName(option[1])
                    .get());
        }
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Words words = speech.words();
        if (given.getArgList().size() != 1) {
            complain(words.say("check.new.usage"));
            return Main.WRONG_USAGE;
        }
        Optional<Folders> folders = new Opening(terminal, speech).folders(given);
        if (folders.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        NewDiagnosis diagnosis =
                new NewDiagnosis(folders.get(), (language, hint) -> speech.hint(language, "check.new." + hint));
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
            terminal.out().flush();
            return Main.ANSWERED;
        } catch (NewDiagnosis.Unwritten e) {
            complain(words.say(e.sentence()));
            return Main.WRONG_USAGE;
        }
    }

    private void complain(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
    }
}
