package io.rimbalzo.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A call of a program in JSON, answered in JSON, by the same limits as a diagnosis: {@code POST /webhook/rasa}, {@code POST /mcp}. */
final class Exchange {

    private static final List<String> TYPES = List.of(Representation.JSON);

    private final Bodies bodies;
    private final Work work;

    Exchange(Bodies bodies, Work work) {
        this.bodies = bodies;
        this.work = work;
    }

    void answer(Context http, Function<Mount.Call, Mount.Answer> face) throws Exception {
        Accept.best(http, TYPES);
        if (!TYPES.contains(Accept.bare(Accept.ofBody(http)))) {
            throw new Refusal(415, "unsupported-type", Map.of("known", TYPES));
        }
        try (Bodies.Body body = bodies.read(http)) {
            Mount.Call call = new Mount.Call(body.bytes(), fields(http));
            Mount.Answer answer = work.run(() -> face.apply(call));
            http.status(answer.status());
            if (answer.json() != null) {
                Wire.answer(http, Representation.JSON, answer.json());
            }
        }
    }

    /** As they are now: work that took too long must not look at a request that has ended. */
    private static Map<String, String> fields(Context http) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(http.headerMap());
        return fields;
    }
}
