package io.rimbalzo.render;

import io.rimbalzo.message.RichText;
import io.rimbalzo.message.RichText.Break;
import io.rimbalzo.message.RichText.Close;
import io.rimbalzo.message.RichText.Open;
import io.rimbalzo.message.RichText.Piece;
import io.rimbalzo.message.RichText.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text with the little formatting that an organization's own may have, as pages and tickets show it. Only B, EM, BR, P
 * and A HREF are formatting; every other character is text.
 */
public final class FormattedText {

    private final RichText text;

    private FormattedText(RichText text) {
        this.text = text;
    }

    /** Words without formatting; whatever looks like a tag is text. */
    public static FormattedText plain(String text) {
        return new FormattedText(new RichText(List.of(new Words(Clean.line(text)))));
    }

    public static FormattedText of(RichText text) {
        return new FormattedText(text);
    }

    /** Balanced HTML for the inside of a block. */
    public String html() {
        StringBuilder html = new StringBuilder();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Words words) {
                escape(Clean.text(words.text()), html);
            } else if (piece instanceof Break) {
                html.append("<br>");
            } else if (piece instanceof Close end) {
                html.append("</").append(end.tag().toLowerCase(Locale.ROOT)).append('>');
            } else if (piece instanceof Open open) {
                open(open, html);
            }
        }
        return html.toString();
    }

    private static void open(Open open, StringBuilder html) {
        switch (open.tag()) {
            case "A" -> {
                html.append("<a href=\"");
                escape(Objects.requireNonNullElse(open.href(), ""), html);
                html.append("\" style=\"").append(Style.LINK).append("\" class=\"link\">");
            }
            case "P" -> html.append("<p style=\"margin:0 0 12px\">");
            default ->
                html.append('<').append(open.tag().toLowerCase(Locale.ROOT)).append('>');
        }
    }

    /** CommonMark in which only the formatting is marked. */
    String markdown() {
        StringBuilder marked = new StringBuilder();
        String href = "";
        for (Piece piece : text.pieces()) {
            if (piece instanceof Words words) {
                marked.append(Markdown.within(Clean.text(words.text())));
            } else if (piece instanceof Break) {
                marked.append("\\\n");
            } else if (piece instanceof Open open && open.tag().equals("A")) {
                href = open.href();
                marked.append('[');
            } else if (piece instanceof Close end && end.tag().equals("A")) {
                marked.append("](<").append(href).append(">)");
            } else {
                marked.append(mark(piece instanceof Open open ? open.tag() : ((Close) piece).tag()));
            }
        }
        return marked.toString().strip();
    }

    private static String mark(String tag) {
        return tag.equals("B") ? "**" : tag.equals("EM") ? "*" : "\n\n";
    }

    /** As they were written, controls and all. */
    List<Piece> pieces() {
        return text.pieces();
    }

    /** The words alone, on one line. */
    public String text() {
        return Clean.line(text.plain());
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
