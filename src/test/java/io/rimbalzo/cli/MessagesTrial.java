package io.rimbalzo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the shipped words that commands may change. */
abstract class MessagesTrial {

    record Run(int status, String out, String err) {}

    @TempDir
    Path i18n;

    @BeforeAll
    static void home() {
        System.setProperty("rimbalzo.home", Path.of("").toAbsolutePath().toString());
        Locale.setDefault(Locale.ENGLISH);
    }

    @BeforeEach
    void shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("i18n"))) {
            for (Path file : files.toList()) {
                Files.copy(file, i18n.resolve(file.getFileName()));
            }
        }
    }

    Run run(String in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--i18n", i18n.toString()));
        int status = Main.run(
                all.toArray(new String[0]),
                new Terminal(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Run make(String internal, String text) {
        return run(
                "",
                "messages",
                "new",
                "--dsn-code",
                "5.7.124",
                "--internal",
                internal,
                "--language",
                "it",
                "--text",
                text,
                "--lang",
                "it");
    }
}
