package io.rimbalzo.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One command of the command line: {@code rimbalzo diagnose ...}. */
public interface Command {

    String name();

    /** What stands after the options, as the usage line shows it: {@code [FILE...|-]}; a word without dots is one argument at most. */
    String arguments();

    Options options();

    /** Does what the arguments ask for; returns the exit status, of the contract. */
    int run(CommandLine given) throws IOException;
}
