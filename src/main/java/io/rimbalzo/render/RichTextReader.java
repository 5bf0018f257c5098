package io.rimbalzo.render;

import io.rimbalzo.render.RichText.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code <B>}, {@code <EM>}, {@code <BR>}, {@code <P>} and {@code <A HREF="...">}, and closes what is left open. */
final class RichTextReader {

    private static final Set<String> TAGS = Set.of("b", "em", "p", "a");
    private static final Map<String, String> REFERENCES = Map.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&apos;", "'", "&nbsp;", "\u00A0");
    private static final int LONGEST_TAG = 2_100;

    private final String source;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int bracket = -1;

    private RichTextReader(String source) {
        this.source = source;
    }

    static List<Piece> read(String source) {
        RichTextReader reader = new RichTextReader(source);
        reader.read();
        return reader.pieces;
    }

    private void read() {
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            int end = c == '<' ? tag(at) : -1;
            if (end < 0 && c == '&') {
                end = reference(at);
            }
            if (end < 0) {
                text.append(c);
                end = at + 1;
            }
            at = end;
        }
        flush();
        closeUpTo(null);
    }

    /** Where the text goes on after a known tag; -1 where there is none, and the bracket is text. */
    private int tag(int at) {
        int end = closing(at);
        if (end - at > LONGEST_TAG) {
            return -1;
        }
        String inside = source.substring(at + 1, end).strip();
        if (inside.endsWith("/")) {
            inside = inside.substring(0, inside.length() - 1).strip();
        }
        String lower = inside.toLowerCase(Locale.ROOT);
        if (lower.equals("br")) {
            flush();
            pieces.add(new Piece("br", ""));
        } else if (lower.startsWith("/") && TAGS.contains(lower.substring(1))) {
            flush();
            close(lower.substring(1));
        } else if (lower.startsWith("a ") || lower.startsWith("a\t") || lower.startsWith("a\n")) {
            return link(inside) ? end + 1 : -1;
        } else if (TAGS.contains(lower) && !lower.equals("a")) {
            flush();
            open(lower, "");
        } else {
            return -1;
        }
        return end + 1;
    }

    /** The next closing bracket, each looked for once; far away where there is none. */
    private int closing(int at) {
        if (bracket < at) {
            int next = source.indexOf('>', at);
            bracket = next < 0 ? Integer.MAX_VALUE : next;
        }
        return bracket;
    }

    private boolean link(String inside) {
        String attribute = inside.substring(1).strip();
        int equals = attribute.indexOf('=');
        if (equals < 0 || !attribute.substring(0, equals).strip().equalsIgnoreCase("href")) {
            return false;
        }
        String value = attribute.substring(equals + 1).strip();
        if (value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            int last = value.length() - 1;
            value = value.charAt(last) == value.charAt(0) ? value.substring(1, last) : "";
        }
        String safe = WebAddress.safe(value.replace("&amp;", "&"));
        if (safe == null) {
            return false;
        }
        flush();
        close("a");
        open("a", safe);
        return true;
    }

    private int reference(int at) {
        for (Map.Entry<String, String> known : REFERENCES.entrySet()) {
            if (source.startsWith(known.getKey(), at)) {
                text.append(known.getValue());
                return at + known.getKey().length();
            }
        }
        return -1;
    }

    private void open(String tag, String href) {
        if (tag.equals("p")) {
            closeUpTo(null);
        } else if (open.contains(tag)) {
            return;
        }
        open.push(tag);
        pieces.add(new Piece(tag, href));
    }

    private void close(String tag) {
        if (open.contains(tag)) {
            closeUpTo(tag);
        }
    }

    /** Closes what is open, the innermost first, down to this tag; all of it for null. */
    private void closeUpTo(String tag) {
        while (!open.isEmpty()) {
            String last = open.pop();
            pieces.add(new Piece("/" + last, ""));
            if (last.equals(tag)) {
                return;
            }
        }
    }

    /** Words of text, with the blanks at their ends that part them from formatting. */
    private void flush() {
        if (text.length() > 0) {
            String line = Clean.line(text.toString());
            String before = Character.isWhitespace(text.charAt(0)) ? " " : "";
            String after = Character.isWhitespace(text.charAt(text.length() - 1)) && !line.isEmpty() ? " " : "";
            pieces.add(new Piece("", before + line + after));
            text.setLength(0);
        }
    }
}
