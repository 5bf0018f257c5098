package io.rimbalzo.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot keeps between turns, in its slots or session parameters: {@code bounce_message}, {@code bounce_context},
 * {@code bounce_unknown}, {@code bounce_question}.
 *
 * @param message  what was pasted; null where nothing was
 * @param context  what the person told: {@code recipient-kind} to {@code group}
 * @param unknown  questions that the person could not answer
 * @param question the question that was asked last; null for none
 */
record Memory(
        @Nullable String message,
        Map<String, String> context,
        List<String> unknown,
        @Nullable String question) {

    static final String MESSAGE = "bounce_message";
    static final String CONTEXT = "bounce_context";
    static final String SKIPPED = "bounce_unknown";
    static final String QUESTION = "bounce_question";

    /** Longer reports are kept by their beginning, where the servers' words stand: platforms bound what they keep. */
    private static final int LONGEST = 20_000;

    private static final int MOST = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** From slots or parameters; what is of another form is as if it were not there. */
    static Memory of(JsonNode kept) {
        Map<String, String> context = context(kept.path(CONTEXT));
        List<String> unknown = new ArrayList<>();
        for (JsonNode name : kept.path(SKIPPED)) {
            if (name.isString() && unknown.size() < MOST) {
                unknown.add(name.asString());
            }
        }
        return new Memory(text(kept.path(MESSAGE)), context, unknown, text(kept.path(QUESTION)));
    }

    /** An object of texts, numbers and truths; or the same written as text. */
    static Map<String, String> context(JsonNode node) {
        Map<String, String> context = new LinkedHashMap<>();
        node.properties().stream()
                .filter(told ->
                        told.getValue().isValueNode() && !told.getValue().isNull())
                .limit(MOST)
                .forEach(told -> context.put(told.getKey(), told.getValue().asString()));
        return context;
    }

    static @Nullable String text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    /** A new report: what was told of another one does not hold for it. */
    Memory about(String text) {
        boolean same = message == null || message.equals(kept(text));
        return same ? new Memory(text, context, unknown, null) : new Memory(text, Map.of(), List.of(), null);
    }

    Memory told(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(context);
        all.putAll(more);
        return new Memory(message, all, unknown, question);
    }

    Memory unable(String name) {
        List<String> all = new ArrayList<>(unknown);
        all.add(name);
        return new Memory(message, context, all, question);
    }

    Memory asking(@Nullable String name) {
        return new Memory(message, context, unknown, name);
    }

    private static String kept(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    ObjectNode json() {
        ObjectNode json = MAPPER.createObjectNode().put(MESSAGE, message == null ? null : kept(message));
        ObjectNode told = json.putObject(CONTEXT);
        context.forEach(told::put);
        ArrayNode skipped = json.putArray(SKIPPED);
        unknown.forEach(skipped::add);
        return json.put(QUESTION, question);
    }
}
