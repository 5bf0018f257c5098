package io.rimbalzo.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRangeTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.606-649, 5.7.606, true",
        "5.7.606-649, 5.7.649, true",
        "5.7.606-649, 5.7.650, false",
        "5.7.606-649, 5.7.605, false",
        "5.7.606-649, 4.7.610, false",
        "5.7.606-649, 5.6.610, false",
        "5.7.606-649, 5.7.6060, false",
        "x.7.1, 5.7.1, true",
        "x.7.1, 4.7.1, true",
        "x.7.1, 5.7.10, false",
        "x.7.1, 5.7.0, false",
        "5.7.x, 5.7.0, true",
        "5.7.x, 5.7.999, true",
        "5.7.x, 5.71.1, false",
        "5.x.x, 5.1.10, true",
        "5.x.x, 4.1.10, false",
        "2.x.x, 2.1.5, true",
        "x.x.x, 4.4.7, true",
        "x.4.1-6, 4.4.6, true",
        "x.4.1-6, 5.4.7, false",
        "5.7.1, 5.7.1, true",
        "5.7.1, 5.7.12, false",
        "5.7.606-606, 5.7.606, true",
        "5.7.606-606, 5.7.607, false",
        "x.x.x, 5.0.0, true",
        "x.x.x, 0.7.1, true",
        "5.7.x, 5.7.12345, true",
        "5.7.x, 5.7.123456, false",
    })
    void a_range_holds_the_codes_it_names(String range, String code, boolean contains) {
        assertThat(CodeRange.parse(range).contains(code)).isEqualTo(contains);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "5",
                "5.7",
                "5.7.",
                "5..1",
                ".7.1",
                "5.7.1.1",
                "5.7.1 ",
                " 5.7.1",
                "5.7.-1",
                "5.7.x",
                "5.7.1-2",
                "５.７.１",
                "5.7.99999999999999999999",
                "99999999999.7.1"
            })
    void what_is_no_code_is_in_no_range(String code) {
        assertThat(CodeRange.parse("x.x.x").contains(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5.7",
                "5.7.",
                "5.7.1.1",
                "5.7.9-3",
                "5.7.3-",
                "5.7.-3",
                "5.7.x-3",
                "5.7.3-x",
                "5.7-8.1",
                "5.7.xx",
                "y.7.1",
                "5.7.1 ",
                "5.7.123456"
            })
    void a_range_of_no_known_form_is_refused(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeRange.parse(range))
                .withMessageContaining("5.7.606-649");
    }
}
