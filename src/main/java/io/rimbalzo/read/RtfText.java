package io.rimbalzo.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report that Outlook kept as RTF as text: {@code {\rtf1 L\'e0 550 5.1.1\par}} becomes {@code Là 550 5.1.1}; one pass, no tree. */
final class RtfText {

    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "listtable",
            "generator");
    private static final int DEEPEST = 1_000;

    private final String rtf;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private Charset charset = Charset.forName("windows-1252");
    private int at;
    private boolean hidden;
    /** Whether marks for programs without HTML stand here: {@code \htmlrtf ... \htmlrtf0}. */
    private boolean twin;

    private int fallback = 1;
    private int skip;

    private RtfText(String rtf) {
        this.rtf = rtf;
    }

    /** @param rtf its octets as Latin-1 letters */
    static String of(String rtf) {
        RtfText text = new RtfText(rtf);
        while (text.at < rtf.length()) {
            text.step();
        }
        return text.out.toString();
    }

    private void step() {
        char c = rtf.charAt(at++);
        switch (c) {
            case '{' -> open();
            case '}' -> hidden = !groups.isEmpty() && groups.pop();
            case '\\' -> control();
            case '\r', '\n', '\0' -> {}
            default -> write(String.valueOf(c));
        }
    }

    private void open() {
        if (groups.size() < DEEPEST) {
            groups.push(hidden);
        }
    }

    private void write(String text) {
        if (skip > 0) {
            skip--;
        } else if (!hidden && !twin) {
            out.append(text);
        }
    }

    private void control() {
        char c = at < rtf.length() ? rtf.charAt(at) : ' ';
        if (c == '\'') {
            octet();
        } else if (isLetter(c)) {
            word();
        } else {
            at++;
            switch (c) {
                case '*' -> hidden = true;
                case '~' -> write(" ");
                case '_' -> write("-");
                case '\\', '{', '}' -> write(String.valueOf(c));
                default -> {}
            }
        }
    }

    /** {@code \'e0}, one letter in the charset of the document. */
    private void octet() {
        int value = -1;
        if (at + 3 <= rtf.length()) {
            int high = Character.digit(rtf.charAt(at + 1), 16);
            int low = Character.digit(rtf.charAt(at + 2), 16);
            value = high < 0 || low < 0 ? -1 : high * 16 + low;
        }
        at = Math.min(rtf.length(), at + 3);
        if (value >= 0) {
            write(new String(new byte[] {(byte) value}, charset));
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at)) && at - start < 32) {
            at++;
        }
        String name = rtf.substring(start, at);
        int digits = at;
        at += at < rtf.length() && rtf.charAt(at) == '-' ? 1 : 0;
        while (at < rtf.length() && Plain.isDigit(rtf.charAt(at)) && at - digits < 7) {
            at++;
        }
        String number = rtf.substring(digits, at);
        at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
        told(name, number.isEmpty() || number.equals("-") ? null : Integer.valueOf(number));
    }

    private void told(String name, @Nullable Integer number) {
        switch (name) {
            case "par", "line", "row", "sect", "page" -> write("\n");
            case "tab", "cell" -> write("\t");
            case "u" -> unicode(number);
            case "uc" -> fallback = number == null ? 1 : Math.max(0, Math.min(number, 8));
            case "htmlrtf" -> twin = number == null || number != 0;
            case "ansicpg" -> charset(number);
            case "lquote", "rquote" -> write("'");
            case "ldblquote", "rdblquote" -> write("\"");
            case "endash", "emdash" -> write("-");
            default -> hidden |= HIDDEN.contains(name);
        }
    }

    /** {@code \u8217?}: the letter, and as many letters for old programs as {@code \\uc} tells. */
    private void unicode(@Nullable Integer number) {
        if (number != null) {
            write(String.valueOf((char) number.intValue()));
            skip = fallback;
        }
    }

    private void charset(@Nullable Integer page) {
        String name = "windows-" + page;
        charset = page != null && page == 65001
                ? StandardCharsets.UTF_8
                : page != null && Charset.isSupported(name) ? Charset.forName(name) : charset;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
