package io.rimbalzo.fact;

/** What the person or the program told us: {@code recipient-kind=group}; {@code number} is 0 where the value is none. */
public record Context(String name, String value, int number, String quote) implements Fact {

    /** Of any name, that the person cannot tell: no rule sees it, and nobody is asked again. */
    public static final String UNKNOWN = "unknown";

    /** At most nine digits are a number. */
    public static Context of(String name, String value) {
        boolean count = !value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Context(name, value, count ? Integer.parseInt(value) : 0, name + "=" + value);
    }

    public boolean isUnknown() {
        return UNKNOWN.equals(value);
    }
}
