/**
 * All that the rules know, each condition read aloud: {@code Reply( says("disabled") )} to {@code a reply says “disabled”}.
 */
@NullMarked
package io.rimbalzo.catalogue;

import org.jspecify.annotations.NullMarked;
