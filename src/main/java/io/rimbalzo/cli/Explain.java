package io.rimbalzo.cli;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.ExplanationJson;
import io.rimbalzo.render.ExplanationPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo explain 5.7.124}: tells what is known of a code, a diagnosis or a server's words, without a message. */
record Explain(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String arguments() {
        return "WHAT...";
    }

    @Override
    public Options options() {
        return Offered.speaking().format(FORMATS).onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        String what = String.join(" ", given.getArgList()).strip();
        if (what.isEmpty()) {
            asked.wrong("error.explain.what", Map.of());
        }
        String format = asked.format(FORMATS);
        asked.check();
        Rimbalzo rimbalzo = asked.knowledge(Limits.DEFAULT);
        asked.check();
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
}
