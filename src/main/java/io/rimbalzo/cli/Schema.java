package io.rimbalzo.cli;

import io.rimbalzo.render.JsonSchema;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo schema --of submission}: the JSON Schema of a result, or of an input line. */
final class Schema implements Command {

    private final Terminal terminal;
    private final Speech speech;

    Schema(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder()
                .longOpt("of")
                .hasArg()
                .argName(String.join("|", JsonSchema.NAMES))
                .get());
        options.addOption(
                Option.builder().longOpt("lang").hasArg().argName("it|en").get());
        return options;
    }

    @Override
    public int run(CommandLine given) {
        String of = given.getOptionValue("of", JsonSchema.NAMES.get(0));
        if (!JsonSchema.NAMES.contains(of)) {
            terminal.err().println(speech.prefixed(speech.unknown("error.bad-schema", of, JsonSchema.NAMES)));
            return Main.WRONG_USAGE;
        }
        terminal.out().print(JsonSchema.of(of));
        return Main.ANSWERED;
    }
}
