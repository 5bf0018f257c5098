package io.rimbalzo.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a file's first bytes tell of its letters and lines: UTF-16 as Windows saves it, lines that end with CR alone, or with CR twice. */
final class Wide {

    private static final int PEEK = 4_000;

    private Wide() {}

    /** UTF-16, by its mark or by the zeros between Latin letters; null for everything else. */
    static @Nullable Charset charset(byte[] input) {
        if (input.length > 1 && (input[0] & 0xff) == 0xff && (input[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (input.length > 1 && (input[0] & 0xff) == 0xfe && (input[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        int length = Math.min(input.length, PEEK) & ~1;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += input[i] == 0 ? 1 : 0;
        }
        boolean little = length > 7 && 20 * zeros[1] > 9 * length && 50 * zeros[0] < length;
        boolean big = length > 7 && 20 * zeros[0] > 9 * length && 50 * zeros[1] < length;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    /** The bytes with CR LF at the ends of lines where a transfer as text has made CR CR LF of it. */
    static byte[] oneReturn(byte[] input) {
        int end = 0;
        while (end < input.length && end < PEEK && input[end] != '\n') {
            end++;
        }
        if (end == input.length || end == PEEK || end < 2 || input[end - 1] != '\r' || input[end - 2] != '\r') {
            return input;
        }
        byte[] copy = new byte[input.length];
        int n = 0;
        for (int i = 0; i < input.length; i++) {
            if (input[i] != '\r' || i + 1 == input.length || input[i + 1] != '\r') {
                copy[n++] = input[i];
            }
        }
        return Arrays.copyOf(copy, n);
    }

    /** The bytes from there on, where CR alone ends the lines with LF in its place. */
    static byte[] unixLines(byte[] input, int from) {
        int length = Math.min(input.length, from + PEEK);
        boolean cr = false;
        for (int i = from; i < length; i++) {
            cr |= input[i] == '\r';
            if (input[i] == '\n') {
                return from == 0 ? input : Arrays.copyOfRange(input, from, input.length);
            }
        }
        byte[] copy = Arrays.copyOfRange(input, from, input.length);
        for (int i = 0; cr && i < copy.length; i++) {
            copy[i] = copy[i] == '\r' ? (byte) '\n' : copy[i];
        }
        return copy;
    }
}
