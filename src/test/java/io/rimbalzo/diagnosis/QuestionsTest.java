package io.rimbalzo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Format;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked what: nothing that the person said not to know, nothing that only others can tell. */
class QuestionsTest {

    private static final String TEXT = "not authorized";

    /** Whoever runs mail knows the last two; the count is known only to who knows that it is a group. */
    private static final String CONTEXT = """
            reader\tsender\tsender-admin\trecipient-admin
            recipient-kind\tmailbox\tgroup
            group-members\t@after(recipient-kind)\tnumber
            deployment\t@admin\tonline\thybrid
            service-incident\t@admin\tyes\tno
            """;

    private static final String RULES = "package rules\n"
            + rule("access.text", "")
            + rule("access.group", "\n    exists Context( name == \"recipient-kind\", value == \"group\" )")
            + rule("access.large", "\n    exists Context( name == \"group-members\", number > 5000 )")
            + rule("access.hybrid", "\n    exists Context( name == \"deployment\", value == \"hybrid\" )")
            + rule("access.incident", "\n    exists Context( name == \"service-incident\", value == \"yes\" )");

    private static String rule(String id, String more) {
        return JudgementTest.rule(
                id, "$r : Reply( says(\"" + TEXT + "\") )" + more, "conclude.likely(\"" + id + "\", $r);");
    }

    private static Rules rules() throws Refused {
        return Rules.load(Map.of(
                "rules/vocabulary.drl", JudgementTest.HEAD, "rules/context.tsv", CONTEXT, "rules/access.drl", RULES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # told                                                        | asked, those that anybody can answer first
                                                                          | recipient-kind group-members deployment service-incident
            recipient-kind=unknown                                        | deployment service-incident
            group-members=unknown                                         | recipient-kind deployment service-incident
            deployment=unknown                                            | recipient-kind group-members
            reader=sender                                                 | recipient-kind group-members
            reader=sender-admin                                           | recipient-kind group-members deployment service-incident
            reader=sender-admin deployment=unknown                        | recipient-kind group-members service-incident
            reader=sender deployment=unknown                              | recipient-kind group-members
            reader=unknown                                                | recipient-kind group-members deployment service-incident
            recipient-kind=unknown group-members=7200 deployment=unknown  |
            """)
    void nobody_is_asked_what_only_others_can_tell(String told, String asked) throws Refused {
        Rules rules = rules();
        List<Fact> facts = new ArrayList<>(List.of(new Format("text", "text"), new Reply(550, TEXT, TEXT)));
        for (String one : told == null ? new String[0] : told.split(" ")) {
            facts.add(Context.of(one.split("=")[0], one.split("=")[1]));
        }
        List<Question> questions = Questions.after(Judgement.of(facts, rules), rules);
        assertThat(questions)
                .extracting(Question::name)
                .containsExactly(asked == null ? new String[0] : asked.split(" "));
    }
}
