package io.rimbalzo.guidance;

import java.util.List;
import java.util.Map;

/**
 * A diagnosis in words, in one language.
 *
 * @param title     what happened, one line without a full stop
 * @param cause     why, at most three sentences
 * @param brief     the first sentence of the cause, which stands alone in a chat
 * @param steps     for each person (sender, sender-admin, recipient, recipient-admin, group-owner, service) what to do,
 *                  whoever must act first
 * @param admin     what the code means, for those who run mail, or null
 * @param links     pages to read
 * @param custom    the identity of the organization's own text that stands in title and cause, or null
 */
public record Guidance(
        String title,
        String cause,
        String brief,
        Map<String, List<Step>> steps,
        String admin,
        List<Link> links,
        String custom) {

    /** One action; {@code command} is what can be copied for it, or null. */
    public record Step(String text, String command) {}

    /** A page: {@code Sender guidelines | https://support.google.com/a/answer/81126}. */
    public record Link(String title, String url) {}
}
