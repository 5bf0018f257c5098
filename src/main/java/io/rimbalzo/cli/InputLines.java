package io.rimbalzo.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each as soon as it is there; one that is too long is cut, not lost. */
final class InputLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    /** @param limit the longest line, in bytes: of one that is longer there is one byte more */
    InputLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end; null at the end of the input. */
    byte @Nullable [] next() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        int end = end();
        if (end < to) {
            return taken(end);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(2 * BUFFER);
        do {
            end = end();
            line.write(buffer, from, Math.min(end - from, limit + 1 - line.size()));
            from = end;
        } while (end == to && fill());
        from = Math.min(from + 1, to);
        return line.toByteArray();
    }

    private byte[] taken(int end) {
        byte[] line = Arrays.copyOfRange(buffer, from, Math.min(end, from + limit + 1));
        from = end + 1;
        return line;
    }

    /** Where the line ends, or what has been read of it. */
    private int end() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}
