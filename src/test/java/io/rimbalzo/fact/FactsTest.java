package io.rimbalzo.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static List<Fact> facts(Failure failure) {
        return Facts.of(
                new Report(Report.TEXT, null, List.of(failure), Message.UNKNOWN),
                failure,
                Map.of("group-members", "7200"));
    }

    private static Failure failure(String status, Answer... answers) {
        return new Failure(
                "anna@Example.it",
                "failed",
                status,
                List.of(answers),
                new Servers("a.contoso.com", null),
                Map.of(),
                null,
                null,
                null);
    }

    @Test
    void both_codes_of_a_wrapped_answer_are_facts() {
        assertThat(facts(failure(
                        null,
                        new Answer(550, "5.7.367", "not permitted to relay", null, "550 5.7.367 ..."),
                        new Answer(554, "5.7.1", "Relaying denied", null, "554 5.7.1 ..."))))
                .filteredOn(Status.class::isInstance)
                .extracting(f -> ((Status) f).code())
                .containsExactly("5.7.367", "5.7.1");
    }

    @Test
    void the_status_field_gives_way_to_the_servers_own_code() {
        assertThat(facts(failure("4.4.7", new Answer(450, "4.4.316", "Connection refused", null, "q"))))
                .filteredOn(Status.class::isInstance)
                .extracting(f -> ((Status) f).code())
                .containsExactly("4.4.316");
        assertThat(facts(failure("5.1.1", new Answer(550, null, "no such user", null, "q"))))
                .filteredOn(Status.class::isInstance)
                .extracting(f -> ((Status) f).code())
                .containsExactly("5.1.1");
    }

    @Test
    void recipient_server_and_context_are_facts_in_lower_case() {
        List<Fact> facts = facts(failure(null));
        assertThat(facts)
                .contains(
                        new Recipient("anna@Example.it", "example.it", "smtp", "anna@Example.it"),
                        new Server("rejecting", "a.contoso.com", "contoso.com", "a.contoso.com"),
                        new Context("group-members", "7200", 7200, "group-members=7200"));
    }

    @Test
    void the_senders_address_is_one_that_hangs_on_nothing() {
        Map<String, String> named = Map.of(
                "Client host [203.0.113.7] blocked",
                "203.0.113.7",
                "banned sender[203.0.113.77]. To request removal",
                "203.0.113.77",
                "the sending IPv6 address [2001:db8::25] must have",
                "2001:db8::25",
                "spam abuse detected from 203.0.113.9.",
                "203.0.113.9");
        named.forEach((text, address) -> assertThat(ClientAddress.namedIn(text)).isEqualTo(address));
        for (String other : List.of(
                "connect to mx.example.it[203.0.113.25]:25: Connection refused",
                "[LastAttemptedIP=203.0.113.25:25]",
                "version 15.20.9999.15",
                "at 09:15:58 today",
                "https://203.0.113.7/x")) {
            assertThat(ClientAddress.namedIn(other)).as(other).isNull();
        }
    }
}
