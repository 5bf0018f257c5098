package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.ExplanationJson;
import io.rimbalzo.render.ExplanationPage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo explain 5.7.124}: tells what is known of a code, a diagnosis or a server's words, without a message. */
final class Explain implements Command {

    private static final List<String> FORMATS = List.of("text", "json");

    private final Terminal terminal;
    private final Speech speech;

    Explain(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String arguments() {
        return "WHAT";
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
        String what = String.join(" ", given.getArgList()).strip();
        String lang = given.getOptionValue("lang");
        String format = given.getOptionValue("format", "text");
        if (what.isEmpty()) {
            return wrong(speech.words().say("error.explain.what"));
        }
        if (!FORMATS.contains(format)) {
            return wrong(speech.unknown("error.bad-format", format, FORMATS));
        }
        Optional<Rimbalzo> opened = new Opening(terminal, speech).open(given, Limits.DEFAULT);
        if (opened.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Rimbalzo rimbalzo = opened.get();
        speech.speak(rimbalzo.spoken(lang));
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            return wrong(Complaints.language(speech.words(), lang, rimbalzo.library())
                    .message());
        }
        return tell(rimbalzo.explain(what, speech.words()), format);
    }

    private int tell(Explanation explanation, String format) {
        if (format.equals("json")) {
            terminal.out().print(ExplanationJson.indented(explanation));
        } else if (explanation.found()) {
            terminal.out().print(ExplanationPage.of(explanation, terminal.colour()));
        } else {
            terminal.err().println(speech.prefixed(Objects.requireNonNullElse(explanation.message(), "")));
        }
        return explanation.found() ? Main.ANSWERED : Main.NOT_ALL_ANSWERED;
    }

    private int wrong(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
        return Main.WRONG_USAGE;
    }
}
