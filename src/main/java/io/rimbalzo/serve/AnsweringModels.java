package io.rimbalzo.serve;

import io.rimbalzo.cli.Command;
import io.rimbalzo.cli.MoreCommands;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.cli.Terminal;
import java.util.List;

/** The command that language models ask: {@code mcp}. */
public final class AnsweringModels implements MoreCommands {

    @Override
    public List<Command> commands(Terminal terminal, Speech speech) {
        return List.of(new Mcp(terminal, speech));
    }
}
