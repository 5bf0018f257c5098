package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bot of one's own: one question at a time, and nothing kept in between. */
class TurnRouteTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TURNS = 10;

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(folder, Bounds.DEFAULT);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static JsonNode turn(ObjectNode submission) throws Exception {
        HttpResponse<String> response =
                server.post("/v1/turn", submission.toString(), "Content-Type", "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.json(response);
    }

    private static ObjectNode submission(String message) {
        return JSON.createObjectNode().put("message", message).put("lang", "it");
    }

    @Test
    void the_same_message_with_one_more_answer_goes_on_to_the_end() throws Exception {
        ObjectNode submission = submission("550 5.7.1 Delivery not authorized");
        ObjectNode context = submission.putObject("context");
        List<String> asked = new ArrayList<>();
        JsonNode turn = turn(submission);
        while (turn.path("next").asString().equals("ask")) {
            assertThat(asked).hasSizeLessThan(MOST_TURNS);
            String question = turn.at("/question/id").asString();
            asked.add(question);
            context.put(question, question.equals("recipient-kind") ? "group" : "unknown");
            turn = turn(submission);
        }
        assertThat(asked).contains("recipient-kind").doesNotHaveDuplicates();
        assertThat(turn.path("question").isNull()).isTrue();
        assertThat(turn.path("next").asString()).isEqualTo("done");
        assertThat(turn.path("text").asString()).isNotBlank();
        assertThat(turn.at("/result/failures/0/questions")).isEmpty();
    }

    @Test
    void whoever_takes_over_gets_the_report_and_a_copy_without_personal_data() throws Exception {
        JsonNode turn = turn(submission("550 Zurgl frobnicated for mario.rossi@contoso.com"));
        assertThat(turn.path("next").asString()).isEqualTo("hand-over");
        assertThat(turn.at("/handover/reason").asString()).isEqualTo("unsure");
        assertThat(turn.at("/handover/attachments/0/content").asString()).contains("mario.rossi@contoso.com");
        assertThat(turn.at("/handover/attachments/1/name").asString()).isEqualTo("report-redacted.txt");
        assertThat(turn.at("/handover/attachments/1/content").asString())
                .contains("Zurgl frobnicated")
                .doesNotContain("mario", "contoso");
    }

    @Test
    void what_cannot_be_read_is_a_problem_as_everywhere() throws Exception {
        HttpResponse<String> response = server.post("/v1/turn", "Buongiorno a tutti", "Content-Type", "text/plain");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(response).path("code").asString()).isEqualTo("not-a-report");
    }
}
