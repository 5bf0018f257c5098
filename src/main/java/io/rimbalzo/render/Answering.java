package io.rimbalzo.render;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a button of a card sends back: {@code {"verb": "answer", "context": {"recipient-kind": "group"}}}, with all that
 * was told before, so that whoever gets it needs no memory.
 */
final class Answering {

    static final String VERB = "answer";

    private Answering() {}

    /** @param pair {@code recipient-kind=group} */
    static ObjectNode with(Result result, String pair) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("verb", VERB);
        ObjectNode context = data.putObject("context");
        for (Fact fact : result.failures().get(0).judgement().facts()) {
            if (fact instanceof Context told) {
                context.put(told.name(), told.value());
            }
        }
        int equals = pair.indexOf('=');
        context.put(pair.substring(0, equals), pair.substring(equals + 1));
        return data;
    }
}
