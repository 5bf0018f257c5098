package io.rimbalzo.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to text: {@code quoted-printable} and {@code base64}, then the character set, forgiving both.
 *
 * @param encoding of the transfer, in lower case, or null
 * @param charset  as declared, or null
 */
record Decoding(
        byte[] bytes, @Nullable String encoding, @Nullable String charset) {

    private static final Charset JAPANESE = charset("iso-2022-jp").orElse(StandardCharsets.ISO_8859_1);
    private static final Charset WINDOWS = charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);

    String text() {
        return characters(unixLines(plain()), charset);
    }

    /** The bytes as they were before their transfer. */
    byte[] plain() {
        return encoding == null
                ? bytes
                : switch (encoding) {
                    case "quoted-printable" -> quotedPrintable(bytes);
                    case "base64" -> base64(bytes);
                    default -> bytes;
                };
    }

    /** Bytes with LF as their only line end, which is cheaper here than once they are letters. */
    private static byte[] unixLines(byte[] in) {
        int n = 0;
        while (n < in.length && in[n] != '\r') {
            n++;
        }
        if (n == in.length) {
            return in;
        }
        byte[] out = Arrays.copyOf(in, in.length);
        for (int i = n; i < in.length; i++) {
            if (in[i] != '\r') {
                out[n++] = in[i];
            } else if (i + 1 == in.length || in[i + 1] != '\n') {
                out[n++] = '\n';
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** The characters of bytes whose set may be declared, undeclared or declared wrongly. */
    static String characters(byte[] bytes, @Nullable String declared) {
        if (isAscii(bytes) && !isStateful(declared)) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.contains("\u001b$") ? new String(bytes, JAPANESE) : text;
        }
        Charset charset = declared == null ? null : charset(declared).orElse(null);
        boolean single = charset == null
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(WINDOWS)
                // of seven bits, so it cannot be
                || charset.name().startsWith("ISO-2022") && !isAscii(bytes);
        // Whoever handed a whole mail in as a text made UTF-8 of all its letters, whatever it declares.
        String utf8 = single ? strictUtf8(bytes) : null;
        if (utf8 != null) {
            return utf8;
        }
        boolean western = charset == null || single;
        return new String(bytes, western ? WINDOWS : charset);
    }

    private static boolean isStateful(@Nullable String charset) {
        return charset != null
                && (charset.toLowerCase(Locale.ROOT).startsWith("iso-2022")
                        || charset.toLowerCase(Locale.ROOT).startsWith("utf-"));
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text, or null where the bytes are no UTF-8. */
    static @Nullable String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** RFC 2045 section 6.7; a sign that is no code stays as it is. */
    static byte[] quotedPrintable(byte[] in) {
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '=') {
                out[n++] = in[i];
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            int end = low >= 0 ? -1 : softBreak(in, i + 1);
            if (low >= 0) {
                out[n++] = (byte) (high * 16 + low);
                i += 2;
            } else if (end > 0) {
                i = end - 1;
            } else {
                out[n++] = '=';
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Where the line after a soft line break begins, or -1. */
    private static int softBreak(byte[] in, int from) {
        int i = from;
        while (i < in.length && i - from < 80 && (in[i] == ' ' || in[i] == '\t')) {
            i++;
        }
        if (i >= in.length || in[i] == '\n') {
            return i + 1;
        }
        return in[i] != '\r' ? -1 : i + 1 < in.length && in[i + 1] == '\n' ? i + 2 : i + 1;
    }

    private static byte[] base64(byte[] in) {
        byte[] clean = new byte[in.length + 4];
        int n = 0;
        for (byte b : in) {
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/') {
                clean[n++] = b;
            }
        }
        int whole = n % 4 == 1 ? n - 1 : n;
        return Base64.getDecoder().decode(Arrays.copyOf(clean, whole));
    }
}
