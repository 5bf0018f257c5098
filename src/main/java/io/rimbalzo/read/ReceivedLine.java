package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Hop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Received field: {@code from a.example.it (a.example.it [203.0.113.5]) by b.example.it with ESMTPS id 1; Tue, 3 Nov
 * 2026 09:15:58 +0000}.
 */
final class ReceivedLine {

    private static final Set<String> CLAUSES = Set.of("from", "by", "with", "via", "id", "for");

    private final FieldCursor cursor;
    private String clause = "";
    private boolean clauseClosed;
    private @Nullable String from;
    private @Nullable String ip;
    private @Nullable String by;
    private final StringBuilder with = new StringBuilder();
    private int dateStart = -1;
    private int looseDateStart = -1;

    private ReceivedLine(String value) {
        cursor = new FieldCursor(value);
    }

    /** The hop, without its delay; what the field does not tell is null. */
    static Hop parse(String value) {
        ReceivedLine line = new ReceivedLine(value);
        line.read();
        int dateStart = line.dateStart < 0 ? line.looseDateStart : line.dateStart;
        Instant at = dateStart < 0 ? null : MailDate.parse(value.substring(dateStart));
        String protocol = line.with.length() == 0 ? null : line.with.toString();
        return new Hop(at, line.from, line.ip, line.by, protocol, null, "Received: " + OneLine.of(value));
    }

    /** The hops in the order of travel, the oldest first, each with the seconds since the one before. */
    static List<Hop> hops(List<HeaderField> fields) {
        List<Hop> hops = new ArrayList<>();
        Instant before = null;
        for (int i = fields.size() - 1; i >= 0; i--) {
            HeaderField field = fields.get(i);
            if (field.name().equalsIgnoreCase("Received")) {
                Hop hop = parse(field.value());
                hops.add(new Hop(
                        hop.at(), hop.from(), hop.ip(), hop.by(), hop.with(), delay(before, hop.at()), hop.quote()));
                before = hop.at();
            }
        }
        return hops;
    }

    /** Clocks differ by seconds: a message that arrives before it left took no time. */
    private static @Nullable Long delay(@Nullable Instant before, @Nullable Instant at) {
        return before == null || at == null
                ? null
                : Long.valueOf(Math.max(0, Duration.between(before, at).toSeconds()));
    }

    private void read() {
        cursor.spaces();
        while (!cursor.atEnd()) {
            if (cursor.peek() == '(') {
                comment(cursor.comment());
            } else if (cursor.take(';')) {
                dateStart = cursor.at();
                clause = "";
            } else if (cursor.peek() == '"') {
                cursor.quoted();
            } else {
                word(cursor.word(";(\""));
            }
            cursor.spaces();
        }
    }

    private void comment(String words) {
        if (clause.equals("from") && ip == null) {
            ip = IpAddress.firstIn(words);
        }
        clauseClosed = true;
    }

    private void word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (CLAUSES.contains(lower)) {
            clause = lower;
            clauseClosed = false;
        } else if (clause.equals("from") && from == null) {
            from = word;
            ip = word.startsWith("[") ? IpAddress.firstIn(word) : null;
        } else if (clause.equals("by") && by == null) {
            by = word;
        } else if (clause.equals("with") && !clauseClosed) {
            with.append(with.length() == 0 ? "" : " ").append(word);
        } else if (clause.equals("id") && looseDateStart < 0) {
            // Some servers forget the semicolon: "id 0LvVA5 Sat, 29 Nov 2014 00:32:10 +0100".
            looseDateStart = cursor.at();
        }
    }
}
