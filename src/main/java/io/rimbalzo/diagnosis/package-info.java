/** Merges what the rules found, ranks it and asks the next question: {@code recipient-kind}, group or mailbox? */
@NullMarked
package io.rimbalzo.diagnosis;

import org.jspecify.annotations.NullMarked;
