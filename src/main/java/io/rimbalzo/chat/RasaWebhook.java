package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.chat.Dialogue.Step;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.render.AdaptiveCard;
import io.rimbalzo.render.SlackBlocks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rasa's custom actions {@code action_diagnose_bounce} and {@code action_answer_question}, as its action server's API has
 * them (rasa.com, «Core request to execute a custom action»). What must last travels in slots.
 */
final class RasaWebhook {

    static final String DIAGNOSE = "action_diagnose_bounce";
    static final String ANSWER = "action_answer_question";

    /** The intent and the entity of a button's payload: {@code /answer_bounce{"bounce_answer": "group"}}. */
    private static final String INTENT = "/answer_bounce";

    private static final String ENTITY = "bounce_answer";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RasaWebhook() {}

    static ObjectNode answer(JsonNode request, Rimbalzo rimbalzo) {
        JsonNode tracker = request.path("tracker");
        JsonNode slots = tracker.path("slots");
        JsonNode latest = tracker.path("latest_message");
        Dialogue dialogue = new Dialogue(rimbalzo, language(slots, latest));
        Memory memory = Memory.of(slots);
        String said = Memory.text(latest.path("text"));
        String action = request.path("next_action").asString("");
        return switch (action) {
            case DIAGNOSE -> json(dialogue.diagnose(memory, said == null || said.startsWith("/") ? null : said), slots);
            case ANSWER -> json(dialogue.answer(memory, answered(latest, slots, said)), slots);
            default ->
                json(
                        dialogue.only(
                                memory,
                                "chat.bad-request",
                                Map.of("field", "next_action", "known", DIAGNOSE + ", " + ANSWER)),
                        slots);
        };
    }

    private static @Nullable String language(JsonNode slots, JsonNode latest) {
        String language = Memory.text(slots.path("language"));
        return language != null ? language : Memory.text(latest.path("metadata").path("language"));
    }

    /** What a button sent as an entity, else what was written, else what a form has put in the slot. */
    private static @Nullable String answered(JsonNode latest, JsonNode slots, @Nullable String said) {
        for (JsonNode entity : latest.path("entities")) {
            if (entity.path("entity").asString("").equals(ENTITY)
                    && entity.path("value").isValueNode()) {
                return entity.path("value").asString();
            }
        }
        return said != null && !said.startsWith("/") ? said : Memory.text(slots.path(ENTITY));
    }

    /** A sentence alone. */
    static ObjectNode told(String text) {
        ObjectNode json = MAPPER.createObjectNode();
        json.putArray("events");
        json.putArray("responses").addObject().put("text", text);
        return json;
    }

    private static ObjectNode json(Step step, JsonNode slots) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode events = json.putArray("events");
        ArrayNode responses = json.putArray("responses");
        Turn turn = step.turn();
        if (turn != null) {
            ObjectNode kept = step.memory().json();
            kept.setAll(Outcome.of(turn));
            kept.putNull(ENTITY);
            kept.properties().forEach(slot -> slot(events, slot.getKey(), slot.getValue(), slots));
        }
        if (step.notice() != null) {
            responses.addObject().put("text", step.notice());
        }
        if (turn == null) {
            return json;
        }
        ObjectNode card = step.notice() == null ? card(slots.path("bounce_card").asString(""), turn) : null;
        if (card != null) {
            responses.addObject().set("custom", card);
            return json;
        }
        ChatText text = new ChatText(turn);
        if (step.notice() == null) {
            responses.addObject().put("text", text.answer());
        }
        if (turn.question() != null) {
            ObjectNode asked = responses.addObject().put("text", text.question());
            buttons(asked.putArray("buttons"), turn.question(), step);
        }
        return json;
    }

    /** In place of text, where the bot's channel shows cards: {@code slack} or {@code teams}. */
    private static @Nullable ObjectNode card(String kind, Turn turn) {
        return switch (kind) {
            case "slack" -> SlackBlocks.tree(turn.result());
            case "teams" -> AdaptiveCard.tree(turn.result());
            default -> null;
        };
    }

    /** A slot that stays as it is needs no event: a tracker keeps every one of them. */
    private static void slot(ArrayNode events, String name, JsonNode value, JsonNode slots) {
        JsonNode now = slots.path(name);
        if (now.equals(value) || value.isNull() && now.isMissingNode()) {
            return;
        }
        events.addObject().put("event", "slot").put("name", name).set("value", value);
    }

    private static void buttons(ArrayNode buttons, Asked question, Step step) {
        question.options().forEach(option -> button(buttons, option.label(), option.value()));
        button(buttons, step.words().say("chat.unknown"), Answers.UNKNOWN);
    }

    private static void button(ArrayNode buttons, String title, String value) {
        buttons.addObject()
                .put("title", title)
                .put("payload", INTENT + MAPPER.createObjectNode().put(ENTITY, value));
    }
}
