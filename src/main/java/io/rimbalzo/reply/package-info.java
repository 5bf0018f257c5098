/** An answer as a mail that can be sent to whoever asked: a draft of text and HTML, {@code X-Unsent: 1}. */
@NullMarked
package io.rimbalzo.reply;

import org.jspecify.annotations.NullMarked;
