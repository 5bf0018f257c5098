package io.rimbalzo.mcp;

import java.util.List;
import java.util.Map;

/** One tool that a model can call, {@code diagnose_bounce}; its words are keys {@code mcp.<name>.<part>}. */
interface Tool {

    /**
     * What comes back.
     *
     * @param text       for a model, in the language of the answer
     * @param structured the same for a program, as {@code <name>.schema.json} says
     */
    record Answer(String text, Map<String, Object> structured) {}

    String name();

    List<Parameter> parameters();

    /**
     * Answers one call.
     *
     * @throws Wrong where it cannot be answered
     */
    Answer call(Call call) throws Wrong;

    /**
     * What can be handed in, told in {@code mcp.<tool>.<name>}. All are plain, since some clients drop a tool for less.
     *
     * @param type   {@code string} or {@code integer}
     * @param values those possible, or empty for any
     */
    record Parameter(String name, String type, boolean required, List<String> values) {

        static Parameter text(String name) {
            return new Parameter(name, "string", false, List.of());
        }

        static Parameter needed(String name) {
            return new Parameter(name, "string", true, List.of());
        }
    }
}
