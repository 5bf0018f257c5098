package io.rimbalzo.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.message.Identity.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageStoreTest {

    @TempDir
    Path folder;

    private static SystemMessage message(String identity, String text, boolean original) {
        return new SystemMessage(Identity.parse(identity).identity(), text, original, null, 0);
    }

    private String file(String language) throws IOException {
        return Files.readString(folder.resolve("system-messages_" + language + ".properties"));
    }

    @Test
    void a_change_touches_its_own_lines_only() throws IOException {
        Files.writeString(folder.resolve("system-messages_it.properties"), """
                # Testi dell’assistenza

                Internal\\5.7.124 = Chiamare \\
                    il 4500.
                # quota
                WarningMailbox   = Quasi piena.
                """);
        MessageStore store = new MessageStore(folder);
        assertThat(store.read().all())
                .extracting(SystemMessage::text)
                .containsExactly("Chiamare il 4500.", "Quasi piena.");

        store.put(message("it/internal/5.7.124", "Chiamare il 4600.", false));
        store.put(message("It\\External\\5.1.1", "Scrivere di nuovo.", false));
        store.put(message("It\\WarningMailbox", "Quasi piena.", true));
        assertThat(file("it")).isEqualTo("""
                # Testi dell’assistenza

                Internal\\5.7.124 = Chiamare il 4600.
                # quota
                WarningMailbox   = Quasi piena.
                WarningMailbox.original = yes
                External\\5.1.1 = Scrivere di nuovo.
                """);
        store.put(message("It\\WarningMailbox", "Quasi piena.", false));
        store.remove(Identity.parse("It\\Internal\\5.7.124").identity());
        assertThat(file("it")).isEqualTo("""
                # Testi dell’assistenza

                # quota
                WarningMailbox   = Quasi piena.
                External\\5.1.1 = Scrivere di nuovo.
                """);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("system-messages_it.properties", ".system-messages.lock");
        }
    }

    @Test
    void writers_at_once_lose_nothing() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String identity = "It\\Internal\\5.7." + (900 + i);
            MessageStore own = new MessageStore(folder);
            writers.add(() -> {
                own.put(message(identity, "Testo di " + identity, false));
                return null;
            });
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(new MessageStore(folder).read().all()).hasSize(60);
        assertThat(new MessageStore(folder).read().complaints()).isEmpty();
    }

    @Test
    void edits_by_hand_are_read_and_their_mistakes_told_with_their_line() throws IOException {
        Files.writeString(folder.resolve("system-messages_it.properties"), """
                internal/5.7.124 = Va bene anche così.
                Internal\\5.7.124 = Due volte.
                Internal\\2.0.0 = Non è un errore.
                che riga è questa
                External\\5.1.1 = <I>No</I>
                Internal\\5.9.9.original = yes
                """);
        Files.writeString(folder.resolve("system-messages_xx.properties"), "Internal\\5.7.124 = X\n");
        SystemMessages read = new MessageStore(folder).read();
        assertThat(read.complaints())
                .extracting(c -> c.file() + ":" + c.line() + " " + c.flaw().key())
                .containsExactlyInAnyOrder(
                        "i18n/system-messages_it.properties:2 message.flaw.twice",
                        "i18n/system-messages_it.properties:3 message.flaw.code-class",
                        "i18n/system-messages_it.properties:4 message.flaw.line",
                        "i18n/system-messages_it.properties:5 message.flaw.unknown-tag",
                        "i18n/system-messages_it.properties:5 message.flaw.unknown-tag",
                        "i18n/system-messages_it.properties:6 message.flaw.original-alone",
                        "i18n/system-messages_xx.properties:1 message.flaw.language");
        assertThat(read.get(Identity.parse("It\\Internal\\5.7.124").identity())
                        .orElseThrow()
                        .text())
                .isEqualTo("Va bene anche così.");
    }

    @Test
    void the_text_is_chosen_by_exact_language_then_its_parent_and_by_diagnosis_before_code() throws IOException {
        MessageStore store = new MessageStore(folder);
        store.put(message("It\\Internal\\5.7.124", "codice", false));
        store.put(message("It\\Internal\\access.group-sender-not-allowed", "diagnosi", false));
        store.put(message("It\\External\\5.7.124", "esterno", false));
        store.put(message("Pt\\Internal\\5.7.124", "pt", false));
        store.put(message("Pt-PT\\Internal\\5.7.124", "pt-PT", true));
        SystemMessages read = store.read();
        assertThat(read.choose("it", Audience.INTERNAL, "access.group-sender-not-allowed", "5.7.124")
                        .orElseThrow()
                        .text())
                .isEqualTo("diagnosi");
        assertThat(read.choose("it-CH", Audience.INTERNAL, "access.denied", "5.7.124")
                        .orElseThrow()
                        .text())
                .isEqualTo("codice");
        assertThat(read.choose("it", Audience.EXTERNAL, "access.group-sender-not-allowed", "5.7.124")
                        .orElseThrow()
                        .text())
                .isEqualTo("esterno");
        assertThat(read.choose("en", Audience.INTERNAL, "access.denied", "5.7.124"))
                .as("never another language's text")
                .isEmpty();
        assertThat(read.choose("pt-PT", Audience.INTERNAL, "access.denied", "5.7.124"))
                .as("switched back to the original")
                .isEmpty();
        assertThat(read.choose("it", Audience.INTERNAL, "access.denied", null)).isEmpty();
    }
}
