package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.BrokenWords;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What chatbot platforms send and expect, as functions from JSON to JSON: {@code {"next_action":
 * "action_diagnose_bounce", ...}} to {@code {"events": [...], "responses": [...]}}. A request that cannot be used gets an
 * answer of the same form, in words; nothing is kept between requests.
 */
public final class Webhooks {

    private static final System.Logger LOG = System.getLogger("io.rimbalzo.chat");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Webhooks() {}

    /**
     * A call of Rasa's action server: {@code next_action}, {@code sender_id}, {@code tracker.slots},
     * {@code tracker.latest_message}; to {@code events} and {@code responses}.
     */
    public static ObjectNode rasa(JsonNode request, Rimbalzo rimbalzo) {
        return safely(request, rimbalzo, RasaWebhook::answer, RasaWebhook::told);
    }

    /** The same from the request's body. */
    public static ObjectNode rasa(String request, Rimbalzo rimbalzo) {
        return rasa(parsed(request), rimbalzo);
    }

    /**
     * A WebhookRequest of Dialogflow CX: {@code fulfillmentInfo.tag}, {@code text}, {@code languageCode},
     * {@code sessionInfo.parameters}; to a WebhookResponse.
     */
    public static ObjectNode dialogflow(JsonNode request, Rimbalzo rimbalzo) {
        return safely(request, rimbalzo, DialogflowWebhook::answer, DialogflowWebhook::told);
    }

    /** The same from the request's body. */
    public static ObjectNode dialogflow(String request, Rimbalzo rimbalzo) {
        return dialogflow(parsed(request), rimbalzo);
    }

    /** What is no JSON is as if nothing had been sent: the answer says what is expected. */
    private static JsonNode parsed(String request) {
        try {
            return MAPPER.readTree(request);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }

    private static ObjectNode safely(
            JsonNode request,
            Rimbalzo rimbalzo,
            BiFunction<JsonNode, Rimbalzo, ObjectNode> answer,
            Function<String, ObjectNode> told) {
        try {
            return answer.apply(request, rimbalzo);
        } catch (BrokenWords e) {
            // whoever edits the words is told where; whoever chats only that there is no answer now
            LOG.log(System.Logger.Level.WARNING, "words that cannot be used", e);
            return told.apply(rimbalzo.spoken(null).say("chat.fault"));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a webhook failed", e);
            return told.apply(rimbalzo.spoken(null).say("chat.fault"));
        }
    }
}
