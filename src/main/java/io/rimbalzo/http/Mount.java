package io.rimbalzo.http;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Another face under a path of its own, JSON in and JSON out: {@code POST /mcp}. Who may ask, how much at once and for how
 * long is looked after for it.
 *
 * @param path begins with a slash, ends with none
 * @param face answers a request, on a thread of those that answers are made on
 */
public record Mount(String path, Function<Call, Answer> face) {

    /**
     * A request.
     *
     * @param fields the header fields, by names of any case
     */
    public record Call(byte[] body, Map<String, String> fields) {}

    /**
     * What is answered.
     *
     * @param json null for no body
     */
    public record Answer(int status, @Nullable String json) {}
}
