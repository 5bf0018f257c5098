package io.rimbalzo.message;

import io.rimbalzo.message.RichText.Break;
import io.rimbalzo.message.RichText.Close;
import io.rimbalzo.message.RichText.Open;
import io.rimbalzo.message.RichText.Piece;
import io.rimbalzo.message.RichText.Words;
import io.rimbalzo.report.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text of New-SystemMessage: "B, EM, BR, P, A HREF" and the escapes of less, greater, quote and ampersand, no more, at
 * most 512 characters with the tags. What is not allowed is a flaw, and is words.
 */
final class TagReader {

    static final int LONGEST = 512;
    static final List<String> TAGS = List.of("B", "EM", "BR", "P", "A");
    private static final Map<String, String> ESCAPES = Map.of("lt", "<", "gt", ">", "quot", "\"", "amp", "&");
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

    /** Longer ones are words with a stray sign. */
    private static final int LONGEST_TAG = 400;

    private static final int LONGEST_ESCAPE = 12;
    private static final int DEEPEST = 16;

    private final String text;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final Deque<OpenAt> open = new ArrayDeque<>();

    private record OpenAt(String tag, int at) {}

    TagReader(String text) {
        this.text = text;
    }

    RichText read() {
        flaws.clear();
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '<') {
                i = tag(i);
            } else if (c == '&') {
                i = escape(i);
            } else {
                plain(c, i++);
            }
        }
        while (!open.isEmpty()) {
            OpenAt left = open.pop();
            flaw("unclosed", left.at(), "tag", left.tag());
            flush();
            pieces.add(new Close(left.tag()));
        }
        flush();
        return new RichText(pieces);
    }

    List<Flaw> flaws() {
        read();
        if (text.isBlank()) {
            flaw("empty", 0);
        }
        if (text.length() > LONGEST) {
            flaw("too-long", LONGEST, "length", text.length(), "limit", LONGEST);
        }
        flaws.sort(java.util.Comparator.comparingInt(Flaw::at));
        return List.copyOf(flaws);
    }

    private void flaw(String key, int offset, Object... values) {
        flaws.add(Flaw.of(key, offset + 1, values));
    }

    private void flush() {
        if (words.length() > 0) {
            pieces.add(new Words(words.toString()));
            words.setLength(0);
        }
    }

    private void plain(char c, int at) {
        if (c == '>' || c == '"') {
            flaw("bare", at, "found", String.valueOf(c), "escape", c == '>' ? "&gt;" : "&quot;");
        } else if (Character.isISOControl(c)) {
            flaw("control", at, "found", String.format(Locale.ROOT, "U+%04X", (int) c));
        }
        words.append(Character.isISOControl(c) ? ' ' : c);
    }

    /** One of the four escapes; whatever else begins with {@code &} is words. */
    private int escape(int at) {
        int end =
                text.substring(at, Math.min(text.length(), at + LONGEST_ESCAPE)).indexOf(';') + at;
        String name = end <= at ? "" : text.substring(at + 1, end);
        String meant = ESCAPES.get(name.toLowerCase(Locale.ROOT));
        if (meant != null) {
            words.append(meant);
            return end + 1;
        }
        boolean named = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '#');
        flaw(named ? "escape" : "bare", at, "found", named ? "&" + name + ";" : "&", "escape", "&amp;");
        words.append('&');
        return at + 1;
    }

    private int tag(int at) {
        int end = end(at);
        if (end < 0) {
            flaw("bare", at, "found", "<", "escape", "&lt;");
            words.append('<');
            return at + 1;
        }
        String inside = text.substring(at + 1, end).strip();
        boolean closing = inside.startsWith("/");
        String body = closing ? inside.substring(1).strip() : inside;
        int blank = 0;
        while (blank < body.length() && Character.isLetterOrDigit(body.charAt(blank))) {
            blank++;
        }
        String name = body.substring(0, blank).toUpperCase(Locale.ROOT);
        String rest = body.substring(blank).strip();
        boolean kept =
                !TAGS.contains(name) ? unknown(name, at) : closing ? close(name, rest, at) : begin(name, rest, at);
        if (!kept) {
            words.append(text, at, end + 1);
        }
        return end + 1;
    }

    /** Where the tag ends; -1 for a sign that begins none. */
    private int end(int at) {
        for (int i = at + 1; i < text.length() && i - at <= LONGEST_TAG && text.charAt(i) != '<'; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    private boolean unknown(String name, int at) {
        if (name.isEmpty()) {
            flaw("bare", at, "found", "<", "escape", "&lt;");
        } else {
            flaw(
                    "unknown-tag",
                    at,
                    "tag",
                    name,
                    "known",
                    TAGS,
                    "nearest",
                    Spelling.nearest(name, TAGS).orElse(""));
        }
        return false;
    }

    private boolean begin(String name, String rest, int at) {
        if (name.equals("BR")) {
            return !attributes(name, rest.equals("/") ? "" : rest, at) && add(new Break());
        }
        String href = null;
        if (name.equals("A")) {
            href = href(rest, at);
            if (href == null || inside("A")) {
                if (href != null) {
                    flaw("nested-link", at);
                }
                return false;
            }
        } else if (attributes(name, rest, at)) {
            return false;
        }
        if (open.size() == DEEPEST) {
            flaw("too-deep", at, "limit", DEEPEST);
            return false;
        }
        open.push(new OpenAt(name, at));
        return add(new Open(name, href));
    }

    private boolean inside(String tag) {
        return open.stream().anyMatch(o -> o.tag().equals(tag));
    }

    private boolean add(Piece piece) {
        flush();
        pieces.add(piece);
        return true;
    }

    private boolean attributes(String name, String rest, int at) {
        if (!rest.isEmpty()) {
            flaw("attribute", at, "tag", name, "found", rest);
        }
        return !rest.isEmpty();
    }

    private boolean close(String name, String rest, int at) {
        if (attributes("/" + name, rest, at)) {
            return false;
        }
        if (open.isEmpty() || !open.peek().tag().equals(name)) {
            boolean crossed = inside(name);
            flaw(
                    crossed ? "crossed" : "unopened",
                    at,
                    "tag",
                    name,
                    "open",
                    crossed ? open.peek().tag() : "");
            return false;
        }
        open.pop();
        return add(new Close(name));
    }

    /** The address in {@code HREF="https://..."}, which is all that A may have; null, and a flaw, where it is another. */
    private @Nullable String href(String rest, int at) {
        int equals = rest.indexOf('=');
        String value = equals < 0 ? "" : rest.substring(equals + 1).strip();
        boolean named = equals > 0 && rest.substring(0, equals).strip().equalsIgnoreCase("href");
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.indexOf('"', 1) == value.length() - 1;
        if (!named || !quoted) {
            flaw("href", at, "found", rest);
            return null;
        }
        String url = value.substring(1, value.length() - 1).strip().replace("&amp;", "&");
        boolean safe = SCHEMES.stream()
                        .anyMatch(scheme -> url.regionMatches(true, 0, scheme, 0, scheme.length())
                                && url.length() > scheme.length())
                && url.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 127 || c == '{' || c == '}');
        if (!safe) {
            flaw("scheme", at, "found", url, "known", SCHEMES);
            return null;
        }
        return url;
    }
}
