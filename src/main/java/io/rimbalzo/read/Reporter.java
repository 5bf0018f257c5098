package io.rimbalzo.read;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a mail system wrote a mail: {@code From: MAILER-DAEMON@example.it}, {@code Subject: Undeliverable: ...}. */
final class Reporter {

    private Reporter() {}

    static boolean isAuthor(Part mail, Anchors anchors) {
        String from = mail.header("From");
        String lower = from == null ? "" : from.toLowerCase(Locale.ROOT);
        if (mail.header("X-Failed-Recipients") != null
                || mail.header("X-MS-Exchange-Message-Is-Ndr") != null
                // receipts and notices of Italian certified mail (PEC)
                || mail.header("X-Ricevuta") != null
                || anchors.spoken().holds("reporters", lower)
                || mail.is("multipart/report") && mail.reportType().startsWith("delivery-status")) {
            return true;
        }
        return subject(mail, anchors) != null;
    }

    /** The words of the subject that reports have: {@code Undeliverable: ...}; or null. */
    static Anchors.@Nullable Hit subject(Part mail, Anchors anchors) {
        String subject = mail.header("Subject");
        Anchors.Hit hit = subject == null ? null : anchors.match(EncodedWords.decode(subject));
        return hit != null && hit.is("failure-subject") ? hit : null;
    }

    /** The addresses in X-Failed-Recipients. */
    static List<String> failedRecipients(Part mail) {
        String failed = mail.header("X-Failed-Recipients");
        return failed == null ? List.of() : AddressText.all(failed);
    }
}
