package io.rimbalzo.render;

import io.rimbalzo.message.RichText.Break;
import io.rimbalzo.message.RichText.Close;
import io.rimbalzo.message.RichText.Open;
import io.rimbalzo.message.RichText.Piece;
import io.rimbalzo.message.RichText.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text for the text blocks of cards, which know a little of Markdown (emphasis, lists, links) and dates between double
 * braces: {@code a_b} becomes {@code a\_b}.
 */
final class CardText {

    /** What Markdown gives a meaning to anywhere in a line; a brace, since two of them may begin a date. */
    private static final String MARKS = "\\`*_[]<>&~|{";

    private CardText() {}

    /** Words of ours with values of others, in which nothing is formatting; on one line. */
    static String of(String text) {
        String line = Clean.line(text);
        String escaped = escaped(line);
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        if (!line.isEmpty() && "#+-=".indexOf(line.charAt(0)) >= 0) {
            return "\\" + escaped;
        }
        return digits > 0 && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0
                ? escaped.substring(0, digits) + "\\" + escaped.substring(digits)
                : escaped;
    }

    /** The same, cut where it goes on for too long. */
    static String of(int longest, String text) {
        return of(Clean.atMost(longest, text));
    }

    /** For texts without Markdown: only a date between double braces would still be one. */
    static String exact(String text) {
        return Clean.line(text).replace("{{", "{ {");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean single = c == '{' && (i == 0 || text.charAt(i - 1) != '{');
            if (MARKS.indexOf(c) >= 0 && !single) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** An organization's own text: bold, emphasis, links and line ends are kept, cut where it goes on for too long. */
    static String formatted(FormattedText text, int longest) {
        return new Marking(longest).of(text.pieces());
    }

    /** Marks stand close to the words that they are for: {@code **Call** 4500}. */
    private static final class Marking {

        private final StringBuilder out = new StringBuilder();
        private final Set<String> on = new HashSet<>();
        private int left;
        private @Nullable String href;

        Marking(int longest) {
            this.left = longest;
        }

        String of(List<Piece> pieces) {
            for (Piece piece : pieces) {
                if (left <= 0) {
                    break;
                }
                if (piece instanceof Words words) {
                    words(Clean.text(words.text()));
                } else if (piece instanceof Break) {
                    paragraph();
                } else if (piece instanceof Open open) {
                    open(open);
                } else if (piece instanceof Close close) {
                    close(close);
                }
            }
            return out.toString().strip();
        }

        private void open(Open open) {
            on.add(open.tag().toUpperCase(Locale.ROOT));
            if (open.tag().equals("P")) {
                paragraph();
            } else if (open.tag().equals("A")) {
                href = WebAddress.safe(String.valueOf(open.href()));
            }
        }

        private void close(Close close) {
            on.remove(close.tag().toUpperCase(Locale.ROOT));
            if (close.tag().equals("P")) {
                paragraph();
            } else if (close.tag().equals("A")) {
                href = null;
            }
        }

        private void paragraph() {
            if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
                out.append("\n\n");
            }
        }

        private void words(String text) {
            String words = text.length() <= left ? text : Clean.atMost(left, text);
            left -= text.length();
            if (words.isBlank()) {
                out.append(words.isEmpty() ? "" : " ");
                return;
            }
            String marks = (on.contains("B") ? "**" : "") + (on.contains("EM") ? "_" : "");
            boolean begins = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
            out.append(Character.isWhitespace(words.charAt(0)) && !begins ? " " : "");
            out.append(marks).append(href == null ? "" : "[");
            out.append(begins ? CardText.of(words) : escaped(Clean.line(words)));
            out.append(href == null ? "" : "](" + href.replace("(", "%28").replace(")", "%29") + ")");
            out.append(new StringBuilder(marks).reverse());
            out.append(Character.isWhitespace(words.charAt(words.length() - 1)) ? " " : "");
        }
    }
}
