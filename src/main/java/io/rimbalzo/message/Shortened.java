package io.rimbalzo.message;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words made to fit into a system message: whole sentences only, with the link kept, at most 512 characters with the tags. */
public final class Shortened {

    private Shortened() {}

    /** A page to read: {@code Sender guidelines}, {@code https://support.google.com/a/answer/81126}. */
    public record Link(String title, String url) {}

    /**
     * As much as fits.
     *
     * @param title    in bold, if it fits
     * @param texts    the cause and the steps, the most important first; each is told up to the last sentence that fits
     * @param link     kept before any text; null for none
     * @param language whose sentences they are
     */
    public static String text(String title, List<String> texts, @Nullable Link link, String language) {
        String end =
                link == null ? "" : "<BR><A HREF=\"" + escaped(link.url()) + "\">" + escaped(link.title()) + "</A>";
        String head = "<B>" + escaped(title) + "</B>";
        if (head.length() + end.length() > TagReader.LONGEST) {
            end = "";
        }
        StringBuilder text = new StringBuilder(head.length() <= TagReader.LONGEST ? head : "");
        int room = TagReader.LONGEST - text.length() - end.length();
        boolean whole = true;
        for (int i = 0; i < texts.size() && whole; i++) {
            String lead = text.length() == 0 ? "" : "<BR>";
            for (String sentence : sentences(texts.get(i), language)) {
                String piece = lead + escaped(sentence);
                whole = piece.length() <= room;
                if (!whole) {
                    break;
                }
                text.append(piece);
                room -= piece.length();
                lead = " ";
            }
        }
        return text.append(end).toString();
    }

    private static List<String> sentences(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            sentences.add(text.substring(from, to).strip());
        }
        return sentences;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
