package io.rimbalzo.report;

import org.jspecify.annotations.Nullable;

/**
 * What one server answered: {@code 550 5.7.124 Sender not in allowed-senders list}.
 *
 * @param reply     the three digits ({@code 550}), 0 where the answer carries none
 * @param status    the enhanced status code ({@code 5.7.124}), or null
 * @param text      the words after the codes, on one line; never null
 * @param host      the server that the answer itself names, or null
 * @param quote     the answer as it stands in what was read, codes included
 * @param blockList the block list that the answer names, {@code zen.spamhaus.org}, or null
 */
public record Answer(
        int reply,
        @Nullable String status,
        String text,
        @Nullable String host,
        String quote,
        @Nullable String blockList) {

    /** One that names no block list. */
    public Answer(int reply, @Nullable String status, String text, @Nullable String host, String quote) {
        this(reply, status, text, host, quote, null);
    }

    /** The same answer, in which a block list was found. */
    public Answer naming(String list) {
        return new Answer(reply, status, text, host, quote, list);
    }
}
