package io.rimbalzo.read;

import java.util.Map;

/**
 * Why an input cannot be read: {@code empty}, {@code not-a-report}, {@code unreadable}, {@code too-large},
 * {@code bad-code}.
 *
 * @param args values for the sentence that tells it, by name: {@code code} to {@code 5.7.1234}
 */
public record Problem(String code, Map<String, String> args) {

    public static final String EMPTY = "empty";
    public static final String UNREADABLE = "unreadable";
    public static final String TOO_LARGE = "too-large";
    public static final String BAD_CODE = "bad-code";

    public Problem {
        args = Map.copyOf(args);
    }
}
