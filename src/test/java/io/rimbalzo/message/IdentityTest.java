package io.rimbalzo.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.message.Identity.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "It\\Internal\\5.7.124, It\\Internal\\5.7.124",
        "it\\INTERNAL\\5.7.124, It\\Internal\\5.7.124",
        "it/external/4.4.7, It\\External\\4.4.7",
        "En\\WarningMailBox, En\\WarningMailbox",
        "zh-HANS/warningmailbox, Zh-Hans\\WarningMailbox",
        "pt-pt\\Internal\\5.1.1, Pt-PT\\Internal\\5.1.1",
        "It\\Internal\\Access.Group-Large, It\\Internal\\access.group-large",
        "it\\internal\\5.999.999, It\\Internal\\5.999.999",
        "EN\\prohibitReceiveFolderHierarchyChildrenCountCount, En\\ProhibitReceiveFolderHierarchyChildrenCountCount",
    })
    void case_and_slashes_do_not_matter(String text, String identity) {
        assertThat(Identity.parse(text).flaws()).isEmpty();
        assertThat(Identity.parse(text).identity()).hasToString(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "5.7.124, message.flaw.identity",
        "It\\Intern\\5.7.124, message.flaw.audience",
        "Itt\\Internal\\5.7.124, message.flaw.language",
        "it-CH\\Internal\\5.7.124, message.flaw.language",
        "It\\Internal\\2.1.5, message.flaw.code-class",
        "It\\Internal\\5.7, message.flaw.code",
        "It\\Internal\\5.7.1234, message.flaw.code",
        "It\\Internal\\5.7.600-699, message.flaw.code-range",
        "It\\Internal\\5.7.x, message.flaw.code-range",
        "It\\Internal\\access, message.flaw.code",
        "It\\WarningMailbx, message.flaw.quota-type",
    })
    void what_exchange_does_not_know_is_told_apart(String text, String flaw) {
        Identity.Parsed parsed = Identity.parse(text);
        assertThat(parsed.identity()).isNull();
        assertThat(parsed.flaws()).extracting(Flaw::key).containsExactly(flaw);
    }

    @Test
    void a_misspelled_quota_type_has_a_nearest_one() {
        assertThat(Identity.parse("It\\WarningMailbx").flaws().get(0).values())
                .containsEntry("nearest", "WarningMailbox");
    }

    @Test
    void every_flaw_is_told_at_once() {
        assertThat(Identity.report("xx", Audience.INTERNAL, "7.1.1").flaws())
                .extracting(Flaw::key)
                .containsExactly("message.flaw.language", "message.flaw.code-class");
    }

    @Test
    void every_language_and_quota_type_of_exchange_can_be_named() {
        assertThat(ExchangeNames.languages())
                .hasSizeGreaterThan(95)
                .contains("it", "en", "zh-Hans", "zu-ZA")
                .doesNotHaveDuplicates();
        assertThat(ExchangeNames.quotaTypes()).hasSize(19).doesNotHaveDuplicates();
        for (String language : ExchangeNames.languages()) {
            for (String type : ExchangeNames.quotaTypes()) {
                Identity identity = Identity.quota(
                                language.toUpperCase(java.util.Locale.ROOT), type.toLowerCase(java.util.Locale.ROOT))
                        .identity();
                assertThat(Identity.parse(identity.toString()).identity()).isEqualTo(identity);
            }
        }
    }
}
