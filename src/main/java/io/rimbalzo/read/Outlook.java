package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that Outlook saved, as the tree of parts it once was: what [MS-OXCMAIL] makes of a report's fields is undone, so that {@code REPORT.IPM.Note.NDR} with {@code PidTagSupplementaryInfo} becomes a delivery status again.
 */
final class Outlook {

    private static final int MESSAGE_CLASS = 0x001A;
    private static final int SUBJECT = 0x0037;
    private static final int SUBMITTED = 0x0039;
    private static final int ORIGINAL_SUBJECT = 0x0049;
    private static final int ORIGINAL_SUBMITTED = 0x004E;
    private static final int ORIGINAL_SENDER = 0x0067;
    private static final int HEADERS = 0x007D;
    private static final int DIAGNOSTIC = 0x0C05;
    private static final int SUPPLEMENTARY_INFO = 0x0C1B;
    private static final int SENDER_NAME = 0x0C1A;
    private static final int SENDER_ADDRESS = 0x0C1F;
    private static final int STATUS = 0x0C20;
    private static final int REMOTE = 0x0C21;
    private static final int BODY = 0x1000;
    private static final int REPORT_TEXT = 0x1001;
    private static final int RTF = 0x1009;
    private static final int HTML = 0x1013;
    private static final int MESSAGE_ID = 0x1035;
    private static final int ORIGINAL_MESSAGE_ID = 0x1046;
    private static final int DISPLAY_NAME = 0x3001;
    private static final int ADDRESS = 0x3003;
    private static final int DATA = 0x3701;
    private static final int FILE_NAME = 0x3707;
    private static final int SHORT_FILE_NAME = 0x3704;
    private static final int MIME_TAG = 0x370E;
    private static final int SMTP_ADDRESS = 0x39FE;
    private static final int SENDER_SMTP_ADDRESS = 0x5D01;
    private static final int REPORTING = 0x6820;

    private static final int MOST_RECIPIENTS = 5_000;

    /** [MS-OXCMAIL] 2.2.3.7.1.1, the longest ending first. */
    private static final List<List<String>> ACTIONS = List.of(
            List.of(".ndr", "failed"),
            List.of(".delayed.dr", "delayed"),
            List.of(".delayed", "delayed"),
            List.of(".relayed.dr", "relayed"),
            List.of(".expanded.dr", "expanded"),
            List.of(".dr", "delivered"));

    /** What a diagnostic code of X.400 says as subject and detail of a status: [MS-OXCMAIL] 2.2.3.7.1.3. */
    private static final Map<Integer, String> DIAGNOSTICS =
            Map.of(0, "1.1", 35, "1.1", 48, "1.2", 32, "1.3", 1, "1.4", 40, "1.6", 38, "2.1", 30, "2.4");

    private final Limits limits;
    private int parts;

    private Outlook(Limits limits) {
        this.limits = limits;
    }

    /**
     * The message in a file, or null where it holds none.
     *
     * @param nested in how many files that are files of others this one lies
     */
    static @Nullable Part read(byte[] file, Limits limits, int nested) {
        try {
            Storage message = Storage.open(file);
            return message.text(MESSAGE_CLASS) == null ? null : new Outlook(limits).message(message, nested);
        } catch (IOException broken) {
            return null;
        }
    }

    private Part message(Storage message, int depth) {
        String action = action(message.text(MESSAGE_CLASS));
        List<HeaderField> fields = headers(message);
        String type = action == null ? "multipart/mixed" : "multipart/report";
        if (action != null) {
            fields.removeIf(field -> field.name().equalsIgnoreCase("Content-Type"));
            fields.add(new HeaderField("Content-Type", type + "; report-type=delivery-status"));
        }
        Part part = new Part(type, fields, null);
        String body = body(message);
        if (!body.isBlank()) {
            part.parts.add(Part.of("text/plain", body));
        }
        if (action != null) {
            part.parts.add(Part.of("message/delivery-status", status(message, action)));
        }
        boolean original = false;
        for (Storage file : message.attachments(limits.parts())) {
            Part attached = depth < limits.depth() && parts++ < limits.parts() ? attached(file, depth + 1) : null;
            if (attached != null) {
                part.parts.add(attached);
                original |= attached.is("message/rfc822");
            }
        }
        if (action != null && !original) {
            part.parts.add(Part.of("text/rfc822-headers", original(message)));
        }
        return part;
    }

