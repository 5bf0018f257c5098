package io.rimbalzo.render;

import java.util.List;

/**
 * Text with the little formatting that an organization's own texts may have, safe by construction: {@code Write to
 * <a href="mailto:help@example.it">us</a>.} Only B, EM, BR, P and A HREF survive; every other character is text.
 */
public final class RichText {

    /** One piece; {@code what} is a tag in lower case, {@code /} and a tag, or empty for text. */
    record Piece(String what, String text) {}

    private final List<Piece> pieces;

    RichText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Words without formatting; whatever looks like a tag is text. */
    public static RichText plain(String text) {
        return new RichText(List.of(new Piece("", Clean.line(text))));
    }

    /** A text whose allowed tags are formatting. What it holds of a message must not be in it yet. */
    public static RichText formatted(String text) {
        return new RichText(RichTextReader.read(text));
    }

    /** Balanced HTML for the inside of a block. */
    public String html() {
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece.what()) {
                case "" -> escape(piece.text(), html);
                case "a" -> {
                    html.append("<a href=\"");
                    escape(piece.text(), html);
                    html.append("\" style=\"").append(Style.LINK).append("\" class=\"link\">");
                }
                case "p" -> html.append("<p style=\"margin:0 0 12px\">");
                default -> html.append('<').append(piece.what()).append('>');
            }
        }
        return html.toString();
    }

    /** CommonMark in which only the formatting is marked. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        String href = "";
        for (Piece piece : pieces) {
            switch (piece.what()) {
                case "" -> text.append(Markdown.within(piece.text()));
                case "b", "/b" -> text.append("**");
                case "em", "/em" -> text.append('*');
                case "br" -> text.append("\\\n");
                case "a" -> {
                    href = piece.text();
                    text.append('[');
                }
                case "/a" -> text.append("](<").append(href).append(">)");
                default -> text.append("\n\n");
            }
        }
        return text.toString().strip();
    }

    /** The words alone. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(
                piece.what().isEmpty() ? piece.text() : List.of("br", "p", "/p").contains(piece.what()) ? " " : ""));
        return Clean.line(text.toString());
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
