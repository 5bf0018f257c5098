/** What is known without any message: of a code, a diagnosis, a server’s words. */
@NullMarked
package io.rimbalzo.explain;

import org.jspecify.annotations.NullMarked;
