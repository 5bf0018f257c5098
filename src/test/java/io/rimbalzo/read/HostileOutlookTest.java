package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileOutlookTest {

    private static final int TABLE_SECTORS = 0x2C;

    private static OutlookFile report() {
        return new OutlookFile("REPORT.IPM.Note.NDR")
                .text(0x0037, "Undeliverable: Offerta")
                .text(0x1000, "550 5.1.1 User unknown".repeat(400))
                .recipient("luca@example.it", 511, "<mx.example.it #5.1.1 smtp;550 5.1.1 User unknown>");
    }

    private static String problem(byte[] file) {
        Outcome outcome = Samples.READING.read(file);
        return outcome.problem() == null ? null : outcome.problem().code();
    }

    @Test
    void a_file_of_another_program_is_unreadable() {
        assertThat(problem(OutlookFile.entry().text(0x0037, "a table").bytes())).isEqualTo(Problem.UNREADABLE);
    }

    @Test
    void a_beginning_alone_is_unreadable() {
        byte[] whole = report().bytes();
        for (int length : new int[] {5, 8, 100, 511, 512, 513, 1024}) {
            assertThat(problem(Arrays.copyOf(whole, length)))
                    .as("%d octets", length)
                    .isEqualTo(Problem.UNREADABLE);
        }
    }

    @Test
    void a_file_cut_anywhere_gives_an_answer() {
        byte[] whole = report().bytes();
        for (int length = 1536; length < whole.length; length += 211) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> Samples.READING.read(cut)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_file_with_octets_changed_at_random_gives_an_answer_and_says_nothing_else() {
        byte[] whole = report().bytes();
        Random random = new Random(17);
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (int round = 0; round < 600; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i < 1 + round % 12; i++) {
                    changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt();
                }
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> assertThatCode(() -> Samples.READING.read(changed))
                                .doesNotThrowAnyException());
            }
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_table_that_speaks_of_more_than_the_file_holds_is_not_believed() {
        byte[] file = report().bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(TABLE_SECTORS, 3_000);
        assertThat(problem(file)).isEqualTo(Problem.UNREADABLE);
    }

    @Test
    void messages_in_messages_end_at_the_limit() {
        OutlookFile inner = report();
        for (int i = 0; i < 60; i++) {
            inner = new OutlookFile("IPM.Note").attach(inner);
        }
        byte[] file = inner.bytes();
        assertThatCode(() -> Samples.READING.read(file)).doesNotThrowAnyException();
        OutlookFile shallow = report();
        for (int i = 0; i < 10; i++) {
            shallow = new OutlookFile("IPM.Note").attach(shallow);
        }
        assertThat(Samples.READING.read(shallow.bytes()).report().format()).isEqualTo("dsn");
    }

    @Test
    void files_in_files_end_too() {
        byte[] inner = report().bytes();
        for (int i = 0; i < 40; i++) {
            inner = new OutlookFile("IPM.Note")
                    .attach("avviso.msg", "application/vnd.ms-outlook", inner)
                    .bytes();
        }
        byte[] file = inner;
        assertThatCode(() -> Samples.READING.read(file)).doesNotThrowAnyException();
    }

    @Test
    void rich_text_that_never_closes_is_read_in_one_pass() {
        String open = "{\\*".repeat(300_000) + "\\u".repeat(100_000) + "\\'";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(RtfText.of(open)).isEmpty());
    }
}
