package io.rimbalzo.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON; what is null is left out. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Wire() {}

    static String text(Object record) {
        return JSON.writeValueAsString(record);
    }

    /** Answers in UTF-8, which JSON of whatever type is in though its type does not say so. */
    static void answer(Context http, String type, String text) {
        http.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
    }
}
