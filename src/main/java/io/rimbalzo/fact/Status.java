package io.rimbalzo.fact;

/** An enhanced status code: {@code 5.7.124}. */
public record Status(String code, String quote) implements Fact {

    /** Whether the code is one of these: {@code "5.7.606-649"}, {@code "x.7.1"} (any class), {@code "5.7.x"}. */
    public boolean within(String... ranges) {
        for (String range : ranges) {
            if (CodeRange.parse(range).contains(code)) {
                return true;
            }
        }
        return false;
    }
}
