package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report's human part, line by line, each with what it is known by; the headers of the returned message stand apart.
 *
 * @param lines    the lines before the returned message
 * @param original what follows them: the headers of the returned message, and perhaps the message; null where none do
 */
record Body(List<Line> lines, @Nullable String original, Anchors anchors) {

    /** Too many lines for a report: what comes after them is not read. */
    private static final int MOST_LINES = 20_000;

    private static final int LONGEST_SENTENCES = 2_000;

    /** So many letters tell the language. */
    private static final int MOST_LETTERS = 2_000;

    /**
     * One line of a report.
     *
     * @param hit the anchor that begins it, or null
     */
    record Line(String text, Anchors.@Nullable Hit hit) {

        boolean is(String... roles) {
            return hit != null && hit.is(roles);
        }

        boolean isBlank() {
            return text.isBlank();
        }

        /** What follows the words that it is known by; the whole line where it is known by none. */
        String rest() {
            return hit == null ? text : hit.rest();
        }
    }

    static Body of(String text, Anchors anchors) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length() && lines.size() < MOST_LINES) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(from, end < 0 ? text.length() : end);
            if (HeaderBlock.begins(text, from, line)) {
                return new Body(lines, text.substring(from), anchors);
            }
            Anchors.Hit hit = anchors.match(line);
            if (hit != null && hit.is("headers", "original")) {
                return new Body(lines, text.substring(next), anchors);
            }
            lines.add(new Line(line, hit));
            from = next;
        }
        return new Body(lines, null, anchors);
    }

    boolean has(String... roles) {
        for (Line line : lines) {
            if (line.is(roles)) {
                return true;
            }
        }
        return false;
    }

    /** The language of the first words that are known, else of the words that are no server's answer; or null. */
    @Nullable
    String language() {
        String known = knownLanguage();
        return known != null ? known : guessedLanguage();
    }

    /** Of the first anchor, or null; what introduces another server's answer is no witness. */
    @Nullable
    String knownLanguage() {
        for (Line line : lines) {
            if (line.hit != null
                    && !line.is("response", "contact", "rejected", "error", "subject", "recipient-words")) {
                return line.hit.language();
            }
        }
        return null;
    }

    /** What a report's words tell of the message: {@code delayed}, {@code failed}; null where they tell neither. */
    @Nullable
    String action() {
        String text = text();
        if (anchors.says(text, "delayed")) {
            return "delayed";
        }
        return has("opening", "title", "refusing", "organization") || anchors.says(text, "gave-up") ? "failed" : null;
    }

    /** The language of a text that need not be a report: a server's words in it tell nothing of who asks. */
    @Nullable
    String personalLanguage() {
        String known = knownLanguage();
        return known != null ? known : anchors.spoken().personalLanguage(withoutAnswers());
    }

    /** By the words alone. */
    @Nullable
    String guessedLanguage() {
        return anchors.spoken().language(withoutAnswers());
    }

    /** Words that are no server's answer: servers answer in English whoever asks. */
    private String withoutAnswers() {
        StringBuilder words = new StringBuilder();
        OwnWords own = new OwnWords(anchors.spoken());
        boolean answering = false;
        for (int i = 0; i < lines.size() && words.length() < MOST_LETTERS; i++) {
            String line = lines.get(i).text.strip();
            List<Mark> marks = Mark.all(line);
            answering = !line.isEmpty() && (answering && !own.isQuestion(line) || !marks.isEmpty());
            if (!marks.isEmpty()) {
                int end = Math.min(line.length(), own.cut(line).length());
                words.append(line, 0, marks.get(0).start())
                        .append(' ')
                        .append(line, end, line.length())
                        .append(' ');
            } else if (!answering) {
                words.append(line).append(' ');
            }
        }
        return words.toString();
    }

    /** What follows words of this role that begin a sentence within a line; null where none does. */
    @Nullable
    String within(String line, String role) {
        for (int stop = line.length() > LONGEST_SENTENCES ? -1 : line.indexOf(". ");
                stop >= 0;
                stop = line.indexOf(". ", stop + 2)) {
            Anchors.Hit hit = anchors.match(line.substring(stop + 2));
            if (hit != null && hit.is(role)) {
                return hit.rest();
            }
        }
        return null;
    }

    /** Whether a part of a line, as the cell of a table, begins with words of this role. */
    boolean isKnown(String cell, String role) {
        Anchors.Hit hit = anchors.match(cell);
        return hit != null && hit.is(role);
    }

    /** The value that stands after a label, or on the lines below it, as the cells of a table do. */
    String value(int index) {
        StringBuilder value = new StringBuilder(lines.get(index).rest());
        for (int i = index + 1; i < lines.size() && i < index + 40; i++) {
            Line line = lines.get(i);
            if (line.hit != null || line.isBlank() && (value.length() > 0 || i > index + 2)) {
                break;
            }
            value.append(value.length() == 0 ? "" : " ").append(line.text.strip());
        }
        return value.toString().strip();
    }

    /** The server that stands after a label, or alone on the next line with words; null where neither is one. */
    @Nullable
    String host(int index) {
        String value = lines.get(index).rest();
        for (int i = index + 1; value.isEmpty() && i < lines.size() && i < index + 4; i++) {
            Line line = lines.get(i);
            value = line.hit == null ? line.text.strip() : "-";
        }
        int space = value.indexOf(' ');
        return HostText.name(space < 0 ? value : value.substring(0, space));
    }

    /** The value of the first line with one of these roles, or null. */
    @Nullable
    String valueOf(String... roles) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).is(roles)) {
                String value = value(i);
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    /** The lines as one text. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text).append('\n'));
        return text.toString().strip();
    }
}
