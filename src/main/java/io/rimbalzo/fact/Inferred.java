package io.rimbalzo.fact;

/** Drawn from other facts by a rule in rules/inference: {@code forwarded}. */
public record Inferred(String name, String quote) implements Fact {

    /** Written out, since the one that Java makes for a record costs a cold start 30 ms. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
