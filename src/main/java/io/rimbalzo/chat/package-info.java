/** What a support bot needs, whatever carries it: one turn of a conversation, which remembers nothing, and webhooks. */
@NullMarked
package io.rimbalzo.chat;

import org.jspecify.annotations.NullMarked;
