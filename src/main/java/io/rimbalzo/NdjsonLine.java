package io.rimbalzo;

import io.rimbalzo.guidance.Choice;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of NDJSON: {@code {"id": "7", "message": "550 5.7.124 ...", "context": {"recipient-kind": "group"}, "lang": "it"}}. */
public final class NdjsonLine {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNestingDepth(50)
                            .build())
                    .build())
            .build();

    private final Rimbalzo rimbalzo;
    private final Map<String, String> context;
    private final @Nullable String lang;
    private final int limit;

    /**
     * @param context what every line is told beside its own context, which wins
     * @param limit   the longest line, in bytes
     */
    public NdjsonLine(Rimbalzo rimbalzo, Map<String, String> context, @Nullable String lang, int limit) {
        this.rimbalzo = rimbalzo;
        this.context = context;
        this.lang = lang;
        this.limit = limit;
    }

    /** Always a result; one with an error where the line cannot be used. */
    public Result result(byte[] line) {
        return result(line, rimbalzo::diagnose, Function.identity());
    }

    /**
     * What becomes of a line.
     *
     * @param use    of what was handed in
     * @param unused of a result that says why the line cannot be used
     */
    public <T> T result(byte[] line, Function<Submission, T> use, Function<Result, T> unused) {
        Choice choice = rimbalzo.choose(lang, null);
        if (line.length > limit) {
            return unused.apply(failed(
                    null,
                    choice,
                    "too-large",
                    choice.words().say("error.too-large", Map.of("limit", limit / (1 << 20)))));
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JacksonException e) {
            return unused.apply(badJson(null, choice, line));
        }
        String id = node.path("id").isValueNode() && !node.path("id").isNull()
                ? node.path("id").asString()
                : null;
        if (!node.path("message").isString()
                || !node.path("context").isMissingNode()
                        && !node.path("context").isNull()
                        && !node.path("context").isObject()) {
            return unused.apply(badJson(id, choice, line));
        }
        Map<String, String> told = new LinkedHashMap<>(context);
        node.path("context")
                .properties()
                .forEach(p -> told.put(p.getKey(), p.getValue().asString("")));
        return use.apply(new Submission(
                id,
                node.path("message").asString().getBytes(StandardCharsets.UTF_8),
                told,
                node.path("lang").isValueNode() && !node.path("lang").isNull()
                        ? node.path("lang").asString()
                        : lang));
    }

    private static Result badJson(@Nullable String id, Choice choice, byte[] line) {
        String found = new String(line, 0, Math.min(60, line.length), StandardCharsets.UTF_8);
        return failed(id, choice, "bad-json", choice.words().say("error.bad-json", Map.of("found", found)));
    }

    private static Result failed(@Nullable String id, Choice choice, String code, String message) {
        return new Result(
                id,
                choice,
                new Report(Report.NONE, null, List.of(), Message.UNKNOWN),
                new Result.Error(code, message),
                List.of());
    }
}
