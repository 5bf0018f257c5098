package io.rimbalzo.cli;

import io.rimbalzo.cli.Trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the shipped words that commands may change. */
abstract class MessagesTrial {

    @TempDir
    Path i18n;

    @BeforeEach
    void shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("i18n"))) {
            for (Path file : files.toList()) {
                Files.copy(file, i18n.resolve(file.getFileName()));
            }
        }
    }

    Run run(String in, String... arguments) {
        return Trial.reading(in).with("--i18n", i18n.toString()).run(arguments);
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
