package io.rimbalzo.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes what RFC 2047 encodes in header fields: {@code =?utf-8?Q?Perch=C3=A9?=} becomes {@code Perché}. */
public final class EncodedWords {

    private static final int LONGEST_CHARSET = 40;
    private static final int MOST = 1_000;

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords(String text) {
        this.text = text;
    }

    /** The text with all encoded words decoded, on one line; what is not well encoded stays as it is. */
    public static String decode(String text) {
        return text == null || !text.contains("=?") ? text : OneLine.of(new EncodedWords(text).decode());
    }

    private String decode() {
        int plainFrom = 0;
        int lastEnd = text.lastIndexOf("?=");
        int start = text.indexOf("=?");
        for (int words = 0; start >= 0 && start < lastEnd && words < MOST; words++) {
            int end = word(start, plainFrom);
            plainFrom = end < 0 ? plainFrom : end;
            start = text.indexOf("=?", end < 0 ? start + 2 : end);
        }
        flush();
        return decoded.append(text, plainFrom, text.length()).toString();
    }

    /** Reads the encoded word that begins here; where it ends, or -1 where none begins. */
    private int word(int start, int plainFrom) {
        int charsetEnd = text.indexOf('?', start + 2);
        int dataStart = charsetEnd + 3;
        if (charsetEnd < 0
                || charsetEnd - start - 2 > LONGEST_CHARSET
                || dataStart > text.length()
                || text.charAt(charsetEnd + 2) != '?') {
            return -1;
        }
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        int dataEnd = encoding == 'Q' || encoding == 'B' ? text.indexOf("?=", dataStart) : -1;
        if (dataEnd < 0) {
            return -1;
        }
        between(plainFrom, start, text.substring(start + 2, charsetEnd));
        if (encoding == 'Q') {
            quotedPrintable(dataStart, dataEnd);
        } else {
            base64(dataStart, dataEnd);
        }
        return dataEnd + 2;
    }

    /**
     * RFC 2047 section 6.2: white space between two encoded words is not shown. Bytes of neighbours in one charset are
     * decoded together, since many programs split a letter between them.
     */
    private void between(int from, int to, String nextCharset) {
        boolean neighbours = charset != null && text.substring(from, to).isBlank();
        if (neighbours && nextCharset.equalsIgnoreCase(charset)) {
            return;
        }
        flush();
        if (!neighbours) {
            decoded.append(text, from, to);
        }
        charset = nextCharset;
    }

    private void quotedPrintable(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < to ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                decoded.append(take()).append(c);
            }
        }
    }

    private void base64(int from, int to) {
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            int six = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(text.charAt(i));
            if (six >= 0) {
                held = (held << 6 | six) & 0xFFFFFF;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    bytes.write(held >> bits);
                }
            }
        }
    }

    private void flush() {
        decoded.append(take());
        charset = null;
    }

    /** What the bytes held so far say. */
    private String take() {
        byte[] word = bytes.toByteArray();
        bytes.reset();
        Charset named = word.length == 0 || charset == null ? null : charsetOf(charset);
        return named == null ? guess(word) : new String(word, named);
    }

    /** The charset, without the language of RFC 2231 ({@code utf-8*it}); null where this machine has none of that name. */
    private static @Nullable Charset charsetOf(String name) {
        String plain = name.contains("*") ? name.substring(0, name.indexOf('*')) : name;
        boolean wellNamed = !plain.isEmpty()
                && Character.isLetterOrDigit(plain.charAt(0))
                && plain.chars().allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || "-+.:_".indexOf(c) >= 0));
        return wellNamed && Charset.isSupported(plain) ? Charset.forName(plain) : null;
    }

    private static String guess(byte[] word) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(word))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(word, Charset.forName("windows-1252"));
        }
    }
}
