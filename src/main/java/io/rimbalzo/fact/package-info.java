/**
 * The words of the rules, spelled as mail spells them: {@code Status}, {@code Reply}, {@code Dmarc}. Each fact carries the
 * quote it was read from; the fields that a message may leave out are null.
 */
@NullMarked
package io.rimbalzo.fact;

import org.jspecify.annotations.NullMarked;
