package io.rimbalzo.read;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Servers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message/feedback-report part (RFC 5965): {@code Feedback-Type: abuse}, {@code Original-Rcpt-To: luca@example.it}; a
 * recipient complained, nothing was refused.
 */
final class FeedbackReport {

    private static final List<String> RECIPIENT = List.of("Original-Rcpt-To", "Removal-Recipient");

    private FeedbackReport() {}

    /** The part of a mail, or null; what a returned message holds does not count. */
    static @Nullable Part in(Part mail) {
        if (mail.is("message/feedback-report")) {
            return mail;
        }
        for (Part part : mail.is("message/rfc822") ? List.<Part>of() : mail.parts) {
            Part found = in(part);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * One failure that is none: only its recipient and {@code Feedback-Type}, where they are told, and the action
     * {@code feedback}.
     */
    static Failure read(Part part, Message returned) {
        String recipient = null;
        String type = null;
        for (HeaderField field : MessageHeaders.split(part.text())) {
            boolean named = recipient == null && RECIPIENT.stream().anyMatch(field.name()::equalsIgnoreCase);
            recipient = named ? AddressText.first(field.value()) : recipient;
            type = field.name().equalsIgnoreCase("Feedback-Type") ? field.line() : type;
        }
        // "Undisclosed Recipients" is nobody's
        recipient = recipient == null || recipient.indexOf('@') < 0 ? null : recipient;
        recipient =
                recipient == null && returned.to().size() == 1 ? returned.to().get(0) : recipient;
        return new Failure(recipient, "feedback", null, List.of(), Servers.UNKNOWN, Map.of(), type, null, null);
    }
}
