/** What no rule explains yet, alike with alike, so that whoever writes rules sees where one is worth most. */
@NullMarked
package io.rimbalzo.unexplained;

import org.jspecify.annotations.NullMarked;
