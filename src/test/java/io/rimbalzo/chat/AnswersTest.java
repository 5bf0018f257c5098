package io.rimbalzo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Asked.Option;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.knowledge.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write in answer to a question. */
class AnswersTest {

    private static final Words WORDS = Knowledge.rimbalzo().spoken("it");

    private static final Asked KIND = new Asked(
            "recipient-kind",
            "A chi era indirizzato il messaggio?",
            List.of(
                    new Option("mailbox", "Alla cassetta postale di una persona"),
                    new Option("group", "A un gruppo o a una lista di distribuzione"),
                    new Option("contact", "A un contatto esterno")));

    private static final Asked INSIDE = new Asked(
            "sender-location",
            "?",
            List.of(new Option("internal", "Sì, è dentro"), new Option("external", "No, scrive da fuori")));

    private static final Asked MEMBERS = new Asked(
            "group-members", "?", List.of(new Option("5000", "fino a 5.000"), new Option("5001", "più di 5.000")));

    private static void assertMeant(Asked question, String value, String... said) {
        for (String one : said) {
            assertThat(Answers.meant(question, one, WORDS)).as(one).isEqualTo(value);
        }
    }

    @Test
    void an_option_is_meant_by_its_value_its_label_a_part_of_it_or_its_number() {
        assertMeant(
                KIND, "group", "group", "GROUP", "2", " 2. ", "A un gruppo o a una lista di distribuzione", "gruppo");
        assertMeant(KIND, "mailbox", "alla cassetta postale", "persona", "1");
        assertMeant(INSIDE, "internal", "sì", "Si", "SI!", "Sì, è dentro");
        assertMeant(INSIDE, "external", "no", "No.", "fuori");
    }

    @Test
    void several_or_none_are_not_understood() {
        assertMeant(KIND, null, "a un", "0", "4", "999999999999", "", "???", "forse", "x".repeat(500));
    }

    @Test
    void a_count_is_taken_as_it_is() {
        assertMeant(MEMBERS, "6000", "6000", "6.000", "6 000", "circa 6.000 membri", "06000");
        assertMeant(MEMBERS, "5001", "più di 5.000", "5001");
        assertMeant(MEMBERS, null, "tra 100 e 200", "molti", "9999999999");
    }

    @Test
    void not_knowing_is_an_answer() {
        assertMeant(KIND, Answers.UNKNOWN, "Non lo so", "non lo so.", "unknown", "?");
    }
}
