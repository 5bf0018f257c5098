package io.rimbalzo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command line, run in this process: {@code Trial.reading("550 5.1.1").run("diagnose", "--lang", "it")}.
 *
 * @param input    what stands on standard input
 * @param home     where the launcher would stand
 * @param language as the launcher hands it on from LANG, or empty: then the system speaks English
 * @param more     what follows every command's own arguments
 */
record Trial(byte[] input, Path home, String language, List<String> more) {

    static final Path PROJECT = Path.of("").toAbsolutePath();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a command gave. */
    record Run(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        JsonNode json() {
            return json(out);
        }

        static JsonNode json(String text) {
            return JSON.readTree(text);
        }
    }

    /** With nothing to read. */
    static Trial silent() {
        return reading("");
    }

    static Trial reading(String input) {
        return reading(input.getBytes(StandardCharsets.UTF_8));
    }

    static Trial reading(byte[] input) {
        return new Trial(input, PROJECT, "", List.of());
    }

    Trial at(Path other) {
        return new Trial(input, other, language, more);
    }

    Trial speaking(String other) {
        return new Trial(input, home, other, more);
    }

    Trial with(String... options) {
        return new Trial(input, home, language, List.of(options));
    }

    Run run(String... arguments) {
        System.setProperty("rimbalzo.home", home.toString());
        System.setProperty("rimbalzo.language", language);
        Locale.setDefault(Locale.ENGLISH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = Main.run(Stream.concat(Stream.of(arguments), more.stream()).toArray(String[]::new), terminal);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
