package io.rimbalzo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static Failure failure(String status, Answer... answers) {
        return new Failure(null, "failed", status, List.of(answers), Servers.UNKNOWN, Map.of(), null, null, null);
    }

    private static Answer answer(int reply, String status, String text) {
        return new Answer(reply, status, text, null, reply + " " + status + " " + text);
    }

    @Test
    void a_wrapped_answer_keeps_the_outer_code() {
        Failure failure =
                failure(null, answer(550, "5.7.23", "SPF violation"), answer(550, "5.7.1", "SPF check failed"));
        assertThat(failure.bestStatus()).isEqualTo("5.7.23");
        assertThat(failure.bestAnswer().text()).isEqualTo("SPF violation");
    }

    @Test
    void an_outer_code_without_detail_gives_way_to_the_inner() {
        Failure failure = failure("5.0.0", answer(554, "5.7.0", ""), answer(550, "5.7.520", "Access denied"));
        assertThat(failure.bestStatus()).isEqualTo("5.7.520");
        assertThat(failure.bestAnswer().text()).isEqualTo("Access denied");
    }

    @Test
    void the_words_of_the_server_win_over_the_status_field() {
        assertThat(failure("4.4.7", answer(450, "4.4.316", "Connection refused"))
                        .bestStatus())
                .isEqualTo("4.4.316");
        assertThat(failure("5.1.1", answer(550, null, "no such user")).bestStatus())
                .isEqualTo("5.1.1");
        assertThat(failure("5.1.1", answer(550, "5.0.0", "no such user")).bestStatus())
                .isEqualTo("5.1.1");
    }

    @Test
    void a_code_without_detail_is_better_than_none() {
        assertThat(failure(null, answer(550, "5.1.0", "Sender denied")).bestStatus())
                .isEqualTo("5.1.0");
        assertThat(failure("5.0.0").bestStatus()).isEqualTo("5.0.0");
        assertThat(failure(null).bestStatus()).isNull();
        assertThat(failure(null).bestAnswer()).isNull();
    }

    @Test
    void without_a_remote_server_the_generating_one_refused() {
        assertThat(new Servers("exch01.contoso.com", null).rejectedBy()).isEqualTo("generating");
        assertThat(new Servers("exch01.contoso.com", "mx.fabrikam.com").rejecting())
                .isEqualTo("mx.fabrikam.com");
        assertThat(new Servers("exch01.contoso.com", "mx.fabrikam.com").rejectedBy())
                .isEqualTo("remote");
        assertThat(Servers.UNKNOWN.rejectedBy()).isEqualTo("unknown");
    }
}
