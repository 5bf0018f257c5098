package io.rimbalzo.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.explain.Explanation.Ground;
import io.rimbalzo.explain.Explanation.Kind;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Certainty;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingTest {

    private final Rimbalzo rimbalzo = Knowledge.rimbalzo();

    private Explanation explain(String what) {
        return rimbalzo.explain(what, rimbalzo.spoken("it"));
    }

    /** What the machine answers to the bare words stands first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.7.124                                | CODE  | access.group-sender-not-allowed",
                "#5.7.124                               | CODE  | access.group-sender-not-allowed",
                "NDR 5.4.14                             | CODE  | routing.loop",
                "550 5.1.1                              | CODE  | recipient.not-found",
                "4.7.500-699                            | CODE  | reputation.activity-throttled",
                "5.7.606-649                            | CODE  | reputation.ip-banned",
                "452                                    | REPLY | status.reply-storage",
                "access.group-large                     | ID    | access.group-large",
                "access.group-large (restrictions missing) | ID | access.group-large",
                "mailbox full                           | TEXT  | mailbox.full",
                "RESOLVER.RST.RestrictedToGroupPermission | TEXT | access.group-sender-not-allowed",
                "550 5.2.2 the mailbox is full          | TEXT  | mailbox.full"
            })
    void what_the_machine_would_answer_stands_first(String what, Kind kind, String id) {
        Explanation explanation = explain(what);
        assertThat(explanation.kind()).isEqualTo(kind);
        assertThat(explanation.entries()).isNotEmpty();
        assertThat(explanation.entries().get(0).id()).isEqualTo(id);
        assertThat(explanation.entries()).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void the_first_entry_is_the_answer_of_the_machine_with_its_rule() {
        Entry first = explain("5.7.124").entries().get(0);
        assertThat(first.certainty()).isEqualTo(Certainty.likely);
        Ground ground = first.grounds().get(0);
        assertThat(ground.named()).isTrue();
        assertThat(ground.rule().codes()).containsExactly("5.7.124");
        assertThat(ground.rule().place().toString()).startsWith("rules/access-group.drl:");
        assertThat(first.guidance().steps()).containsKey("group-owner");
    }

    @Test
    void all_that_rules_name_the_code_for_is_told() {
        Explanation explanation = explain("5.7.1");
        assertThat(explanation.entries())
                .extracting(Entry::id)
                .contains("access.not-authorized", "domain.not-registered", "access.group-moderated");
        assertThat(explanation.entries().subList(1, 3))
                .allMatch(entry -> entry.grounds().get(0).named());
    }

    @Test
    void a_code_of_which_only_the_class_is_known_says_so_and_names_its_neighbours() {
        Explanation explanation = explain("5.3.99");
        assertThat(explanation.found()).isTrue();
        assertThat(explanation.entries().get(0).id()).isEqualTo("status.mail-system");
        assertThat(explanation.message()).contains("5.3.99").contains("5.3.190");
        assertThat(explanation.near()).hasSizeBetween(1, 5).allMatch(code -> code.startsWith("5.3."));
    }

    @ParameterizedTest
    @CsvSource({"5.7.1240", "9.1.1", "5.7", "5.1.1.1", "1.1.1"})
    void what_is_no_code_is_told_with_the_form(String what) {
        Explanation explanation = explain(what);
        assertThat(explanation.found()).isFalse();
        assertThat(explanation.message()).contains(what, "x.y.z");
    }

    @Test
    void an_id_with_a_slip_is_told_as_it_was_meant() {
        Explanation explanation = explain("acces.group-large");
        assertThat(explanation.found()).isFalse();
        assertThat(explanation.near()).containsExactly("access.group-large");
        assertThat(explanation.message()).contains("Forse si intendeva access.group-large?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cassetta piena                         | mailbox.full",
                "CASSETTE PIENE                         | mailbox.full",
                "firma DKIM non valida                  | authentication.dkim-failed",
                "perche il messaggio torna indietro con certificato scaduto | tls.certificate-expired",
                "gruppo 5000 membri                     | access.group-large",
                "compauth 601                           | authentication.own-domain-spoofed",
                "sender's group members only external   | access.group-guests-not-allowed"
            })
    void words_of_either_language_find_the_diagnosis(String words, String id) {
        assertThat(rimbalzo.search(words, 3)).contains(id);
        assertThat(explain(words).found()).isTrue();
    }

    @Test
    void words_that_nobody_says_find_nothing() {
        Explanation explanation = explain("xyzzy plugh");
        assertThat(explanation.found()).isFalse();
        assertThat(explanation.message()).contains("xyzzy plugh");
        assertThat(rimbalzo.search("", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"399", "5.99.x", "5.99.1-9", "5.99.7", "x.x.x"})
    void what_is_not_known_is_never_silent(String what) {
        Explanation explanation = explain(what);
        assertThat(explanation.found() || explanation.message().contains(what)).isTrue();
    }

    @Test
    void hostile_words_get_an_answer() {
        for (String what : new String[] {
            " ",
            "\u0000",
            "5.".repeat(50_000),
            "a.".repeat(50_000),
            "x".repeat(1_000_000),
            "1 ".repeat(100_000),
            "x.x.x"
        }) {
            assertThat(explain(what).what()).hasSizeLessThanOrEqualTo(2_000);
        }
    }

    @Test
    void every_diagnosis_can_be_explained_in_every_language() {
        for (String language : rimbalzo.library().spoken()) {
            for (String id : rimbalzo.rules().about().keySet()) {
                Explanation explanation = rimbalzo.explain(id.toUpperCase(Locale.ROOT), rimbalzo.spoken(language));
                assertThat(explanation.entries()).as(id).singleElement().satisfies(entry -> {
                    assertThat(entry.id()).isEqualTo(id);
                    assertThat(entry.guidance().title()).isNotEqualTo(id);
                    assertThat(entry.grounds()).isNotEmpty();
                });
            }
        }
    }
}
