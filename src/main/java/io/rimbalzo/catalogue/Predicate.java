package io.rimbalzo.catalogue;

/**
 * What is said of a fact: {@code contiene «mailbox full»}.
 *
 * @param negative whether it denies: {@code non contiene «mailbox full»}
 * @param compound whether it holds several alternatives, so that what follows needs a pause before it
 */
record Predicate(String text, boolean negative, boolean compound) {}
