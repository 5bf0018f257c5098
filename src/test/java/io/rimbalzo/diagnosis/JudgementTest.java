package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Format;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Merging, ranking and asking, over a few rules of a topic of its own. */
class JudgementTest {

    static final String HEAD =
            "package rules\n\nimport io.rimbalzo.fact.*\n\nglobal io.rimbalzo.rule.Conclude conclude\n"
                    + "global io.rimbalzo.rule.Infer infer\n";

    static String rule(String name, String when, String then) {
        boolean base = !name.contains(" (");
        return "\nrule \"" + name + "\"\n    @source(\"a test\")"
                + (base ? " @responsible(\"sender\") @category(\"policy\")" : "") + "\nwhen\n    " + when
                + "\nthen\n    " + then + "\nend\n";
    }

    static Rules rules(String... rules) {
        String context = "recipient-kind\tmailbox\tgroup\ngroup-members\tnumber\ndeployment\tonline\thybrid\n";
        try {
            return Rules.load(Map.of(
                    "rules/vocabulary.drl",
                    HEAD,
                    "rules/context.tsv",
                    context,
                    "rules/access.drl",
                    "package rules\n" + String.join("", rules)));
        } catch (Refused e) {
            throw new AssertionError(e.getMessage());
        }
    }

    private static Judgement judge(Rules rules, String code, String text, String... context) {
        List<Fact> facts = new ArrayList<>(List.of(new Format("text", "text"), new Reply(550, text, text)));
        if (code != null) {
            facts.add(new Status(code, code));
        }
        for (String told : context) {
            facts.add(Context.of(told.split("=")[0], told.split("=")[1]));
        }
        return Judgement.of(facts, rules);
    }

    private static final String CODE =
            rule("access.code", "$s : Status( code == \"5.7.1\" )", "conclude.likely(\"access.code\", $s);");
    private static final String TEXT =
            rule("access.text", "$r : Reply( says(\"not authorized\") )", "conclude.likely(\"access.text\", $r);");
    private static final String BOTH = rule(
            "access.both",
            "$r : Reply( says(\"not auth\", \"authorized\") )\n    exists Status( code == \"5.7.1\" )",
            "conclude.likely(\"access.both\", $r);");
    private static final String RANGE =
            rule("access.range", "$s : Status( within(\"5.7.0-900\") )", "conclude.likely(\"access.range\", $s);");
    private static final String CLASS =
            rule("access.class", "$s : Status( within(\"5.7.x\") )", "conclude.likely(\"access.class\", $s);");
    private static final String SURE =
            rule("access.sure", "$s : Status( within(\"5.x.x\") )", "conclude.certain(\"access.sure\", $s);");
    private static final String NOTE =
            rule("access.note", "$r : Reply( says(\"not authorized\") )", "conclude.note(\"access.note\", $r);");

    @Test
    void code_and_text_come_before_text_before_code_before_a_range_before_a_class() {
        assertThat(judge(rules(CODE, TEXT, BOTH, RANGE, CLASS), "5.7.1", "not authorized")
                        .diagnosis()
                        .id())
                .isEqualTo("access.both");
        assertThat(judge(rules(CODE, TEXT, RANGE, CLASS), "5.7.1", "not authorized")
                        .diagnosis()
                        .id())
                .isEqualTo("access.text");
        assertThat(judge(rules(CODE, RANGE, CLASS), "5.7.1", "not authorized")
                        .diagnosis()
                        .id())
                .isEqualTo("access.code");
        assertThat(judge(rules(RANGE, CLASS), "5.7.1", "not authorized")
                        .diagnosis()
                        .id())
                .isEqualTo("access.range");
    }

    @Test
    void certainty_comes_before_everything() {
        assertThat(judge(rules(BOTH, SURE), "5.7.1", "not authorized")
                        .diagnosis()
                        .id())
                .isEqualTo("access.sure");
    }

    @Test
    void what_rests_on_a_broader_code_is_no_alternative() {
        Judgement judgement = judge(rules(CODE, TEXT, BOTH, RANGE, CLASS), "5.7.1", "not authorized");
        assertThat(judgement.alternatives()).extracting(Diagnosis::id).containsExactly("access.text");
    }

    @Test
    void each_stands_behind_the_one_before_for_a_reason() {
        Judgement judgement = judge(rules(NOTE, CLASS, BOTH, TEXT, SURE), "5.7.1", "not authorized");
        assertThat(Standing.of(judgement))
                .extracting(Standing::id, Standing::behind, Standing::hidden)
                .containsExactly(
                        tuple("access.sure", null, null),
                        tuple("access.both", Criterion.CERTAINTY, null),
                        tuple("access.text", Criterion.BASIS, null),
                        tuple("access.class", Criterion.BASIS, Hidden.WEAKER));
        assertThat(Standing.of(judgement).get(1).best().rule().name()).isEqualTo("access.both");
    }

