package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;

/** The verb of rules/inference: {@code infer.that("forwarded", $list)}. Only Drools' own compilers call it. */
public interface Infer {

    /** The other rules then see it as {@code Inferred( name == "forwarded" )}. */
    void that(String name, Fact... evidence);
}
