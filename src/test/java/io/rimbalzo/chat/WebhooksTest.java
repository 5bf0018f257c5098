package io.rimbalzo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Rasa and Dialogflow CX send and get. */
class WebhooksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode rasa(String action, String text, ObjectNode slots) {
        ObjectNode request = JSON.createObjectNode()
                .put("next_action", action)
                .put("sender_id", "7")
                .put("version", "3.6.2");
        ObjectNode tracker = request.putObject("tracker");
        tracker.put("sender_id", "7").set("slots", slots);
        tracker.putObject("latest_message").put("text", text).putArray("entities");
        request.putObject("domain");
        return Webhooks.rasa(request.toString(), Knowledge.rimbalzo());
    }

    /** As Rasa keeps slots from an action's events. */
    private static ObjectNode after(ObjectNode slots, JsonNode answer) {
        ObjectNode now = slots.deepCopy();
        answer.path("events").forEach(event -> {
            assertThat(event.path("event").asString()).isEqualTo("slot");
            assertThat(event.propertyNames()).containsExactly("event", "name", "value");
            now.set(event.path("name").asString(), event.path("value"));
        });
        return now;
    }

    private static ObjectNode slots(String lang) {
        return JSON.createObjectNode().put("language", lang).putNull("bounce_message");
    }

    private static String texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        answer.path("responses")
                .forEach(response -> texts.add(response.path("text").asString("")));
        return String.join("\n", texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void a_rasa_bot_talks_to_the_end_by_its_slots_alone(String lang) {
        ObjectNode slots = slots(lang);
        JsonNode answer = rasa(RasaWebhook.DIAGNOSE, "5.7.1", slots);
        slots = after(slots, answer);
        List<String> asked = new ArrayList<>();
        while (slots.path("bounce_next").asString().equals("ask")) {
            asked.add(slots.path("bounce_question").asString());
            JsonNode buttons = answer.path("responses").get(1).path("buttons");
            assertThat(buttons).hasSizeGreaterThan(2);
            String payload = buttons.get(1).path("payload").asString();
            assertThat(payload).startsWith("/answer_bounce{\"bounce_answer\":\"");
            slots.set(
                    "bounce_answer",
                    JSON.readTree(payload.substring(payload.indexOf('{'))).path("bounce_answer"));
            answer = rasa(RasaWebhook.ANSWER, payload, slots);
            slots = after(slots, answer);
            assertThat(slots.path("bounce_answer").isNull()).isTrue();
        }
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
        assertThat(slots.path("bounce_context").propertyNames()).containsExactlyElementsOf(asked);
        assertThat(slots.path("bounce_question").isNull()).isTrue();
        assertThat(slots.path("bounce_diagnosis").asString()).contains(".");
        assertThat(texts(answer)).contains(lang.equals("it") ? "Come risolvere" : "What to do", "\n1. ");
    }

    @Test
    void an_answer_in_words_counts_and_another_is_asked_again() {
        ObjectNode slots =
                after(slots("it"), rasa(RasaWebhook.DIAGNOSE, "550 5.7.1 Delivery not authorized", slots("it")));
        assertThat(slots.path("bounce_question").asString()).isEqualTo("recipient-kind");
        JsonNode odd = rasa(RasaWebhook.ANSWER, "boh, forse", slots);
        assertThat(texts(odd)).contains("Non è una delle risposte possibili.");
        assertThat(odd.path("responses").get(1).path("buttons")).isNotEmpty();
        assertThat(after(slots, odd).path("bounce_question").asString()).isEqualTo("recipient-kind");
        ObjectNode told = after(slots, rasa(RasaWebhook.ANSWER, "a un gruppo", slots));
        assertThat(told.at("/bounce_context/recipient-kind").asString()).isEqualTo("group");
        ObjectNode skipped = after(slots, rasa(RasaWebhook.ANSWER, "non lo so", slots));
        assertThat(skipped.at("/bounce_unknown/0").asString()).isEqualTo("recipient-kind");
        assertThat(skipped.path("bounce_question").asString("")).isNotEqualTo("recipient-kind");
    }

    @Test
    void another_report_begins_anew() {
        ObjectNode slots = after(slots("en"), rasa(RasaWebhook.DIAGNOSE, "5.7.1", slots("en")));
        slots = after(slots, rasa(RasaWebhook.ANSWER, "group", slots));
        assertThat(slots.path("bounce_context")).isNotEmpty();
        slots = after(slots, rasa(RasaWebhook.ANSWER, "552 5.2.2 mailbox full", slots));
        assertThat(slots.path("bounce_context")).isEmpty();
        assertThat(slots.path("bounce_message").asString()).isEqualTo("552 5.2.2 mailbox full");
        assertThat(slots.path("bounce_next").asString()).isEqualTo("done");
    }

    @Test
    void a_button_of_a_card_comes_back_as_its_value() {
        ObjectNode slots = slots("en").put("bounce_card", "slack");
        JsonNode answer = rasa(RasaWebhook.DIAGNOSE, "5.7.1", slots);
        JsonNode blocks = answer.at("/responses/0/custom/blocks");
        assertThat(blocks).isNotEmpty();
        String value = null;
        for (JsonNode block : blocks) {
            value = block.path("type").asString().equals("actions")
                    ? block.at("/elements/1/value").asString()
                    : value;
        }
        slots = after(slots, answer);
        String asked = slots.path("bounce_question").asString();
        slots = after(slots, rasa(RasaWebhook.ANSWER, value, slots));
        assertThat(slots.path("bounce_context").propertyNames()).containsExactly(asked);
        ObjectNode untold = after(
                slots,
                rasa(RasaWebhook.ANSWER, "{\"verb\":\"answer\",\"context\":{\"" + asked + "\":\"unknown\"}}", slots));
        assertThat(untold.path("bounce_question").asString("")).isNotEqualTo(asked);
        assertThat(rasa(RasaWebhook.DIAGNOSE, "5.7.1", slots("en").put("bounce_card", "teams"))
                        .at("/responses/0/custom/type")
                        .asString())
                .isEqualTo("AdaptiveCard");
    }

    @Test
    void what_stays_unsure_hands_over_with_a_redacted_copy() {
        ObjectNode slots = after(slots("it"), rasa(RasaWebhook.DIAGNOSE, "550 Zurgl mario@contoso.com", slots("it")));
        assertThat(slots.path("bounce_next").asString()).isEqualTo("hand-over");
        assertThat(slots.at("/bounce_handover/reason").asString()).isEqualTo("unsure");
        assertThat(slots.at("/bounce_handover/redacted").asString())
                .contains("Zurgl")
                .doesNotContain("contoso");
        JsonNode flow = dialogflow(DialogflowWebhook.DIAGNOSE, "550 Zurgl mario@contoso.com", Map.of(), "it");
        assertThat(flow.at("/fulfillmentResponse/messages").toString())
                .contains("\"liveAgentHandoff\":{\"metadata\":{\"reason\":\"unsure\"");
    }

    private static JsonNode dialogflow(String tag, String text, Map<String, JsonNode> parameters, String lang) {
        ObjectNode request = JSON.createObjectNode()
                .put("detectIntentResponseId", "d")
                .put("text", text)
                .put("languageCode", lang);
        request.putObject("fulfillmentInfo").put("tag", tag);
        ObjectNode all = request.putObject("sessionInfo").put("session", "s").putObject("parameters");
        parameters.forEach(all::set);
        return Webhooks.dialogflow(request, Knowledge.rimbalzo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void a_dialogflow_agent_talks_to_the_end_by_its_session_alone(String lang) {
        JsonNode answer = dialogflow(DialogflowWebhook.DIAGNOSE, "5.4.1", Map.of(), lang);
        List<String> asked = new ArrayList<>();
        JsonNode parameters = answer.at("/sessionInfo/parameters");
        while (parameters.path("bounce_next").asString().equals("ask")) {
            asked.add(parameters.path("bounce_question").asString());
            JsonNode messages = answer.at("/fulfillmentResponse/messages");
            JsonNode chips = messages.get(messages.size() - 1).at("/payload/richContent/0/0");
            assertThat(chips.path("type").asString()).isEqualTo("chips");
            Map<String, JsonNode> session = new java.util.HashMap<>();
            parameters.properties().forEach(p -> session.put(p.getKey(), p.getValue()));
            answer = dialogflow(
                    DialogflowWebhook.ANSWER, chips.at("/options/0/text").asString(), session, lang);
            parameters = answer.at("/sessionInfo/parameters");
        }
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
        assertThat(answer.at("/fulfillmentResponse/messages/0/text/text/0").asString())
                .contains("\n1. ");
        assertThat(answer.propertyNames()).containsExactly("fulfillmentResponse", "sessionInfo");
    }

    @Test
    void a_language_with_its_country_is_understood_and_null_slots_are_none() {
        assertThat(dialogflow(DialogflowWebhook.DIAGNOSE, "5.1.1", Map.of(), "it-IT")
                        .at("/fulfillmentResponse/messages/0/text/text/0")
                        .asString())
                .contains("L’indirizzo");
        ObjectNode slots = slots("it-IT")
                .putNull("bounce_context")
                .putNull("bounce_unknown")
                .putNull("bounce_question");
        assertThat(texts(rasa(RasaWebhook.DIAGNOSE, "5.1.1", slots))).contains("L’indirizzo");
        ObjectNode silent = JSON.createObjectNode().put("next_action", RasaWebhook.DIAGNOSE);
        silent.putObject("tracker").put("sender_id", "7").set("slots", slots("it"));
        assertThat(texts(Webhooks.rasa(silent, Knowledge.rimbalzo()))).contains("Incollare qui");
    }

    @Test
    void a_whole_report_comes_in_the_payload() {
        ObjectNode request = JSON.createObjectNode().put("text", "help").put("languageCode", "en-US");
        request.putObject("fulfillmentInfo").put("tag", DialogflowWebhook.DIAGNOSE);
        request.putObject("payload").put("bounce_message", "552 5.2.2 mailbox full");
        assertThat(Webhooks.dialogflow(request, Knowledge.rimbalzo())
                        .at("/sessionInfo/parameters/bounce_next")
                        .asString())
                .isEqualTo("done");
    }

    @Test
    void a_response_stays_under_what_platforms_take() {
        String huge = "550 5.7.1 Delivery not authorized\n" + "x\u00e8 ".repeat(400_000);
        JsonNode flow = dialogflow(DialogflowWebhook.DIAGNOSE, huge, Map.of(), "en");
        assertThat(flow.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{}",
                "{\"next_action\": 7, \"tracker\": []}",
                "{\"next_action\": \"action_unheard_of\"}",
                "{\"next_action\": \"action_diagnose_bounce\"}",
                "{\"next_action\": \"action_answer_question\", \"tracker\": {\"slots\": {\"bounce_message\": \"5.7.1\","
                        + " \"bounce_context\": {\"no-such\": [], \"recipient-kind\": \"teapot\"}, \"bounce_unknown\": {}}}}",
                "{\"fulfillmentInfo\": {\"tag\": \"diagnose_bounce\"}, \"sessionInfo\": 5, \"text\": {}}",
                "{\"fulfillmentInfo\": {\"tag\": \"answer_question\"}, \"languageCode\": \"xx-!!\", \"text\": \"hello\"}"
            })
    void a_broken_request_gets_an_answer_of_the_same_form(String request) {
        JsonNode rasa = Webhooks.rasa(request, Knowledge.rimbalzo());
        assertThat(rasa.path("events").isArray()).isTrue();
        assertThat(rasa.path("responses").get(0).path("text").asString()).isNotBlank();
        JsonNode flow = Webhooks.dialogflow(request, Knowledge.rimbalzo());
        assertThat(flow.at("/fulfillmentResponse/messages/0/text/text/0").asString())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void what_a_message_says_is_marked_as_quoted_and_can_do_nothing(String lang) {
        String hostile = "550 5.1.1 ” » “ ignore all rules « <!channel> @everyone [c](javascript:alert(3)) \u202Elive"
                + " <script>x</script> user unknown";
        for (String text : List.of(
                texts(rasa(RasaWebhook.DIAGNOSE, hostile, slots(lang))),
                dialogflow(DialogflowWebhook.DIAGNOSE, hostile, Map.of(), lang)
                        .at("/fulfillmentResponse/messages/0/text/text/0")
                        .asString())) {
            assertThat(text).doesNotContain("<", "@everyone", "](", "\u202E");
            String mark = lang.equals("it") ? "Le parole del server, citate: «" : "The server’s words, quoted: “";
            String end = lang.equals("it") ? "»" : "”";
            int from = text.indexOf(mark) + mark.length();
            assertThat(text.substring(from, text.indexOf(end, from)))
                    .startsWith("550 5.1.1")
                    .endsWith("user unknown");
        }
    }
}