    /** What became of the message, by the class of the report: {@code REPORT.IPM.Note.NDR}; null where it is none. */
    private static @Nullable String action(@Nullable String messageClass) {
        String name = messageClass == null ? "" : messageClass.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("report.")) {
            for (List<String> known : ACTIONS) {
                if (name.endsWith(known.get(0))) {
                    return known.get(1);
                }
            }
        }
        return null;
    }

    /** The headers as they came, or, of a message that never travelled, those that its properties tell. */
    private List<HeaderField> headers(Storage message) {
        String came = message.text(HEADERS);
        List<HeaderField> fields = new ArrayList<>(
                came == null
                        ? List.of()
                        : MessageHeaders.split(Plain.text(came)).stream()
                                .limit(limits.headers())
                                .toList());
        String sender = first(message, SENDER_SMTP_ADDRESS, SENDER_ADDRESS, SENDER_NAME);
        add(fields, "From", sender);
        add(fields, "Subject", line(message.text(SUBJECT)));
        add(fields, "Date", date(message.date(SUBMITTED)));
        add(fields, "Message-ID", line(message.text(MESSAGE_ID)));
        add(
                fields,
                "To",
                String.join(
                        ", ",
                        message.recipients(20).stream()
                                .map(Outlook::address)
                                .filter(a -> a != null && a.indexOf('@') > 0)
                                .toList()));
        return fields;
    }

    private static void add(List<HeaderField> fields, String name, @Nullable String value) {
        boolean known = fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
        if (!known && value != null && !value.isEmpty()) {
            fields.add(new HeaderField(name, value));
        }
    }

    /** What people read, as plain text, so that no text that is attached stands in its place. */
    private static String body(Storage message) {
        String plain = message.text(BODY);
        if (plain != null && !plain.isBlank()) {
            return plain;
        }
        byte[] html = message.binary(HTML);
        String page = html == null ? message.text(HTML) : new Decoding(html, null, message.charset()).text();
        if (page != null && !page.isBlank()) {
            return HtmlText.of(Plain.text(page));
        }
        String rtf = message.rtf(RTF);
        String told = rtf == null ? message.text(REPORT_TEXT) : RtfText.of(rtf);
        return told == null ? "" : told;
    }

    /** The delivery status that the server wrote, one field for each property that keeps it. */
    private static String status(Storage report, String action) {
        StringBuilder fields = new StringBuilder();
        field(fields, "Reporting-MTA: dns; ", report.text(REPORTING));
        for (Storage recipient : report.recipients(MOST_RECIPIENTS)) {
            fields.append('\n');
            field(fields, "Final-Recipient: rfc822; ", address(recipient));
            field(fields, "Action: ", action);
            field(fields, "Status: ", code(recipient, action));
            field(fields, "Remote-MTA: dns; ", recipient.text(REMOTE));
            field(fields, "Diagnostic-Code: smtp; ", recipient.text(SUPPLEMENTARY_INFO));
        }
        return fields.toString();
    }

    private static void field(StringBuilder fields, String name, @Nullable String value) {
        String line = line(value);
        if (line != null) {
            fields.append(name).append(line).append('\n');
        }
    }

    /** Kind * 100 + subject * 10 + detail, of which subjects and details over 9 were made 0; else the older code. */
    private static @Nullable String code(Storage recipient, String action) {
        Integer number = recipient.number(STATUS);
        int kind = number == null ? 0 : number / 100;
        if (number != null && (kind == 2 || kind == 4 || kind == 5)) {
            return kind + "." + number / 10 % 10 + "." + number % 10;
        }
        Integer diagnostic = recipient.number(DIAGNOSTIC);
        String detail = diagnostic == null ? null : DIAGNOSTICS.get(diagnostic);
        return detail == null ? null : (action.equals("delayed") ? "4." : "5.") + detail;
    }

    /** The address as mail knows it, else the one of the directory: {@code /o=Contoso/cn=Recipients/cn=luca}; or null. */
    private static @Nullable String address(Storage recipient) {
        String other = null;
        for (int property : new int[] {SMTP_ADDRESS, ADDRESS, DISPLAY_NAME}) {
            String address = line(recipient.text(property));
            if (address != null && AddressLine.address(address) != null) {
                return AddressLine.address(address);
            }
            other = other == null && property == ADDRESS ? address : other;
        }
        return other;
    }

    /** What a report without the message that bounced still knows of it. */
    private static String original(Storage report) {
        StringBuilder fields = new StringBuilder();
        field(fields, "From: ", report.text(ORIGINAL_SENDER));
        field(fields, "Subject: ", report.text(ORIGINAL_SUBJECT));
        field(fields, "Date: ", date(report.date(ORIGINAL_SUBMITTED)));
        field(fields, "Message-ID: ", report.text(ORIGINAL_MESSAGE_ID));
        return fields.toString();
    }

    /** A file that may tell of the bounce, a message or a text; null for all others. */
    private @Nullable Part attached(Storage file, int depth) {
        Storage message = file.message();
        if (message != null) {
            return mail(message(message, depth));
        }
        String type = String.valueOf(line(file.text(MIME_TAG))).toLowerCase(Locale.ROOT);
        String name = String.valueOf(first(file, FILE_NAME, SHORT_FILE_NAME)).toLowerCase(Locale.ROOT);
        boolean text = type.startsWith("text/") || type.startsWith("message/");
        boolean mail = type.equals("message/rfc822") || name.endsWith(".eml") || name.endsWith(".msg");
        byte[] data = text || mail ? file.binary(DATA) : null;
        if (data == null) {
            return null;
        }
        if (mail) {
            Part read = Reading.isOle(data) ? read(data, limits, depth + 1) : Mime.read(data, limits, depth);
            return read == null ? null : mail(read);
        }
        return new Part(type, List.of(), new Decoding(data, null, null));
    }

    private static Part mail(Part message) {
        return new Part("message/rfc822", List.of(), null, new ArrayList<>(List.of(message)));
    }

    private static @Nullable String first(Storage storage, int... properties) {
        for (int property : properties) {
            String value = line(storage.text(property));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String line(@Nullable String value) {
        String line = value == null ? "" : OneLine.of(Plain.text(value));
        return line.isEmpty() ? null : line;
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
