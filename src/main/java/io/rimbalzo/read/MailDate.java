package io.rimbalzo.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date as mail has it: {@code Tue, 3 Nov 2026 09:15:58 +0000 (UTC)}, also without weekday, comma or seconds, with the
 * obsolete zones of RFC 5322 section 4.3, or with the parts in another order: {@code Fri, Feb 15 2002 17:19 PST}.
 */
final class MailDate {

    private static final int MOST_WORDS = 16;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("jst", 9));

    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int seconds = -1;
    private @Nullable Integer offset;

    private MailDate() {}

    /** The instant; null where the text holds none, its zone included. */
    static @Nullable Instant parse(String text) {
        OffsetDateTime at = text == null ? null : withOffset(text);
        return at == null ? null : at.toInstant();
    }

    /** The same with the offset from UTC as it is written. */
    static @Nullable OffsetDateTime withOffset(String text) {
        MailDate date = new MailDate();
        FieldCursor cursor = new FieldCursor(text);
        cursor.skip();
        for (int words = 0; !cursor.atEnd() && words < MOST_WORDS; words++) {
            String word = cursor.word("(,;");
            if (word.isEmpty()) {
                cursor.step();
            } else {
                date.word(word.toLowerCase(Locale.ROOT));
            }
            cursor.skip();
        }
        return date.value();
    }

    private void word(String word) {
        char first = word.charAt(0);
        if (first == '+' || first == '-') {
            zone(word);
        } else if (!Character.isDigit(first)) {
            name(word);
        } else if (word.indexOf('-') > 0) {
            dashed(word);
        } else if (word.indexOf(':') > 0) {
            time(word);
        } else {
            number(number(word), word.length());
        }
    }

    private void name(String word) {
        int named = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
        if (named >= 0 && month < 0) {
            month = named + 1;
        } else if (word.equals("pm") || word.equals("am")) {
            halfDay(word.equals("pm"));
        } else if (seconds >= 0 && offset == null) {
            // RFC 5322 section 4.3: zones that are not known "SHOULD be considered equivalent to -0000".
            offset = ZONES.getOrDefault(word, 0) * 3600;
        }
    }

    private void halfDay(boolean afternoon) {
        boolean twelve = seconds >= 0 && seconds / 3600 == 12;
        if (afternoon && seconds >= 0 && seconds < 12 * 3600) {
            seconds += 12 * 3600;
        } else if (!afternoon && twelve) {
            seconds -= 12 * 3600;
        }
    }

    private void number(int number, int digits) {
        if (digits == 4 && year < 0) {
            year = number;
        } else if (digits <= 3 && number <= 31 && day < 0) {
            day = number;
        } else if (digits <= 3 && year < 0) {
            // RFC 5322 section 4.3: two digits from 00 to 49 are of this century, other ones count from 1900.
            year = number + (digits == 2 && number < 50 ? 2000 : 1900);
        }
    }

    /** {@code 2026-11-03T09:15:58Z}, {@code 3-Nov-2026}. */
    private void dashed(String word) {
        int t = word.indexOf('t', 1);
        boolean iso = word.indexOf('-') == 4;
        if (iso && t == 10) {
            dashed(word.substring(0, t));
            time(word.substring(t + 1));
            return;
        }
        String[] parts = word.split("-", 4);
        if (parts.length == 3 && iso) {
            year = number(parts[0]);
            month = number(parts[1]);
            day = number(parts[2]);
        } else if (parts.length == 3) {
            number(number(parts[0]), parts[0].length());
            name(parts[1]);
            number(number(parts[2]), parts[2].length());
        }
    }

    /** {@code 09:15}, {@code 09:15:58}, {@code 09:15:58.123}, {@code 09:15:58+01:00}, {@code 09:15:58Z}. */
    private void time(String word) {
        int end = 0;
        while (end < word.length() && (Character.isDigit(word.charAt(end)) || ":.".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        String[] parts = word.substring(0, end).replace('.', ':').split(":", 5);
        int hours = number(parts[0]);
        int minutes = parts.length > 1 ? number(parts[1]) : -1;
        int second = parts.length > 2 ? number(parts[2]) : 0;
        boolean valid = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && second >= 0 && second <= 60;
        seconds = valid && seconds < 0 ? hours * 3600 + minutes * 60 + Math.min(second, 59) : seconds;
        if (end < word.length()) {
            word(word.substring(end));
        }
    }

    private void zone(String word) {
        String digits = word.substring(1).replace(":", "");
        int number = number(digits);
        if (digits.length() == 4 && number >= 0 && number % 100 < 60 && number <= 1800 && offset == null) {
            int amount = number / 100 * 3600 + number % 100 * 60;
            offset = word.charAt(0) == '-' ? -amount : amount;
        }
    }

    /** The number of up to four digits, or -1. */
    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            number = c >= '0' && c <= '9' && number >= 0 ? number * 10 + c - '0' : -1;
        }
        return digits.isEmpty() || digits.length() > 4 ? -1 : number;
    }

    private @Nullable OffsetDateTime value() {
        if (year < 1900 || month < 1 || day < 1 || seconds < 0 || offset == null) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, 0, 0)
                    .plusSeconds(seconds)
                    .atOffset(ZoneOffset.ofTotalSeconds(offset));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
