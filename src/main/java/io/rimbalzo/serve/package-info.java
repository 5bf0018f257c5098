/** What puts the faces together: the command {@code rimbalzo serve}. */
@NullMarked
package io.rimbalzo.serve;

import org.jspecify.annotations.NullMarked;
