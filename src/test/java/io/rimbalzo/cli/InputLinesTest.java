package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputLinesTest {

    private static List<String> lines(InputStream in, int limit) throws IOException {
        List<String> lines = new ArrayList<>();
        InputLines source = new InputLines(in, limit);
        for (byte[] line = source.next(); line != null; line = source.next()) {
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** Gives a few bytes at a time, as a slow pipe does. */
    private static InputStream slow(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, most));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void lines_are_the_same_however_they_come(int most) throws IOException {
        assertThat(lines(slow("uno\n\nperché\nlast", most), 100)).containsExactly("uno", "", "perché", "last");
        assertThat(lines(slow("uno\n", most), 100)).containsExactly("uno");
        assertThat(lines(slow("\n", most), 100)).containsExactly("");
        assertThat(lines(slow("", most), 100)).isEmpty();
    }

    @Test
    void a_line_longer_than_what_is_read_at_once_is_whole() throws IOException {
        String twice = "a".repeat(65_536);
        String often = "b".repeat(300_001);
        assertThat(lines(slow(twice + "\n" + often + "\nc\n", 100_000), 1_000_000))
                .containsExactly(twice, often, "c");
    }

    @Test
    void one_that_is_too_long_is_cut_after_one_byte_more_and_the_next_is_whole() throws IOException {
        assertThat(lines(slow("12345\n123456789\n12\n", 100_000), 5)).containsExactly("12345", "123456", "12");
        assertThat(lines(slow("x".repeat(500_000) + "\ny", 100_000), 5)).containsExactly("xxxxxx", "y");
    }

    @Test
    @Timeout(60)
    void a_line_is_there_before_the_next_one_comes() throws IOException {
        PipedOutputStream out = new PipedOutputStream();
        InputLines lines = new InputLines(new PipedInputStream(out), 100);
        out.write("first\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.next()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }
}
