package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.Unexplained;
import io.rimbalzo.check.Case;
import io.rimbalzo.check.CaseFile;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.unexplained.OpenCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept for whoever writes rules is a case that can be pasted beside them, and holds today. */
class UnexplainedCasesTest {

    private static final Rimbalzo RIMBALZO = Knowledge.rimbalzo();

    private static Unexplained unexplained() throws IOException {
        return new Unexplained(RIMBALZO, RIMBALZO.masking(RIMBALZO.library().words("it")));
    }

    @Test
    void every_open_case_can_be_pasted_and_is_answered_as_it_expects() throws IOException {
        List<String> wrong = new ArrayList<>();
        int kept = 0;
        Unexplained unexplained = unexplained();
        for (Case one : Knowledge.cases()) {
            for (OpenCase open : unexplained.cases(Knowledge.answer(one))) {
                kept++;
                List<Case> pasted = CaseFile.read("kept", open.toString(), fault -> {
                    throw new IllegalStateException(fault.toString());
                });
                if (pasted.size() != 1
                        || !Knowledge.ids(Knowledge.answer(pasted.get(0)))
                                .equals(pasted.get(0).expect())) {
                    wrong.add(one.place() + ": " + open);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kept).as("cases with a possible diagnosis only").isGreaterThan(50);
    }

    @Test
    void what_is_explained_is_not_kept() throws IOException {
        Result result = RIMBALZO.diagnose(Submission.of("550 5.1.1 <mario@contoso.com>: User unknown", "it"));
        assertThat(unexplained().cases(result)).isEmpty();
        assertThat(unexplained().cases(RIMBALZO.diagnose(Submission.of("no bounce at all", "it"))))
                .isEmpty();
    }

    @Test
    void an_unknown_answer_is_kept_without_personal_data() throws IOException {
        Result result = RIMBALZO.diagnose(Submission.of(
                "host mx.contoso.com[203.0.113.77] said: 599 5.9.9 zorp glonk mario.rossi@contoso.com", "it"));
        List<OpenCase> cases = unexplained().cases(result);
        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).toString())
                .contains("zorp glonk utente1@dominio1.example")
                .doesNotContain("contoso")
                .doesNotContain("rossi");
    }
}
