package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.check.Check;
import io.rimbalzo.check.Checked;
import io.rimbalzo.check.Fault;
import io.rimbalzo.render.Lines;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.render.TextPage;
import io.rimbalzo.report.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo check}: looks at rules, cases and words, and says where what is wrong. */
record CheckCommand(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Options options() {
        return Offered.speaking().format(FORMATS).onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        String format = asked.format(FORMATS);
        Folders folders = asked.folders();
        asked.check();
        String cache = System.getProperty("rimbalzo.cache");
        Checked checked = Check.of(folders, Optional.ofNullable(cache).map(Path::of));
        speech.speak(checked::words);
        KnowledgeFiles files = new KnowledgeFiles(given);
        if (format.equals("json")) {
            terminal.out().print(FaultJson.of(checked.faults(), files, speech.words()));
        } else {
            text(checked, files);
        }
        return checked.wrong().isEmpty() ? Main.ANSWERED : Main.NOT_ALL_ANSWERED;
    }

    private void text(Checked checked, KnowledgeFiles files) {
        for (Fault fault : checked.faults()) {
            // of a case the sentence itself names the rules
            String rule = fault.kind().startsWith("rule.") ? fault.rule() : null;
            String sentence =
                    Complaints.inRule(speech.words(), rule, speech.words().say(fault.sentence()));
            String line = files.shown(fault.file()) + ":" + fault.line() + ":" + fault.column() + ": " + sentence;
            terminal.out().println(terminal.colour() ? wrapped(line) : line);
        }
        List<Fault> wrong = checked.wrong();
        if (!checked.ran()) {
            terminal.out().println(speech.words().say("check.not-run"));
        }
        long count = wrong.stream().map(Fault::file).distinct().count();
        String rules = Integer.toString(checked.rules());
        String cases = Integer.toString(checked.answers().size());
        String texts = Integer.toString(checked.texts());
        String languages = String.join(", ", checked.languages());
        Sentence end = wrong.isEmpty()
                ? Sentence.of("check.clean", "rules", rules, "cases", cases, "texts", texts, "languages", languages)
                : Sentence.of("check.count", "count", Integer.toString(wrong.size()), "files", Long.toString(count));
        terminal.out().println(speech.words().say(end));
    }

    /** For a person who watches; a program gets each complaint on one line. */
    private static String wrapped(String line) {
        return new Lines(TextPage.WIDTH, false)
                .text(0, line, Ink.PLAIN)
                .toString()
                .stripTrailing();
    }
}
