package io.rimbalzo.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report's HTML as text: {@code <p>Anna &amp; Luca</p>} becomes {@code Anna & Luca}; one pass, no tree. */
@SuppressWarnings("EscapedEntity") // the entity is what is meant
final class HtmlText {

    private static final Set<String> BREAKS = Set.of(
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "pre",
            "blockquote",
            "section",
            "title");
    private static final Set<String> INLINE =
            Set.of("html", "body", "span", "b", "i", "font", "strong", "em", "a", "td", "meta");
    private static final Set<String> HIDDEN = Set.of("style", "script", "head");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("rsquo", "\u2019"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("bull", "\u2022"),
            Map.entry("agrave", "\u00e0"),
            Map.entry("egrave", "\u00e8"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("igrave", "\u00ec"),
            Map.entry("ograve", "\u00f2"),
            Map.entry("ugrave", "\u00f9"),
            Map.entry("Egrave", "\u00c8"),
            Map.entry("Agrave", "\u00c0"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("szlig", "\u00df"),
            Map.entry("ecirc", "\u00ea"),
            Map.entry("ccedil", "\u00e7"),
            Map.entry("ntilde", "\u00f1"),
            Map.entry("oacute", "\u00f3"),
            Map.entry("aacute", "\u00e1"),
            Map.entry("iacute", "\u00ed"),
            Map.entry("uacute", "\u00fa"),
            Map.entry("shy", ""),
            Map.entry("zwnj", ""));

    private final String html;
    private final StringBuilder out;
    private int at;
    private boolean verbatim;
    private boolean headSeen;

    private HtmlText(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() / 2);
    }

    /** Whether a text is a page's source: it begins with a tag. */
    static boolean isSource(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '<') {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && end - at < 12 && Plain.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        boolean tag = end < text.length() && " >/\n".indexOf(text.charAt(end)) >= 0;
        return text.startsWith("<!", at)
                || tag && (BREAKS.contains(name) || HIDDEN.contains(name) || INLINE.contains(name));
    }

    static String of(String html) {
        HtmlText text = new HtmlText(html);
        while (text.at < html.length()) {
            text.step();
        }
        return text.out.toString();
    }

    private void step() {
        char c = html.charAt(at);
        if (c == '<' && at + 1 < html.length() && isTagStart(html.charAt(at + 1))) {
            tag();
        } else if (c == '&') {
            entity();
        } else {
            character(c);
            at++;
        }
    }

    private static boolean isTagStart(char c) {
        return Plain.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private void character(char c) {
        if (c > ' ' || verbatim) {
            out.append(c);
        } else if (out.length() > 0 && " \n\t".indexOf(out.charAt(out.length() - 1)) < 0) {
            out.append(' ');
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        int end = html.indexOf('>', at);
        boolean closing = html.charAt(at + 1) == '/';
        int start = closing ? at + 2 : at + 1;
        int stop = start;
        while (stop < html.length() && stop - start < 12 && Plain.isLetterOrDigit(html.charAt(stop))) {
            stop++;
        }
        String name = html.substring(start, stop).toLowerCase(Locale.ROOT);
        at = end < 0 ? html.length() : end + 1;
        if (HIDDEN.contains(name) && !closing && !(headSeen && name.equals("head"))) {
            headSeen |= name.equals("head");
            at = afterClosing(name);
        } else {
            layout(name, closing);
        }
    }

    private void layout(String name, boolean closing) {
        if (name.equals("pre")) {
            verbatim = !closing;
        }
        if (name.equals("td") || name.equals("th")) {
            out.append(closing ? "\t" : "");
        } else if (BREAKS.contains(name)) {
            out.append('\n');
        }
    }

    private int afterClosing(String name) {
        for (int close = html.indexOf("</", at); close >= 0; close = html.indexOf("</", close + 2)) {
            if (html.regionMatches(true, close + 2, name, 0, name.length())) {
                int end = html.indexOf('>', close);
                return end < 0 ? html.length() : end + 1;
            }
        }
        return name.equals("head") ? at : html.length();
    }

    private void entity() {
        int end = at + 1;
        while (end < html.length()
                && end - at < 12
                && (html.charAt(end) == '#' || Plain.isLetterOrDigit(html.charAt(end)))) {
            end++;
        }
        String name = end < html.length() && html.charAt(end) == ';' ? html.substring(at + 1, end) : null;
        String text = name == null ? null : name.startsWith("#") ? numbered(name) : ENTITIES.get(name);
        if (text == null) {
            out.append('&');
            at++;
        } else {
            out.append(text);
            at = end + 1;
        }
    }

    private static @Nullable String numbered(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
