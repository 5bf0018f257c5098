package io.rimbalzo.render;

import io.rimbalzo.guidance.Times;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Hop;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of a message from server to server, and where it waited. */
final class Journey {

    private static final long MINUTE = 60;
    private static final long LONG_WAIT = 5 * MINUTE;

    private final Words words;
    private final Times times;
    private final List<Hop> hops;

    Journey(Words words, List<Hop> hops) {
        this.words = words;
        this.times = new Times(words);
        this.hops = hops;
    }

    /** Five minutes, or a minute that is most of the way: {@code whole} is the seconds of the way. */
    static boolean standsOut(Hop hop, long whole) {
        Long delay = hop.delaySeconds();
        return delay != null && (delay >= LONG_WAIT || delay >= MINUTE && 2 * delay >= whole);
    }

    /** The seconds that all hops waited; clocks that disagree count nothing. */
    static long seconds(List<Hop> hops) {
        long seconds = 0;
        for (Hop hop : hops) {
            seconds += hop.delaySeconds() == null ? 0 : Math.max(0, hop.delaySeconds());
        }
        return seconds;
    }

    List<Page.Hop> hops() {
        long whole = seconds(hops);
        long longest = hops.stream()
                .map(Hop::delaySeconds)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return hops.stream().map(hop -> told(hop, whole, longest)).toList();
    }

    private Page.Hop told(Hop hop, long whole, long longest) {
        Long delay = hop.delaySeconds();
        return new Page.Hop(
                hop.at() == null ? null : times.moment(hop.at().atOffset(ZoneOffset.UTC)),
                host(hop.from() != null ? hop.from() : hop.ip()),
                host(hop.by()),
                host(hop.with()),
                delay == null ? null : delay < 0 ? words.say("page.clocks") : times.duration(delay),
                delay == null || delay <= 0 || longest <= 0 ? 0 : (int) Math.max(1, 100 * delay / longest),
                standsOut(hop, whole));
    }

    private static @Nullable String host(@Nullable String name) {
        return name == null ? null : Clean.quote(name);
    }

    /** {@code 2 h, 5 min in all, over 4 steps}; null where times are missing. */
    @Nullable
    String whole() {
        List<Instant> at = hops.stream().map(Hop::at).filter(Objects::nonNull).toList();
        return at.size() < 2
                ? null
                : words.say("page.journey", Map.of("time", times.duration(seconds(hops)), "steps", hops.size()));
    }

    /** A hop's wait in words, such as {@code 2 h, 5 min at mx.example.it}. */
    String wait(Hop hop) {
        return words.say(
                "page.waited",
                Map.of(
                        "time",
                        times.duration(Objects.requireNonNull(hop.delaySeconds(), "only who waited is told of")),
                        "server",
                        hop.by() == null ? "?" : host(hop.by())));
    }

    /** A Date field as the language writes it, in the sender's own time; as it came where it is no date of RFC 5322. */
    static @Nullable String date(Words words, @Nullable String field) {
        try {
            return field == null
                    ? null
                    : new Times(words)
                            .moment(OffsetDateTime.parse(field.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return field;
        }
    }
}
