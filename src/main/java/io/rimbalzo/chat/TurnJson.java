package io.rimbalzo.chat;

import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.render.Json;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A turn as one JSON object: {@code {"next": "ask", "text": "...", "question": {...}, "handover": null, "result": {...}}};
 * {@code result} is as {@code rimbalzo schema} has it.
 */
public final class TurnJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TurnJson() {}

    /** Of attachments {@code content} is their text, and {@code base64} the bytes of those that are none. */
    public static ObjectNode of(Turn turn) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("next", turn.next().word())
                .put("recipient", turn.recipient())
                .put("text", new ChatText(turn).answer());
        Asked question = turn.question();
        if (question == null) {
            json.putNull("question");
        } else {
            ArrayNode options = json.putObject("question")
                    .put("id", question.id())
                    .put("text", question.text())
                    .putArray("options");
            question.options()
                    .forEach(option ->
                            options.addObject().put("value", option.value()).put("label", option.label()));
        }
        Handover handover = turn.handover();
        if (handover == null) {
            json.putNull("handover");
        } else {
            ArrayNode attachments = json.putObject("handover")
                    .put("reason", handover.reason().name())
                    .putArray("attachments");
            handover.attachments().forEach(file -> attachment(attachments.addObject(), file));
        }
        json.set("result", Json.tree(turn.result()));
        return json;
    }

    private static void attachment(ObjectNode json, Handover.Attachment file) {
        json.put("name", file.name()).put("mediaType", file.mediaType());
        if (file.mediaType().startsWith("text/")) {
            json.put("content", file.text());
        } else {
            json.put("base64", Base64.getEncoder().encodeToString(file.content()));
        }
    }
}
