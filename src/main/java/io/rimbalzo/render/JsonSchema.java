package io.rimbalzo.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schemas (draft 2020-12) of what {@link Json} writes and of what is read: {@code result}, {@code submission}. */
public final class JsonSchema {

    public static final List<String> NAMES = List.of("result", "submission");

    private JsonSchema() {}

    /**
     * The schema as text, ending with a line's end.
     *
     * @param name one of {@link #NAMES}
     */
    public static String of(String name) {
        try (InputStream in = JsonSchema.class.getResourceAsStream(name + ".schema.json")) {
            if (in == null) {
                throw new IllegalArgumentException("no schema of " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
