package io.rimbalzo.diagnosis;

import static io.rimbalzo.rule.Certainty.certain;
import static io.rimbalzo.rule.Certainty.likely;
import static io.rimbalzo.rule.Certainty.note;
import static io.rimbalzo.rule.Certainty.possible;
import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Basis;
import io.rimbalzo.rule.Certainty;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of several findings has the word, and which of the others are worth telling. */
class RankingTest {

    private static Finding finding(String rule, Certainty certainty, Strength strength, Fact... evidence) {
        String id = rule.contains(" ") ? rule.substring(0, rule.indexOf(' ')) : rule;
        Rule named = new Rule(rule, new Place("rules/tls.drl", 1), Map.of(), List.of(), null);
        return new Finding(id, certainty, named, strength, List.of(evidence));
    }

    private static Strength strength(Basis basis, int patterns, int phrase) {
        return new Strength(basis, patterns, phrase, false);
    }

    private static Diagnosis diagnosis(String id, Certainty certainty, Basis basis, boolean asksContext) {
        return Diagnosis.merged(List.of(finding(id, certainty, new Strength(basis, 1, 0, asksContext))), null);
    }

    @Test
    void certainty_then_basis_then_patterns_then_phrase_then_name() {
        List<Finding> inOrder = List.of(
                finding("tls.old", certain, strength(Basis.OTHER, 1, 0)),
                finding("tls.refused", likely, strength(Basis.CODE_AND_TEXT, 1, 4)),
                finding("tls.required", likely, strength(Basis.TEXT, 3, 4)),
                finding("tls.name", likely, strength(Basis.TEXT, 2, 30)),
                finding("tls.expired", likely, strength(Basis.TEXT, 2, 12)),
                finding("tls.expired (Gmail)", likely, strength(Basis.TEXT, 2, 12)),
                finding("tls.self-signed", likely, strength(Basis.TEXT, 2, 12)),
                finding("tls.code", likely, strength(Basis.CODE, 9, 99)),
                finding("tls.range", likely, strength(Basis.RANGE, 9, 99)),
                finding("tls.class", likely, strength(Basis.CLASS, 9, 99)),
                finding("tls.header", likely, strength(Basis.OTHER, 9, 99)),
                finding("tls.maybe", possible, strength(Basis.CODE_AND_TEXT, 9, 99)),
                finding("tls.beside", note, strength(Basis.CODE_AND_TEXT, 9, 99)));
        for (int seed = 0; seed < 20; seed++) {
            List<Finding> mixed = new ArrayList<>(inOrder);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(Ranking.BEST_FIRST);
            assertThat(mixed).isEqualTo(inOrder);
        }
    }

    @Test
    void a_diagnosis_shows_each_quote_once_those_of_its_best_finding_first() {
        Fact code = new Status("5.7.5", "550 5.7.5 certificate expired");
        Fact twice = new Status("5.7.5", "550 5.7.5 certificate expired");
        Fact other = new Status("4.7.5", "450 4.7.5 certificate expired");
        Diagnosis merged = Diagnosis.merged(
                List.of(
                        finding("tls.expired", certain, strength(Basis.CODE, 1, 0), code),
                        finding("tls.expired (Gmail)", likely, strength(Basis.CODE, 1, 0), other, twice)),
                null);
        assertThat(merged.evidence()).containsExactly(code, other);
        assertThat(merged.id()).isEqualTo("tls.expired");
        assertThat(merged.topic()).isEqualTo("tls");
        assertThat(merged.certainty()).isEqualTo(certain);
        assertThat(merged.rule().name()).isEqualTo("tls.expired");
    }

    @Test
    void a_code_alone_is_told_only_where_the_diagnosis_rests_on_no_more() {
        for (Basis code : List.of(Basis.CODE, Basis.RANGE, Basis.CLASS)) {
            Diagnosis fallback = diagnosis("status.code", likely, code, false);
            assertThat(Ranking.worthTelling(fallback, diagnosis("tls.expired", likely, Basis.TEXT, false)))
                    .as("%s beside a server's words", code)
                    .isFalse();
            assertThat(Ranking.worthTelling(fallback, diagnosis("tls.expired", likely, code, false)))
                    .as("%s beside the same", code)
                    .isTrue();
            assertThat(Ranking.worthTelling(fallback, diagnosis("tls.expired", certain, code, false)))
                    .as("a likely %s beside a certain one", code)
                    .isFalse();
        }
    }

    @Test
    void words_and_headers_that_speak_for_something_else_are_told() {
        Diagnosis best = diagnosis("tls.expired", certain, Basis.CODE_AND_TEXT, false);
        assertThat(Ranking.worthTelling(diagnosis("spam.listed", likely, Basis.TEXT, false), best))
                .isTrue();
        assertThat(Ranking.worthTelling(diagnosis("dns.none", likely, Basis.OTHER, false), best))
                .isTrue();
    }

    @Test
    void a_bare_possibility_is_told_only_beside_another() {
        Diagnosis bare = diagnosis("status.unknown", possible, Basis.OTHER, false);
        assertThat(Ranking.worthTelling(bare, diagnosis("tls.expired", possible, Basis.TEXT, false)))
                .isFalse();
        assertThat(Ranking.worthTelling(bare, diagnosis("tls.expired", likely, Basis.OTHER, false)))
                .isFalse();
        assertThat(Ranking.worthTelling(bare, diagnosis("dns.none", possible, Basis.OTHER, false)))
                .isTrue();
        Diagnosis asTold = diagnosis("access.group", possible, Basis.OTHER, true);
        assertThat(Ranking.worthTelling(asTold, diagnosis("tls.expired", likely, Basis.TEXT, false)))
                .as("what the person told speaks for it")
                .isTrue();
    }

    @Test
    void what_the_person_told_decides_against_the_more_general_of_the_same_topic() {
        Diagnosis particular = diagnosis("access.group", likely, Basis.TEXT, true);
        assertThat(Ranking.worthTelling(diagnosis("access.denied", likely, Basis.TEXT, false), particular))
                .isFalse();
        assertThat(Ranking.worthTelling(diagnosis("access.large-group", likely, Basis.TEXT, true), particular))
                .as("as particular")
                .isTrue();
        assertThat(Ranking.worthTelling(diagnosis("tls.expired", likely, Basis.TEXT, false), particular))
                .as("another topic")
                .isTrue();
        Diagnosis general = diagnosis("access.group", likely, Basis.TEXT, false);
        assertThat(Ranking.worthTelling(diagnosis("access.denied", likely, Basis.TEXT, false), general))
                .as("nothing was told")
                .isTrue();
    }

    @Test
    void a_finding_outranks_only_what_stands_below_it_and_a_note_nothing() {
        Finding sure = finding("tls.expired", certain, strength(Basis.TEXT, 1, 10));
        Finding same = finding("tls.expired", likely, strength(Basis.TEXT, 1, 10));
        Diagnosis standing = diagnosis("tls.expired", likely, Basis.CODE, false);
        assertThat(Ranking.outranks(sure, standing)).isTrue();
        assertThat(Ranking.outranks(finding("tls.maybe", possible, strength(Basis.TEXT, 1, 10)), standing))
                .isFalse();
        assertThat(Ranking.outranks(same, Diagnosis.merged(List.of(same), null)))
                .isFalse();
        assertThat(Ranking.outranks(finding("tls.maybe", possible, strength(Basis.OTHER, 1, 0)), null))
                .as("anything is better than nothing")
                .isTrue();
        assertThat(Ranking.outranks(finding("tls.beside", note, strength(Basis.TEXT, 1, 10)), null))
                .isFalse();
    }
}
