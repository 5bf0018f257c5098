package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message, as it stands in a report or as someone pasted it: {@code From: anna@example.it} and so on, with
 * folded lines, no-break spaces and {@code >} before each line.
 */
public final class MessageHeaders {

    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int LONGEST_NAME = 80;

    private final List<HeaderField> fields = new ArrayList<>();
    private int indent = -1;
    private @Nullable String name;
    private final StringBuilder value = new StringBuilder();

    private MessageHeaders() {}

    /**
     * The fields in the order of the text, unfolded, names and values as written (encoded words too; white space becomes
     * one space), up to the first empty line. Lines before the first field are left out; later lines that are no field
     * belong to the field above them, as pasting loses the white space of folded lines.
     */
    public static List<HeaderField> split(String headerBlock) {
        MessageHeaders headers = new MessageHeaders();
        String text = headerBlock == null ? "" : headerBlock;
        int start = 0;
        while (start < text.length() && headers.fields.size() < MOST_FIELDS) {
            int end = lineEnd(text, start);
            String line = text.substring(start, end);
            if (!headers.line(unquoted(line))) {
                break;
            }
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        headers.endField();
        return List.copyOf(headers.fields);
    }

    /** The message to which the fields belong; what they do not tell is null or empty. */
    public static Message read(List<HeaderField> fields) {
        String from = AddressText.first(value(fields, "From"));
        String subject = value(fields, "Subject");
        String returnPath = AddressText.first(value(fields, "Return-Path"));
        List<String> to = new ArrayList<>(addresses(fields, "To"));
        to.addAll(addresses(fields, "Cc"));
        return new Message(
                from,
                AddressText.first(value(fields, "Sender")),
                returnPath,
                to,
                subject == null ? null : EncodedWords.decode(subject),
                value(fields, "Date"),
                value(fields, "Message-ID"),
                ReceivedLine.hops(fields),
                AuthenticationHeaders.read(fields, from, returnPath),
                decoded(fields));
    }

    private static List<HeaderField> decoded(List<HeaderField> fields) {
        List<HeaderField> decoded = new ArrayList<>(fields.size());
        for (HeaderField field : fields) {
            String value = EncodedWords.decode(field.value());
            decoded.add(value.equals(field.value()) ? field : new HeaderField(field.name(), value));
        }
        return decoded;
    }

    /** The value of the topmost field of this name, or null. */
    private static @Nullable String value(List<HeaderField> fields, String name) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    private static List<String> addresses(List<HeaderField> fields, String name) {
        List<String> addresses = new ArrayList<>();
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                addresses.addAll(AddressText.all(field.value()));
            }
        }
        return addresses;
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The line without the {@code >} of a quoted mail; one space goes with each, the others may be folding. */
    private static String unquoted(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '>') {
            start += line.startsWith("> ", start) ? 2 : 1;
        }
        return line.substring(start);
    }

    /** Takes one line; false where the header ends. */
    private boolean line(String raw) {
        String line = withoutMarks(OneLine.of(raw));
        if (line.isEmpty()) {
            return name == null;
        }
        int margin = margin(raw);
        int colon = name != null && margin > indent ? -1 : nameEnd(line);
        if (colon > 0) {
            endField();
            indent = indent < 0 ? margin : indent;
            name = line.substring(0, colon).strip();
            append(line.substring(colon + 1).strip());
        } else if (name != null) {
            append(line);
        }
        return true;
    }

    private static String withoutMarks(String line) {
        boolean marked = line.indexOf('\uFEFF') >= 0 || line.indexOf('\u200B') >= 0;
        return marked ? line.replace("\uFEFF", "").replace("\u200B", "") : line;
    }

    /** How much white space begins the line: folded lines have more of it than the first field, which pages may indent. */
    private static int margin(String line) {
        int margin = 0;
        while (OneLine.isSpace(line.charAt(margin))) {
            margin++;
        }
        return margin;
    }

    /** Where the colon after a field's name stands; -1 where the line begins with none. */
    private static int nameEnd(String line) {
        int colon = line.indexOf(':');
        int end = colon > 0 && line.charAt(colon - 1) == ' ' ? colon - 1 : colon;
        if (end <= 0 || end > LONGEST_NAME || !isLetter(line.charAt(0)) || line.startsWith("//", colon + 1)) {
            return -1;
        }
        // RFC 5322 allows more, but nobody uses it, and "mx.example.it: domain of" is a folded comment.
        for (int i = 1; i < end; i++) {
            char c = line.charAt(i);
            if (!isLetter(c) && c != '-' && c != '_' && !(c >= '0' && c <= '9')) {
                return -1;
            }
        }
        return colon;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void append(String more) {
        if (value.length() < LONGEST_VALUE && !more.isEmpty()) {
            value.append(value.length() == 0 ? "" : " ").append(more);
            value.setLength(Math.min(value.length(), LONGEST_VALUE));
        }
    }

    private void endField() {
        if (name != null && fields.size() < MOST_FIELDS) {
            fields.add(new HeaderField(name, value.toString()));
        }
        name = null;
        value.setLength(0);
    }
}
