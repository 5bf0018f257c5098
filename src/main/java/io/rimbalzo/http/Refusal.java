package io.rimbalzo.http;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a request gets no answer: {@code 413 too-large}. Told in the language of whoever asked, as a {@link Problem}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Of the contract's errors those that are not about what was read. */
    private static final Map<String, Integer> STATUSES = Map.of("bad-json", 400, "too-large", 413);

    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final String code;
    private final transient Map<String, ?> values;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient @Nullable String detail;
    private transient List<Violation> violations = List.of();

    /** @param values what the sentence {@code http.<code>} holds */
    Refusal(int status, String code, Map<String, ?> values) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.values = values;
    }

    /** Of an answer that is an error; of bad JSON the command line's sentence speaks of lines. */
    static Refusal of(Result.Error error) {
        Refusal refusal = new Refusal(STATUSES.getOrDefault(error.code(), UNPROCESSABLE), error.code(), Map.of());
        return error.code().equals("bad-json") ? refusal : refusal.saying(error.message());
    }

    static Refusal unprocessable(List<Violation> violations) {
        Refusal refusal = new Refusal(UNPROCESSABLE, "bad-message", Map.of());
        refusal.violations = violations;
        return refusal;
    }

    /** With a sentence that has been told already. */
    Refusal saying(String sentence) {
        detail = sentence;
        return this;
    }

    Refusal with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** @param path null where the request does not tell it */
    Problem problem(Words words, @Nullable String path) {
        String sentence = detail != null ? detail : words.say("http." + code, values);
        return Problem.of(words, status, code, sentence, path, violations);
    }
}
