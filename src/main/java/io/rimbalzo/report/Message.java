package io.rimbalzo.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that bounced, from its headers; absent ones are null or empty.
 *
 * @param from           address in From (P2): {@code anna@example.it}
 * @param sender         address in Sender
 * @param returnPath     address in Return-Path (P1), empty for the null sender
 * @param to             addresses in To, then Cc
 * @param date           the Date field as written
 * @param messageId      with its angle brackets
 * @param hops           in the order of travel, the oldest first
 * @param authentication what receivers noted about SPF, DKIM, DMARC
 * @param headers        all header fields, in the order of the text, unfolded
 */
public record Message(
        @Nullable String from,
        @Nullable String sender,
        @Nullable String returnPath,
        List<String> to,
        @Nullable String subject,
        @Nullable String date,
        @Nullable String messageId,
        List<Hop> hops,
        Authentication authentication,
        List<HeaderField> headers) {

    public static final Message UNKNOWN =
            new Message(null, null, null, List.of(), null, null, null, List.of(), Authentication.NONE, List.of());

    public Message {
        to = List.copyOf(to);
        hops = List.copyOf(hops);
        headers = List.copyOf(headers);
    }

    /** Whether anything is known of it. */
    @SuppressWarnings("ReferenceEquality") // there is one that is not known, and comparing records is slow
    public boolean isKnown() {
        return this != UNKNOWN;
    }
}
