package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail: {@code text/plain}, {@code message/delivery-status}, {@code message/rfc822} with the mail in it.
 * Its text is decoded only when someone reads it.
 */
final class Part {

    final String type;
    final List<HeaderField> headers;
    final List<Part> parts;
    private final @Nullable Decoding decoding;
    /** What stands before the first part of a multipart, or null. */
    byte @Nullable [] preamble;

    private @Nullable String text;

    Part(String type, List<HeaderField> headers, @Nullable Decoding decoding) {
        this(type, headers, decoding, new ArrayList<>());
    }

    Part(String type, List<HeaderField> headers, @Nullable Decoding decoding, List<Part> parts) {
        this.parts = parts;
        this.type = type;
        this.headers = headers;
        this.decoding = decoding;
    }

    /** A part whose text is known already. */
    static Part of(String type, String text) {
        Part part = new Part(type, List.of(), null);
        part.text = Plain.text(text);
        return part;
    }

    boolean is(String... types) {
        for (String each : types) {
            if (each.equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** The value of the first field of this name, or null. */
    @Nullable
    String header(String name) {
        for (HeaderField field : headers) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    /** The decoded text with plain line ends; empty for a part without a body of its own. */
    String text() {
        if (text == null) {
            text = decoding == null ? "" : Plain.text(decoding.text());
        }
        return text;
    }

    /** Whether it is a file named as mails are, of a type that does not tell: {@code Undeliverable.eml}, {@code .msg}. */
    boolean isMailFile() {
        boolean file =
                type.startsWith("application/") || type.startsWith("message/") && !type.contains("delivery-status");
        return file && (isNamedMail(header("Content-Type")) || isNamedMail(header("Content-Disposition")));
    }

    private static boolean isNamedMail(@Nullable String field) {
        String lower = field == null ? "" : field.toLowerCase(Locale.ROOT);
        return lower.contains(".eml") || lower.contains(".msg") || lower.startsWith("application/vnd.ms-outlook");
    }

    /** The report-type of a multipart/report, in lower case, or the empty text. */
    String reportType() {
        String field = header("Content-Type");
        String lower = field == null ? "" : field.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("report-type=");
        return at < 0 ? "" : lower.substring(at + 12).replace("\"", "");
    }
}
