package io.rimbalzo.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers, dates and lists as each language and region writes them. */
class ConventionsTest {

    @Test
    void numbers_are_written_as_in_the_region() {
        Map.of("it", "50.000", "it-CH", "50'000", "en", "50,000", "de-AT", "50\u00A0000", "en-IN", "50,000")
                .forEach((locale, written) -> assertThat(Conventions.of(locale).text(50_000))
                        .as(locale)
                        .isEqualTo(written));
    }

    @Test
    void a_moment_keeps_the_zone_it_was_written_in_and_says_it() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-11-07T10:15:58+01:00");
        Map.of(
                        "it",
                        "7 novembre 2026 alle ore 10:15 UTC+1",
                        "en",
                        "November 7, 2026 at 10:15\u202FAM UTC+1",
                        "en-GB",
                        "7 November 2026 at 10:15 UTC+1",
                        "de",
                        "7. November 2026 um 10:15 UTC+1")
                .forEach((locale, written) -> assertThat(Conventions.of(locale).text(moment))
                        .as(locale)
                        .isEqualTo(written));
        assertThat(Conventions.of("it").text(OffsetDateTime.parse("2026-11-07T09:15:58Z")))
                .isEqualTo("7 novembre 2026 alle ore 09:15 UTC");
        assertThat(Conventions.of("it").text(OffsetDateTime.parse("2026-11-07T04:45:00-03:30")))
                .isEqualTo("7 novembre 2026 alle ore 04:45 UTC-3:30");
    }

    @Test
    void a_list_ends_as_the_language_ends_it() {
        List<String> known = List.of("text", "json", "ndjson");
        assertThat(Conventions.of("it").text(known)).isEqualTo("text, json e ndjson");
        assertThat(Conventions.of("en").text(known)).isEqualTo("text, json, and ndjson");
        assertThat(Conventions.of("de").text(known)).isEqualTo("text, json und ndjson");
        assertThat(Conventions.of("it").text(List.of("text"))).isEqualTo("text");
        assertThat(Conventions.of("it").text(List.of())).isEmpty();
    }

    @Test
    void a_text_is_written_by_the_rules_of_its_language() {
        Words words = new Words(
                "it",
                List.of(Bundle.parse(
                        "a_it.properties",
                        "some = {count, plural, one {un destinatario} other {# destinatari}} fino a {limit}")));
        assertThat(words.say("some", Map.of("count", 1, "limit", 10))).isEqualTo("un destinatario fino a 10");
        assertThat(words.say("some", Map.of("count", 12_000, "limit", 10000)))
                .isEqualTo("12.000 destinatari fino a 10.000");
        assertThat(words.in("it-CH").say("some", Map.of("count", 12_000, "limit", 10000)))
                .isEqualTo("12'000 destinatari fino a 10'000");
    }
}
