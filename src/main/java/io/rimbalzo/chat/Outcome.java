package io.rimbalzo.chat;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Result.Told;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot's own stories may branch on after a turn: {@code bounce_next} (ask, done, hand-over, again),
 * {@code bounce_diagnosis}, {@code bounce_certainty}, {@code bounce_handover}.
 */
final class Outcome {

    /** Characters of the redacted copy that travel with a turn: platforms bound what a webhook may answer. */
    private static final int LONGEST = 12_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Outcome() {}

    static ObjectNode of(Turn turn) {
        Told told = turn.result().failures().isEmpty()
                ? null
                : turn.result().failures().get(turn.recipient());
        Diagnosis diagnosis = told == null ? null : told.judgement().diagnosis();
        ObjectNode json = MAPPER.createObjectNode()
                .put("bounce_next", turn.next().word())
                .put("bounce_diagnosis", diagnosis == null ? null : diagnosis.id())
                .put(
                        "bounce_certainty",
                        diagnosis == null ? null : diagnosis.certainty().name());
        Handover handover = turn.handover();
        if (handover == null) {
            return json.putNull("bounce_handover");
        }
        String redacted = handover.redacted();
        json.putObject("bounce_handover")
                .put("reason", handover.reason().name())
                .put("redacted", redacted.length() <= LONGEST ? redacted : redacted.substring(0, LONGEST) + " …");
        return json;
    }
}
