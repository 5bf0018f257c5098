package io.rimbalzo.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads and writes; {@code colour} only where a person watches. */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {}
