package io.rimbalzo.guidance;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a language and region write what is no word: {@code 50.000} in Italy, {@code 50'000} in Switzerland, {@code 3
 * novembre 2026 alle ore 10:15 UTC+1}, {@code text, json e ndjson}. What comes from ICU is made when it is first needed.
 */
final class Conventions {

    /** As many as there are languages with their regions: {@link Negotiation} lets no other tag in. */
    private static final Map<String, Conventions> ALL = new ConcurrentHashMap<>();

    private final String locale;
    private @Nullable LocalizedNumberFormatter numbers;
    private @Nullable ListFormatter lists;
    private @Nullable DateFormat dates;

    private Conventions(String locale) {
        this.locale = locale;
    }

    /** @param locale a tag such as {@code it-CH} */
    static Conventions of(String locale) {
        return ALL.computeIfAbsent(locale, Conventions::new);
    }

    ULocale locale() {
        return ULocale.forLanguageTag(locale);
    }

    /** A text as it is; a number, a moment or a list of texts as this language writes it. */
    String text(Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment(moment);
        }
        return value instanceof Collection<?> list ? list(list) : String.valueOf(value);
    }

    private synchronized String number(Number number) {
        if (numbers == null) {
            numbers = NumberFormatter.withLocale(locale());
        }
        return numbers.format(number).toString();
    }

    private synchronized String list(Collection<?> list) {
        if (list.size() < 2) {
            return list.isEmpty() ? "" : String.valueOf(list.iterator().next());
        }
        if (lists == null) {
            lists = ListFormatter.getInstance(locale());
        }
        return lists.format(list);
    }

    /** To the minute, in the zone in which it was written, which is said: what a report says can be found again in it. */
    private synchronized String moment(OffsetDateTime moment) {
        if (dates == null) {
            dates = DateFormat.getInstanceForSkeleton("yMMMMdjm", locale());
        }
        ZoneOffset offset = moment.getOffset();
        dates.setTimeZone(TimeZone.getTimeZone(offset.equals(ZoneOffset.UTC) ? "GMT" : "GMT" + offset.getId()));
        return dates.format(Date.from(moment.toInstant())) + " " + zone(offset);
    }

    /** {@code UTC}, {@code UTC+1}, {@code UTC+5:30}: understood everywhere, while names of zones are not. */
    private static String zone(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return "UTC"
                + (minutes == 0
                        ? ""
                        : (offset.getTotalSeconds() < 0 ? "-" : "+")
                                + minutes / 60
                                + (minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60));
    }
}
