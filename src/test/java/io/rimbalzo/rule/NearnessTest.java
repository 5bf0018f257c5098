package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Recipient;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Which rules nearly fired, and what they lacked. */
class NearnessTest {

    private static final String RULES = """
            package rules

            rule "a.group" @source("x") @responsible("sender") @category("unknown")
            when $r : Reply( says("not authorized to send to the group", "no right to write here") )
            then conclude.certain("a.group", $r); end

            rule "a.group (code)" @source("x")
            when $s : Status( code == "5.7.124" )
            then conclude.likely("a.group", $s); end

            rule "a.user" @source("x") @responsible("sender") @category("unknown")
            when $r : Reply( says("user unknown") ) exists Status( code == "5.1.1" )
            then conclude.certain("a.user", $r); end

            rule "a.full" @source("x") @responsible("sender") @category("unknown")
            when $r : Reply( says("mailbox full"), !says("sender") ) not Status( within("5.7.x") )
            then conclude.certain("a.full", $r); end

            rule "a.size" @source("x") @responsible("sender") @category("unknown")
            when $r : Reply( code == 552, says("message too large") )
            then conclude.certain("a.size", $r); end

            rule "a.noted" @source("x") @responsible("sender") @category("unknown")
            when $r : Reply( says("not authorized to send to the gruppo") )
            then conclude.note("a.noted", $r); end
            """;

    private static List<Nearly> nearly(Fact... facts) throws Refused {
        return Rules.load(Map.of("rules/a.drl", RULES)).hear(List.of(facts)).nearly();
    }

    private static Reply reply(String text) {
        return new Reply(550, text, "550 " + text);
    }

    private static Status status(String code) {
        return new Status(code, code);
    }

    @Test
    void a_phrase_one_word_off_is_told_with_that_phrase() throws Refused {
        List<Nearly> nearly = nearly(reply("you are not authorised to send to the group"), status("5.7.124"));
        assertThat(nearly).hasSize(1);
        assertThat(nearly.get(0).rule().name()).isEqualTo("a.group");
        assertThat(nearly.get(0).condition()).hasToString("Reply.says[\"not authorized to send to the group\"]");
        assertThat(nearly.get(0).fact()).isInstanceOf(Reply.class);
    }

    @Test
    void what_one_thing_was_lacking() throws Refused {
        Object[][] table = {
            // facts, the nearest rule, what it lacked
            {List.of(reply("user unknown")), "a.user", "exists Status( code == \"5.1.1\" )"},
            {List.of(reply("no such mailbox"), status("5.1.1")), "a.user", "Reply.says[\"user unknown\"]"},
            {List.of(reply("mailbox full"), status("5.7.1")), "a.full", "not Status( within(\"5.7.x\") )"},
            {List.of(reply("the sender's mailbox full")), "a.full", "!(Reply.says[\"sender\"])"},
            {List.of(reply("message too large")), "a.size", "Reply.code == 552"},
        };
        for (Object[] row : table) {
            List<?> facts = (List<?>) row[0];
            Nearly nearest = nearly(facts.toArray(Fact[]::new)).get(0);
            assertThat(nearest.rule().name()).as(String.valueOf(facts)).isEqualTo(row[1]);
            assertThat(
                            nearest.condition() == null
                                    ? nearest.pattern().text()
                                    : nearest.condition().toString())
                    .as(String.valueOf(facts))
                    .isEqualTo(row[2]);
        }
    }

    @Test
    void a_fact_that_stood_in_the_way_is_named() throws Refused {
        Status inTheWay = status("5.7.1");
        assertThat(nearly(reply("mailbox full"), inTheWay).get(0).fact()).isEqualTo(inTheWay);
    }

    @Test
    void what_fired_or_would_say_nothing_more_is_not_told() throws Refused {
        assertThat(nearly(reply("not authorized to send to the group"))).isEmpty();
        assertThat(nearly(reply("something else altogether"))).isEmpty();
        assertThat(nearly(new Recipient("a@example.it", "example.it", "smtp", "a@example.it")))
                .isEmpty();
        // the note lacks one word too, but notes change no answer
        assertThat(nearly(reply("not authorised to send to the group")))
                .extracting(near -> near.rule().name())
                .containsExactly("a.group");
    }

    @Test
    void how_much_of_a_phrase_a_text_has() {
        Object[][] table = {
            {"550 User unknown", "user unknown", 1.0},
            {"550 user 'x' is unknown", "user unknown", 1.0},
            {"user is unknown", "user unknown", 1.0},
            {"unknown user", "user unknown", 0.5},
            {"RESOLVER.RST.AuthRequired; go away", "resolver.rst.notauthorized", 0.0},
            {"mailbox for x is full", "mailbox * full", 0.5},
            {"", "user unknown", 0.0},
            {null, "user unknown", 0.0},
        };
        for (Object[] row : table) {
            assertThat(Overlap.of((String) row[0], (String) row[1]))
                    .as(row[0] + " / " + row[1])
                    .isEqualTo(row[2]);
        }
    }

    @Test
    void a_hostile_text_costs_little() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            facts.add(reply("not authorized to send to ".repeat(20_000) + i));
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(nearly(facts.toArray(Fact[]::new))).isNotEmpty());
    }
}
