package io.rimbalzo.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that only the person knows and that would change the answer: {@code recipient-kind}.
 *
 * @param name    a context name
 * @param options the values to choose from
 */
public record Question(String name, List<Option> options) {

    /**
     * One answer.
     *
     * @param value what to say: {@code recipient-kind=group}
     * @param limit for a count, the threshold it stands beside, else null: with a limit of 5,000 the values 5000 and
     *              5001 stand for "up to" and "over"
     */
    public record Option(String value, @Nullable Integer limit) {

        public boolean over() {
            return limit != null && Integer.parseInt(value) > limit;
        }
    }
}
