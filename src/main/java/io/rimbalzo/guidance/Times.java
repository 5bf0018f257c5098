package io.rimbalzo.guidance;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Dates and durations as a language writes them: {@code 3 nov 2026, 09:16:01 UTC} and {@code 2 h, 5 min}. */
public final class Times {

    private static final long[] SECONDS = {86_400, 3_600, 60, 1};
    private static final TimeUnit[] UNITS = {MeasureUnit.DAY, MeasureUnit.HOUR, MeasureUnit.MINUTE, MeasureUnit.SECOND};

    private final ULocale locale;

    public Times(Words words) {
        this.locale = new ULocale(words.language());
    }

    /** Day and time of day to the second, with the offset from UTC that the value itself has. */
    public String moment(OffsetDateTime at) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMdjms", locale);
        ZoneOffset offset = at.getOffset();
        String zone = offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
        format.setTimeZone(TimeZone.getTimeZone("GMT" + (offset.getTotalSeconds() == 0 ? "" : offset.getId())));
        return format.format(Date.from(at.toInstant())) + " " + zone;
    }

    /** The two largest units that are not nought; {@code 0 s} for none. Seconds, not negative. */
    public String duration(long seconds) {
        List<Measure> measures = new ArrayList<>();
        long rest = seconds;
        for (int i = 0; i < SECONDS.length && measures.size() < 2; i++) {
            long count = rest / SECONDS[i];
            rest %= SECONDS[i];
            if (count > 0) {
                measures.add(new Measure(count, UNITS[i]));
            } else if (!measures.isEmpty()) {
                break;
            }
        }
        if (measures.isEmpty()) {
            measures.add(new Measure(0, MeasureUnit.SECOND));
        }
        return MeasureFormat.getInstance(locale, FormatWidth.SHORT).formatMeasures(measures.toArray(Measure[]::new));
    }
}
