/** The whole machine behind one method, {@code rimbalzo.diagnose(submission)}, for other Java programs. */
@NullMarked
package io.rimbalzo;

import org.jspecify.annotations.NullMarked;
