package io.rimbalzo.message;

import io.rimbalzo.report.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text with the little formatting that Exchange allows, {@code Call <B>4500</B>.<BR>}, as pieces that are safe
 * whatever was written: what is no allowed tag is text.
 */
public record RichText(List<Piece> pieces) {

    /** Words, a tag's beginning or end, or a line's end. */
    public sealed interface Piece {}

    /** Words, unescaped: {@code Rossi & C.}. */
    public record Words(String text) implements Piece {}

    /** {@code <B>}, {@code <EM>}, {@code <P>}, or {@code <A HREF="https://...">}; href is null but for A. */
    public record Open(String tag, @Nullable String href) implements Piece {}

    public record Close(String tag) implements Piece {}

    public record Break() implements Piece {}

    public RichText {
        pieces = List.copyOf(pieces);
    }

    /** Of a text, whatever it holds. */
    public static RichText of(String text) {
        return new TagReader(text).read();
    }

    /** All that Exchange would not take, in the order of the text; empty where it would. */
    public static List<Flaw> flaws(String text) {
        return new TagReader(text).flaws();
    }

    /** Names between braces that are no values of ours: {@code {recipiente}}. Other braces are words. */
    public static List<Flaw> unknownValues(String text, Collection<String> known) {
        List<Flaw> flaws = new ArrayList<>();
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            String name = text.substring(open + 1, Math.max(open + 1, text.indexOf('}', open)));
            if (!name.isEmpty()
                    && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
                    && !known.contains(name)) {
                flaws.add(Flaw.of(
                        "value",
                        open + 1,
                        "found",
                        name,
                        "known",
                        List.copyOf(known),
                        "nearest",
                        Spelling.nearest(name, known)
                                .map(near -> "{" + near + "}")
                                .orElse("")));
            }
        }
        return flaws;
    }

    /** The text with values in place of the known names between braces; all other braces stay. */
    public static String filled(String text, UnaryOperator<String> value) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            String found = close < 0 ? null : value.apply(text.substring(open + 1, close));
            if (found != null) {
                filled.append(text, from, open).append(found);
                from = close + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** The same with other words: values in place of {@code {recipient}}. Values are words, whatever they hold. */
    public RichText with(UnaryOperator<String> words) {
        return new RichText(pieces.stream()
                .map(piece -> piece instanceof Words w ? new Words(words.apply(w.text())) : piece)
                .toList());
    }

    /** The words alone; breaks and paragraphs are line ends. */
    public String words() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Words words) {
                text.append(words.text());
            } else if (endsLine(piece)) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static boolean endsLine(Piece piece) {
        return piece instanceof Break
                || piece instanceof Open open && open.tag().equals("P")
                || piece instanceof Close end && end.tag().equals("P");
    }

    /** What is left behind the first characters of {@link #words}, formatted as it was. */
    public RichText after(int characters) {
        List<Piece> rest = new ArrayList<>();
        int left = characters;
        for (Piece piece : pieces) {
            if (piece instanceof Words words && left > 0) {
                String tail = words.text().substring(Math.min(left, words.text().length()));
                left -= words.text().length() - tail.length();
                tail = left == 0 ? tail.stripLeading() : tail;
                if (!tail.isEmpty()) {
                    rest.add(new Words(tail));
                }
            } else if (endsLine(piece) && left > 0) {
                left--;
            } else if (piece instanceof Close && !rest.isEmpty() && rest.get(rest.size() - 1) instanceof Open) {
                rest.remove(rest.size() - 1);
            } else if (!(piece instanceof Break) || rest.stream().anyMatch(Words.class::isInstance)) {
                rest.add(piece);
            }
        }
        return new RichText(rest);
    }

    /** Without formatting: breaks and paragraphs are line ends, a link's address follows its words. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        String href = "";
        for (Piece piece : pieces) {
            if (piece instanceof Words words) {
                text.append(words.text());
            } else if (piece instanceof Break) {
                text.append('\n');
            } else if (piece instanceof Open open && open.tag().equals("P")
                    || piece instanceof Close end && end.tag().equals("P")) {
                text.append(text.length() > 0 && text.charAt(text.length() - 1) != '\n' ? "\n" : "");
            } else if (piece instanceof Open open && open.tag().equals("A")) {
                href = Objects.requireNonNullElse(open.href(), "");
            } else if (piece instanceof Close end && end.tag().equals("A")) {
                boolean shown = text.toString().endsWith(href.startsWith("mailto:") ? href.substring(7) : href);
                text.append(shown ? "" : " <" + (href.startsWith("mailto:") ? href.substring(7) : href) + ">");
            }
        }
        return text.toString().strip();
    }

    /** As HTML in which nothing but the allowed tags is a tag. */
    public String html() {
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Words words) {
                html.append(escaped(words.text()));
            } else if (piece instanceof Break) {
                html.append("<br>");
            } else if (piece instanceof Open open) {
                html.append('<').append(open.tag().toLowerCase(java.util.Locale.ROOT));
                html.append(
                        open.href() == null
                                ? ">"
                                : " href=\"" + escaped(open.href()) + "\" rel=\"noopener noreferrer\">");
            } else if (piece instanceof Close end) {
                html.append("</")
                        .append(end.tag().toLowerCase(java.util.Locale.ROOT))
                        .append('>');
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
