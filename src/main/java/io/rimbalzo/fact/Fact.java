package io.rimbalzo.fact;

/** Something that a message shows, or that a person told us. */
public interface Fact {

    /** The words it was read from, as evidence shows them. */
    String quote();
}
