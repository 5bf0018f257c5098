/**
 * Tells whoever edits the knowledge what is wrong, where, and what was possible: {@code rules/dns.drl:12}, a diagnosis
 * without words; a case that is answered otherwise than it expects.
 */
@NullMarked
package io.rimbalzo.check;

import org.jspecify.annotations.NullMarked;
