package io.rimbalzo.serve;

import io.rimbalzo.cli.Command;
import io.rimbalzo.cli.MoreCommands;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.cli.Terminal;
import java.util.List;

/** The commands of programs that run for long: {@code serve}. */
public final class Serving implements MoreCommands {

    @Override
    public List<Command> commands(Terminal terminal, Speech speech) {
        return List.of(new Serve(terminal, speech));
    }
}
