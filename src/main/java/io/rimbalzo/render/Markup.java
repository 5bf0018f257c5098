package io.rimbalzo.render;

import org.jspecify.annotations.Nullable;

/** HTML put together piece by piece; whatever is text or a value is escaped here and nowhere else. */
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** {@code <a href="..."> }; attributes are names and values in turn, one whose value is null is left out. */
    Markup open(String tag, @Nullable String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    Markup close(String... tags) {
        for (String tag : tags) {
            out.append("</").append(tag).append('>');
        }
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element that holds nothing but text. */
    Markup element(String tag, String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** What the program brings itself: a style sheet, a script, a doctype. */
    Markup trusted(String text) {
        out.append(text);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && !Character.isWhitespace(c) ? ' ' : c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
