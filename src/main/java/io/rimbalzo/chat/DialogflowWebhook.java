package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.chat.Dialogue.Step;
import io.rimbalzo.guidance.Result.Asked;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dialogflow CX: a WebhookRequest whose {@code fulfillmentInfo.tag} is {@code diagnose_bounce} or
 * {@code answer_question}, to a WebhookResponse with texts, chips (Dialogflow Messenger's {@code richContent}),
 * {@code sessionInfo.parameters} and, where a person should take over, {@code liveAgentHandoff}.
 */
final class DialogflowWebhook {

    static final String DIAGNOSE = "diagnose_bounce";
    static final String ANSWER = "answer_question";
    private static final String PARAMETER = "bounce_answer";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DialogflowWebhook() {}

    static ObjectNode answer(JsonNode request, Rimbalzo rimbalzo) {
        JsonNode parameters = request.path("sessionInfo").path("parameters");
        Dialogue dialogue = new Dialogue(rimbalzo, Memory.text(request.path("languageCode")));
        Memory memory = Memory.of(parameters);
        return switch (request.path("fulfillmentInfo").path("tag").asString("")) {
            case DIAGNOSE -> json(dialogue.diagnose(memory, pasted(request)));
            case ANSWER -> json(dialogue.answer(memory, answered(request, parameters)));
            default ->
                json(dialogue.only(
                        memory,
                        "chat.bad-request",
                        Map.of("field", "fulfillmentInfo.tag", "known", DIAGNOSE + ", " + ANSWER)));
        };
    }

    /** What the bot's own page sends beside the person's words, which are short on this platform; else these words. */
    private static @Nullable String pasted(JsonNode request) {
        String whole = Memory.text(request.path("payload").path(Memory.MESSAGE));
        return whole != null ? whole : said(request);
    }

    private static @Nullable String said(JsonNode request) {
        String text = Memory.text(request.path("text"));
        return text != null ? text : Memory.text(request.path("transcript"));
    }

    private static @Nullable String answered(JsonNode request, JsonNode parameters) {
        JsonNode parameter = parameters.path(PARAMETER);
        return parameter.isValueNode()
                        && !parameter.isNull()
                        && !parameter.asString().isBlank()
                ? parameter.asString()
                : said(request);
    }

    /** A sentence alone. */
    static ObjectNode told(String text) {
        ObjectNode json = MAPPER.createObjectNode();
        text(json.putObject("fulfillmentResponse").putArray("messages"), text);
        return json;
    }

    private static ObjectNode json(Step step) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode messages = json.putObject("fulfillmentResponse").putArray("messages");
        if (step.notice() != null) {
            text(messages, step.notice());
        }
        Turn turn = step.turn();
        if (turn == null) {
            return json;
        }
        ChatText text = new ChatText(turn);
        if (step.notice() == null) {
            text(messages, text.answer());
        }
        if (turn.question() != null) {
            text(messages, text.question());
            chips(messages, turn.question(), step);
        }
        ObjectNode outcome = Outcome.of(turn);
        if (turn.handover() != null) {
            messages.addObject().putObject("liveAgentHandoff").set("metadata", outcome.path("bounce_handover"));
        }
        // what the hand-over carries already need not stand in the session too
        outcome.remove("bounce_handover");
        ObjectNode parameters = json.putObject("sessionInfo").putObject("parameters");
        parameters.setAll(step.memory().json());
        parameters.setAll(outcome);
        parameters.putNull(PARAMETER);
        return json;
    }

    private static void text(ArrayNode messages, String text) {
        messages.addObject().putObject("text").putArray("text").add(text);
    }

    /** What a chip says is sent as if the person had written it. */
    private static void chips(ArrayNode messages, Asked question, Step step) {
        ArrayNode group = messages.addObject()
                .putObject("payload")
                .putArray("richContent")
                .addArray();
        ArrayNode options = group.addObject().put("type", "chips").putArray("options");
        question.options().forEach(option -> options.addObject().put("text", option.label()));
        options.addObject().put("text", step.words().say("chat.unknown"));
    }
}
