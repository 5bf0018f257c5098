package io.rimbalzo.cli;

import java.util.List;

/** Commands that the command line does not know itself: {@code serve}; found by {@link java.util.ServiceLoader}, when asked for. */
public interface MoreCommands {

    /**
     * The commands, new.
     *
     * @param terminal where they read and write
     * @param speech   how they speak
     */
    List<Command> commands(Terminal terminal, Speech speech);
}
