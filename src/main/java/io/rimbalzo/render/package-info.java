/** Answers as text for a terminal and as JSON; nothing is decided here. */
@NullMarked
package io.rimbalzo.render;

import org.jspecify.annotations.NullMarked;
