package io.rimbalzo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Where something is read: a file by its name, or {@code -}, which is standard input. */
record Input(String name, Terminal terminal, Speech speech) {

    static final String STANDARD_INPUT = "-";

    /** @throws IOException also where no file can have that name */
    InputStream open() throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            if (Boolean.getBoolean("rimbalzo.keyboard")) {
                // nothing would show that the program waits
                terminal.err().println(speech.words().say("input.paste"));
            }
            return terminal.in();
        }
        if (name.isEmpty()) {
            throw new NoSuchFileException(name);
        }
        try {
            return Files.newInputStream(Path.of(name));
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }

    /** Why it could not be read: {@code There is no file bounce.eml}. */
    String complaint(IOException why) {
        if (name.isEmpty()) {
            return speech.words().say("error.empty-name");
        }
        String what = why instanceof NoSuchFileException
                ? looksLikeCode() ? "missing-file.code" : "missing-file"
                : isFolder() ? "folder" : "unreadable-file";
        return speech.words().say("error." + what, Map.of("file", name));
    }

    /** {@code 5.7.124}, {@code 550}: who asks about a code wants another command. */
    private boolean looksLikeCode() {
        return name.length() <= 10 && Character.isDigit(name.charAt(0)) && name.matches("[0-9.x]++");
    }

    private boolean isFolder() {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
