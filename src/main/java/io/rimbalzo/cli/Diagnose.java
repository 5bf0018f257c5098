package io.rimbalzo.cli;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo diagnose avviso.eml}: reads bounces and says what happened, who must act and what to do. */
record Diagnose(Terminal terminal, Speech speech) implements Command {

    private static final List<String> FORMATS = List.of("text", "markdown", "html", "json", "ndjson", Shaping.REPLY);
    private static final List<String> INPUTS = List.of("auto", "ndjson");
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_LIMIT = 2_000;
    private static final String DEFAULT_LIMIT = "25";

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public String arguments() {
        return "[FILE...|-]";
    }

    @Override
    public Options options() {
        return Offered.speaking()
                .format(FORMATS)
                .choice("input", INPUTS)
                .value("context", "key=value")
                .value("limit", "MB")
                .value("reader", "WHO")
                .flags("mask")
                .value("unexplained", "FILE")
                .onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        String megabytes = given.getOptionValue("limit", DEFAULT_LIMIT);
        int limit = megabytes(megabytes) * MEGABYTE;
        if (limit == 0) {
            asked.wrong("error.bad-limit", Map.of("found", megabytes));
            asked.check();
        }
        Rimbalzo rimbalzo = asked.knowledge(Limits.DEFAULT.ofBytes(limit));
        String format = asked.format(FORMATS);
        boolean lines = asked.choice("input", INPUTS).equals("ndjson");
        Map<String, String> context = asked.context(rimbalzo);
        List<String> inputs = asked.inputs();
        Shaping shaping = Shaping.of(given, rimbalzo, speech, asked);
        asked.check();
        Output plain = format.equals(Shaping.REPLY)
                ? shaping.replies(terminal)
                : Output.of(format, inputs.size() > 1, terminal);
        try (Output output = shaping.before(plain, rimbalzo)) {
            Tally tally = new Tally(rimbalzo, output, terminal, speech, limit);
            for (int i = 0; i < inputs.size() && !tally.ended(); i++) {
                Input input = new Input(inputs.get(i), terminal, speech);
                if (lines) {
                    tally.lines(input, context, asked.lang());
                } else {
                    tally.file(input, context, asked.lang());
                }
            }
            return tally.status();
        }
    }

    /** The limit in MB, or 0 where it is none; an array can hold little more than 2,000 MB. */
    private static int megabytes(String limit) {
        int number = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        return number <= LARGEST_LIMIT ? number : 0;
    }
}
