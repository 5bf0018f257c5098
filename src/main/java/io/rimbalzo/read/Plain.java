package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.List;

/** Text without what web pages and mail programs leave in it: no-break spaces, zero-width marks, carriage returns. */
final class Plain {

    private Plain() {}

    /** The text with ordinary spaces and {@code \n} as its only line end; the same object where nothing changes. */
    static String text(String raw) {
        int i = 0;
        while (i < raw.length() && isOrdinary(raw.charAt(i))) {
            i++;
        }
        return i == raw.length() ? raw : cleaned(raw, i);
    }

    private static boolean isOrdinary(char c) {
        return c < 0x7f && (c >= ' ' || c == '\n' || c == '\t') || c > 0xbf && c < 0x2000;
    }

    private static String cleaned(String raw, int from) {
        StringBuilder out = new StringBuilder(raw.length()).append(raw, 0, from);
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (isSpace(c)) {
                out.append(' ');
            } else if (!isInvisible(c)) {
                out.append(c == '\u2028' || c == '\u2029' ? '\n' : c);
            }
        }
        return out.toString();
    }

    /** No-break, narrow, thin, figure and ideographic spaces, as pages and word processors leave them. */
    private static boolean isSpace(char c) {
        return c == '\u00a0' || c >= '\u2000' && c <= '\u200a' || c == '\u202f' || c == '\u205f' || c == '\u3000';
    }

    private static boolean isInvisible(char c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c == 0x7f
                || c == '\u00ad'
                || c >= '\u200b' && c <= '\u200f'
                || c == '\u2060'
                || c == '\ufeff'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }

    /** The text from its first line on, without the white space that begins all its lines; the same object where none does. */
    static String dedented(String text, int start) {
        int margin = 0;
        while (margin < start && isBlank(text.charAt(start - margin - 1))) {
            margin++;
        }
        List<String> lines = margin == 0 ? List.of() : lines(text.substring(start - margin));
        for (String line : lines) {
            int blank = 0;
            while (blank < line.length() && isBlank(line.charAt(blank))) {
                blank++;
            }
            margin = blank == line.length() || line.charAt(blank) == '\r' ? margin : Math.min(margin, blank);
        }
        if (margin == 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (String line : lines) {
            out.append(line, Math.min(margin, line.length()), line.length()).append('\n');
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The text without the {@code >} before each line, where someone quotes a report. */
    static String unquoted(String text) {
        int quoted = text.startsWith(">") ? 1 : 0;
        for (int at = text.indexOf("\n>"); at >= 0 && quoted < 3; at = text.indexOf("\n>", at + 1)) {
            quoted++;
        }
        return quoted < 3 ? text : withoutMarks(text);
    }

    private static String withoutMarks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : lines(text)) {
            int start = 0;
            while (start < line.length() && line.charAt(start) == '>' && !line.startsWith(">>>", start)) {
                start += line.startsWith("> ", start) ? 2 : 1;
            }
            out.append(line, start, line.length()).append('\n');
        }
        return out.toString();
    }

    /** The lines, without their ends; trailing white space stays. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** The letter as matching sees it: lower case, typographic quotes and hyphens as ASCII ones. */
    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\t' || c == '\n' ? ' ' : c;
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 0x7f && Character.isLetter(c);
    }
}
