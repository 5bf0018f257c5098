package io.rimbalzo.cli;

import io.rimbalzo.render.JsonSchema;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code rimbalzo schema --of submission}: the JSON Schema of a result, or of an input line. */
record Schema(Terminal terminal, Speech speech) implements Command {

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
        return Offered.speaking().choice("of", JsonSchema.NAMES).alone();
    }

    @Override
    public int run(CommandLine given) {
        Asked asked = new Asked(given, terminal, speech);
        String of = given.getOptionValue("of", JsonSchema.NAMES.get(0));
        if (!JsonSchema.NAMES.contains(of)) {
            asked.unknown("error.bad-schema", of, JsonSchema.NAMES);
        }
        if (given.hasOption("lang")) {
            asked.language();
        }
        asked.check();
        terminal.out().print(JsonSchema.of(of));
        return Main.ANSWERED;
    }
}
