package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.WhyJson;
import io.rimbalzo.render.WhyText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo why avviso.eml}: tells how an answer came about. */
final class Why implements Command {

    private static final List<String> FORMATS = List.of("text", "json");
    private static final int LIMIT = 25 << 20;

    private final Terminal terminal;
    private final Speech speech;

    Why(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String arguments() {
        return "FILE|-";
    }

    @Override
    public Options options() {
        Options options = new Options();
        String[][] known = {{"lang", "it|en"}, {"format", String.join("|", FORMATS)}, {"context", "key=value"}};
        for (String[] option : known) {
            options.addOption(Option.builder()
                    .longOpt(option[0])
                    .hasArg()
                    .argName(option[1])
                    .get());
        }
        options.addOption(Option.builder().longOpt("all").get());
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) {
        String lang = given.getOptionValue("lang");
        String format = given.getOptionValue("format", "text");
        Optional<Rimbalzo> opened = new Opening(terminal, speech).open(given, Limits.DEFAULT.ofBytes(LIMIT));
        if (opened.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Rimbalzo rimbalzo = opened.get();
        speech.speak(rimbalzo.spoken(lang));
        List<String> wrong = new ArrayList<>();
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            wrong.add(Complaints.language(speech.words(), lang, rimbalzo.library())
                    .message());
        }
        if (!FORMATS.contains(format)) {
            wrong.add(speech.unknown("error.bad-format", format, FORMATS));
        }
        Map<String, String> context = Diagnose.context(given.getOptionValues("context"), rimbalzo, speech, wrong);
        List<String> files = given.getArgList().isEmpty() ? List.of("-") : given.getArgList();
        if (files.size() > 1) {
            wrong.add(speech.words().say("error.one-file"));
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(sentence -> terminal.err().println(speech.prefixed(sentence)));
            return Main.WRONG_USAGE;
        }
        try (Output output = new Account(terminal, format, given.hasOption("all"))) {
            Tally tally = new Tally(rimbalzo, output, terminal, speech, LIMIT);
            tally.file(Path.of(files.get(0)), context, lang);
            return tally.status();
        }
    }

    /** Tells of a result not what it says but how it came about. */
    private record Account(Terminal terminal, String format, boolean all) implements Output {

        @Override
        public void write(Result result, @Nullable String name) {
            if (format.equals("json")) {
                terminal.out().print(WhyJson.of(result));
            } else if (result.error() != null) {
                terminal.err()
                        .println(result.words()
                                .say(
                                        "error.prefix",
                                        Map.of("message", result.error().message())));
            } else {
                terminal.out().print(WhyText.of(result, all, terminal.colour()));
            }
        }

        @Override
        public void close() {
            terminal.out().flush();
        }
    }
}
