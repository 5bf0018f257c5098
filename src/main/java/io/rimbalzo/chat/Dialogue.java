package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation about one report, from what a bot kept and what the person says now. */
final class Dialogue {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Rimbalzo rimbalzo;
    private final @Nullable String lang;

    /** @param lang as Accept-Language writes it; null, or one not spoken, for the report's own */
    Dialogue(Rimbalzo rimbalzo, @Nullable String lang) {
        this.rimbalzo = rimbalzo;
        this.lang = lang == null ? null : rimbalzo.understood(lang);
    }

    /**
     * What comes of it.
     *
     * @param turn   null where there is nothing to talk about yet
     * @param notice a sentence to say instead of the answer: that an answer was not understood; else null
     */
    record Step(
            @Nullable Turn turn, Memory memory, @Nullable String notice, Words words) {}

    /** A sentence, and nothing changes. */
    Step only(Memory memory, String key, Map<String, ?> values) {
        Words words = rimbalzo.spoken(lang);
        return new Step(null, memory, words.say(key, values), words);
    }

    /** A report was pasted; where the text is none, one that is kept already is meant. */
    Step diagnose(Memory memory, @Nullable String text) {
        String pasted = text != null ? text : memory.message();
        if (pasted == null) {
            return only(memory, "chat.paste", Map.of());
        }
        Memory about = memory.about(pasted);
        Turn turn = turn(about);
        if (turn.result().error() == null) {
            return step(turn, about);
        }
        return memory.message() == null || memory.message().equals(pasted)
                ? new Step(turn, memory, null, turn.result().words())
                : step(turn(memory), memory);
    }

    /** The person, or a button of a card, answered the question that was asked last. */
    Step answer(Memory memory, @Nullable String said) {
        if (memory.message() == null) {
            return diagnose(memory, said);
        }
        Turn now = turn(memory);
        Map<String, String> told = said == null ? Map.of() : submitted(said);
        if (!told.isEmpty()) {
            return tried(now, memory, memory.told(told));
        }
        Asked question = asked(now, memory.question());
        if (question == null || said == null) {
            return step(now, memory);
        }
        String value = Answers.meant(question, said, now.result().words());
        if (value == null) {
            Turn other = turn(memory.about(said));
            return other.result().error() == null ? step(other, memory.about(said)) : again(now, memory);
        }
        return value.equals(Answers.UNKNOWN)
                ? tried(now, memory, memory.unable(question.id()))
                : tried(now, memory, memory.told(Map.of(question.id(), value)));
    }

    private Step tried(Turn before, Memory memory, Memory told) {
        Turn turn = turn(told);
        return turn.result().error() == null ? step(turn, told) : again(before, memory);
    }

    private static Step step(Turn turn, Memory memory) {
        Asked question = turn.question();
        return new Step(
                turn,
                memory.asking(question == null ? null : question.id()),
                null,
                turn.result().words());
    }

    private static Step again(Turn turn, Memory memory) {
        Words words = turn.result().words();
        return new Step(turn, memory, words.say("chat.not-understood"), words);
    }

    private Turn turn(Memory memory) {
        String message = memory.message() == null ? "" : memory.message();
        return Turn.of(
                rimbalzo,
                new Submission(null, message.getBytes(StandardCharsets.UTF_8), memory.context(), lang),
                Set.copyOf(memory.unknown()));
    }

    /** The question of that name, wherever it stands now. */
    private static @Nullable Asked asked(Turn turn, @Nullable String name) {
        for (Told told : turn.result().failures()) {
            for (Asked question : told.questions()) {
                if (question.id().equals(name)) {
                    return question;
                }
            }
        }
        return null;
    }

    /** What a card's button submits: {@code {"verb": "answer", "context": {...}}}; nothing where it is no such thing. */
    private static Map<String, String> submitted(String said) {
        if (!said.stripLeading().startsWith("{")) {
            return Map.of();
        }
        try {
            JsonNode data = MAPPER.readTree(said);
            return Memory.context(data.path("context"));
        } catch (JacksonException e) {
            return Map.of();
        }
    }
}
