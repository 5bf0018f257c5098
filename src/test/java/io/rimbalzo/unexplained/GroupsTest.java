package io.rimbalzo.unexplained;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Open cases that say the same come together. */
class GroupsTest {

    private static OpenCase said(String text) {
        return new OpenCase("t", "status.reply-mailbox-unavailable", Map.of(), text);
    }

    @Test
    void the_same_words_about_other_people_are_one_group_the_biggest_first() {
        List<Group> groups = Groups.of(List.of(
                said("451 4.9.9 come back when the moon is full"),
                said("550 5.7.1 <utente1@dominio1.example>: mail refused by the gizmo of host1.dominio1.example, 4711"),
                said("550 5.7.1 <utente2@dominio2.example>: mail refused by the gizmo of host2.dominio2.example, 815"),
                said("554 5.7.1 <utente3@dominio3.example>: Mail refused by the gizmo of host3.dominio3.example")));
        assertThat(groups).extracting(Group::count).containsExactly(3, 1);
        assertThat(groups.get(0).phrase()).isEqualTo("mail refused by the gizmo of");
        assertThat(groups.get(0).codes()).containsExactly("550", "5.7.1", "554");
        assertThat(groups.get(0).example().text()).contains("utente1");
        assertThat(groups.get(0).expected()).containsExactly("status.reply-mailbox-unavailable");
        assertThat(groups.get(1).phrase()).isEqualTo("come back when the moon is full");
    }

    @Test
    void other_words_are_other_groups() {
        assertThat(Groups.of(List.of(
                        said("550 the mailbox has flown away"),
                        said("550 our gizmo dislikes this"),
                        said("550 please ask the operator"))))
                .hasSize(3);
    }

    @Test
    void ten_thousand_different_answers_take_seconds_at_most() {
        List<OpenCase> cases = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String word = Integer.toString(i, 36).replaceAll("[0-9]", "z");
            cases.add(said("550 refused by the policy " + word + " of this server because " + word + word));
        }
        List<Group> groups = Assertions.assertTimeout(Duration.ofSeconds(20), () -> Groups.of(cases));
        assertThat(groups.stream().mapToInt(Group::count).sum()).isEqualTo(10_000);
    }

    @Test
    void a_case_comes_back_from_a_file_as_it_was_and_breaks_no_other() {
        OpenCase hostile = new OpenCase(
                "title\n=== no other",
                "nothing",
                Map.of("recipient-kind", "group"),
                "=== Fake\nexpect: x\n\n550 a\u0007b\r\n=== end");
        String file = hostile.toString() + said("550 next").toString();
        List<OpenCase> read = OpenCase.parse(file);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).title()).isEqualTo("title === no other");
        assertThat(read.get(0).context()).containsExactly(Map.entry("recipient-kind", "group"));
        assertThat(read.get(0).text())
                .startsWith("=== Fake")
                .contains("550 a b")
                .endsWith(" === end");
        assertThat(read.get(1)).isEqualTo(new OpenCase("t", "status.reply-mailbox-unavailable", Map.of(), "550 next"));
    }
}
