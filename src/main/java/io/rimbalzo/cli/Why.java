package io.rimbalzo.cli;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.WhyJson;
import io.rimbalzo.render.WhyText;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo why avviso.eml}: tells how an answer came about. */
record Why(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "json");
    private static final int LIMIT = 25 << 20;

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String arguments() {
        return "[FILE|-]";
    }

    @Override
    public Options options() {
        return Offered.speaking()
                .format(FORMATS)
                .value("context", "key=value")
                .flags("all")
                .onFolders();
    }

    @Override
    public int run(CommandLine given) {
        Asked asked = new Asked(given, terminal, speech);
        Rimbalzo rimbalzo = asked.knowledge(Limits.DEFAULT.ofBytes(LIMIT));
        String format = asked.format(FORMATS);
        Map<String, String> context = asked.context(rimbalzo);
        List<String> inputs = asked.inputs();
        asked.check();
        try (Output output = new Account(terminal, format, given.hasOption("all"))) {
            Tally tally = new Tally(rimbalzo, output, terminal, speech, LIMIT);
            tally.file(new Input(inputs.get(0), terminal, speech), context, asked.lang());
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
