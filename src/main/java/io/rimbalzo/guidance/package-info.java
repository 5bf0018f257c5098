/** Words for a person, in one language: {@code tls.certificate-expired} to its title, its cause and what each should do. */
@NullMarked
package io.rimbalzo.guidance;

import org.jspecify.annotations.NullMarked;
