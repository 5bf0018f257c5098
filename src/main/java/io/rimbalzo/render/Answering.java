package io.rimbalzo.render;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Option;
import io.rimbalzo.render.Page.Question;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a button of a card sends back: {@code {"verb": "answer", "lang": "en", "context": {"recipient-kind": "group"}}}, with
 * all that was told before, so that whoever gets it needs to remember nothing but the message.
 */
final class Answering {

    static final String VERB = "answer";

    private Answering() {}

    /** The answers to choose from, the last of which is not to know: {@code recipient-kind=unknown}. */
    static List<Option> options(Question question, Words words) {
        List<Option> options = new ArrayList<>(question.options());
        String name = name(question.options().get(0).pair());
        options.add(new Option(name + "=" + Context.UNKNOWN, words.say("chat.unknown")));
        return options;
    }

    /** @param pair {@code recipient-kind=group} */
    static ObjectNode with(Result result, String pair) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("verb", VERB)
                .put("lang", result.words().locale());
        ObjectNode context = data.putObject("context");
        for (Fact fact : result.failures().get(0).judgement().facts()) {
            if (fact instanceof Context told) {
                context.put(told.name(), told.value());
            }
        }
        context.put(name(pair), pair.substring(pair.indexOf('=') + 1));
        return data;
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }
}
