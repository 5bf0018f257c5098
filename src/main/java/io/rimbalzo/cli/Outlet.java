package io.rimbalzo.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, which remembers why it could not be written: {@code No space left on device}. */
final class Outlet extends FilterOutputStream {

    private String fault = "";

    Outlet(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            fault = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** The system's own words, empty where all went well. */
    String fault() {
        return fault;
    }
}
