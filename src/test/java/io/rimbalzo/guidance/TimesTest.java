package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static Times in(String language) {
        return new Times(new Words(language, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s, 0 sec",
        "9, 9 s, 9 sec",
        "60, 1 min, 1 min",
        "125, 2 min e 5 s, '2 min, 5 sec'",
        "9053, 2 h e 30 min, '2 hr, 30 min'",
        "90000, 1 giorno e 1 h, '1 day, 1 hr'",
        "86405, 1 giorno, 1 day",
    })
    void a_duration_has_its_two_largest_units(long seconds, String italian, String english) {
        assertThat(in("it").duration(seconds).replace('\u00A0', ' ')).isEqualTo(italian);
        assertThat(in("en").duration(seconds).replace('\u00A0', ' ')).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T09:16:01Z, '3 nov 2026, 09:16:01 UTC', 'Nov 3, 2026, 9:16:01 AM UTC'",
        "2026-11-03T15:01:48+01:00, '3 nov 2026, 15:01:48 UTC+01:00', 'Nov 3, 2026, 3:01:48 PM UTC+01:00'",
        "2026-11-03T15:01:48-05:30, '3 nov 2026, 15:01:48 UTC-05:30', 'Nov 3, 2026, 3:01:48 PM UTC-05:30'",
    })
    void a_moment_keeps_its_offset(String at, String italian, String english) {
        OffsetDateTime moment = OffsetDateTime.parse(at);
        assertThat(in("it").moment(moment)).isEqualTo(italian);
        assertThat(in("en").moment(moment).replace('\u202F', ' ')).isEqualTo(english);
    }
}