    @Test
    void a_note_is_a_finding_and_never_the_diagnosis() {
        Judgement alone = judge(rules(NOTE), null, "not authorized");
        assertThat(alone.diagnosis()).isNull();
        assertThat(alone.findings()).extracting(Diagnosis::id).containsExactly("access.note");
    }

    @Test
    void findings_of_one_id_are_one_with_the_evidence_of_all() {
        String dialect = rule(
                "access.text (Gmail)", "$s : Status( code == \"5.7.1\" )", "conclude.certain(\"access.text\", $s);");
        Judgement judgement = judge(rules(TEXT, dialect), "5.7.1", "not authorized");
        assertThat(judgement.diagnosis().certainty().name()).isEqualTo("certain");
        assertThat(judgement.diagnosis().evidence()).extracting(Fact::quote).containsExactly("5.7.1", "not authorized");
        assertThat(judgement.alternatives()).isEmpty();
    }

    private static final String GROUP = rule(
            "access.group",
            "$r : Reply( says(\"not authorized\") )\n"
                    + "    $c : Context( name == \"recipient-kind\", value == \"group\" )",
            "conclude.likely(\"access.group\", $r, $c);");
    private static final String LARGE = rule(
            "access.large",
            "$r : Reply( says(\"not authorized\") )\n"
                    + "    $c : Context( name == \"recipient-kind\", value == \"group\" )\n"
                    + "    $n : Context( name == \"group-members\", number > 5000 )",
            "conclude.likely(\"access.large\", $r, $c, $n);");
    private static final String HYBRID = rule(
            "access.hybrid",
            "$s : Status( code == \"5.9.9\" )\n" + "    $c : Context( name == \"deployment\", value == \"hybrid\" )",
            "conclude.certain(\"access.hybrid\", $s, $c);");

    @Test
    void what_the_person_told_chooses_the_particular_and_hides_the_general() {
        Judgement judgement = judge(
                rules(TEXT, GROUP, LARGE), "5.7.1", "not authorized", "recipient-kind=group", "group-members=7200");
        assertThat(judgement.diagnosis().id()).isEqualTo("access.large");
        assertThat(judgement.alternatives()).extracting(Diagnosis::id).containsExactly("access.group");
    }

    @Test
    void only_what_would_change_the_answer_is_asked() {
        Rules rules = rules(TEXT, GROUP, LARGE, HYBRID);
        Judgement first = judge(rules, "5.7.1", "not authorized");
        assertThat(Questions.after(first, rules)).extracting(Question::name).containsExactly("recipient-kind");
        Judgement second = judge(rules, "5.7.1", "not authorized", "recipient-kind=group");
        List<Question> next = Questions.after(second, rules);
        assertThat(next).extracting(Question::name).containsExactly("group-members");
        assertThat(next.get(0).options()).extracting(Question.Option::value).containsExactly("5000", "5001");
        assertThat(next.get(0).options()).extracting(Question.Option::over).containsExactly(false, true);
        Judgement third = judge(rules, "5.7.1", "not authorized", "recipient-kind=group", "group-members=7200");
        assertThat(Questions.after(third, rules)).isEmpty();
    }

    @Test
    void the_question_whose_answers_lead_to_most_diagnoses_comes_first() {
        String when =
                "$r : Reply( says(\"not authorized\") )\n    $c : Context( name == \"deployment\", value == \"%s\" )";
        Rules rules = rules(
                TEXT,
                GROUP,
                rule(
                        "access.in-the-cloud",
                        when.formatted("online"),
                        "conclude.likely(\"access.in-the-cloud\", $r, $c);"),
                rule("access.in-both", when.formatted("hybrid"), "conclude.likely(\"access.in-both\", $r, $c);"));
        List<Question> asked = Questions.after(judge(rules, "5.7.1", "not authorized"), rules);
        assertThat(asked).extracting(Question::name).containsExactly("deployment", "recipient-kind");
        assertThat(asked.get(0).options()).extracting(Question.Option::value).containsExactly("online", "hybrid");
        assertThat(asked.get(0).options()).extracting(Question.Option::limit).containsOnlyNulls();
    }

    @Test
    void a_judgement_keeps_what_the_rules_made_of_the_facts() {
        assertThat(judge(rules(TEXT, NOTE), "5.7.1", "not authorized").outcome().findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("access.text", "access.note");
    }
}
