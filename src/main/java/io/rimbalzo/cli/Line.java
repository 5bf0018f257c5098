package io.rimbalzo.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes; one that is too long is cut, not lost. */
final class Line {

    private Line() {}

    /** The next line without its end, at most limit + 1 bytes of it; null at the end of the input. */
    static byte @Nullable [] next(InputStream in, int limit) throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() <= limit) {
                line.write(c);
            }
        }
        return line.toByteArray();
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
