package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.BitSet;

/**
 * What the network sees of a fact: {@code Status 5.7.26} for the patterns with one number.
 *
 * @param number  finds the patterns
 * @param answers what the fact answers of all asks
 */
record Said(int number, Fact fact, BitSet answers) {}
