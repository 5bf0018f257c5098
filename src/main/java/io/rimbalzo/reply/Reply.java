package io.rimbalzo.reply;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Clean;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer to one person, ready to be sent: {@code Messaggio «Preventivo» per luca@contoso.com: L’indirizzo non esiste}.
 *
 * @param subject    on one line
 * @param to         the person's address, where it is known, else null
 * @param inReplyTo  the id of the message that bounced, with its angle brackets, or null
 * @param paragraphs what it says, in order
 */
public record Reply(
        String language,
        String subject,
        @Nullable String to,
        @Nullable String inReplyTo,
        List<Paragraph> paragraphs) {

    private static final int MOST_RECIPIENTS = 5;

    /**
     * The reply to one person.
     *
     * @param result without an error
     * @param who    sender, sender-admin, recipient, recipient-admin or group-owner
     */
    public static Reply to(String who, Result result) {
        Result own = result.forReader(who);
        List<Paragraph> paragraphs = new ArrayList<>();
        sections(own).values().forEach(same -> paragraphs.addAll(new Section(own, same, who).paragraphs()));
        Message message = own.report().message();
        return new Reply(
                own.words().language(),
                subject(own),
                Addresses.mailbox(
                        switch (who) {
                            case "sender" -> message.from();
                            case "recipient" ->
                                own.failures().size() == 1
                                        ? own.failures().get(0).failure().recipient()
                                        : null;
                            default -> null;
                        }),
                Addresses.messageId(message.messageId()),
                List.copyOf(paragraphs));
    }

    /** Recipients with the same diagnosis are told of together. */
    private static Map<String, List<Told>> sections(Result result) {
        Map<String, List<Told>> sections = new LinkedHashMap<>();
        for (Told told : result.failures()) {
            Diagnosis diagnosis = told.judgement().diagnosis();
            String id = diagnosis == null ? String.valueOf(told.failure().bestStatus()) : diagnosis.id();
            sections.computeIfAbsent(id, i -> new ArrayList<>()).add(told);
        }
        return sections;
    }

    private static String subject(Result result) {
        Words words = result.words();
        String title = Section.title(result.failures().get(0), words);
        String message = message(result, result.failures());
        return message.isEmpty() ? title : words.say("reply.subject", Map.of("message", message, "title", title));
    }

    /** {@code «Preventivo» per luca@contoso.com}, as far as it is known; else empty. */
    static String message(Result result, List<Told> told) {
        Words words = result.words();
        String subject = result.report().message().subject();
        List<String> recipients = told.stream()
                .map(Told::failure)
                .map(Failure::recipient)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>();
        if (subject != null && !subject.isBlank()) {
            parts.add(words.say("quoted", Map.of("text", shortened(Clean.line(subject)))));
        }
        if (!recipients.isEmpty()) {
            List<String> named = recipients.stream()
                    .limit(MOST_RECIPIENTS)
                    .map(recipient -> shortened(Clean.line(recipient)))
                    .toList();
            String key = recipients.size() > MOST_RECIPIENTS ? "reply.recipients-more" : "reply.recipients";
            parts.add(words.say(
                    key,
                    Map.of(
                            "recipients",
                            String.join(", ", named),
                            "more",
                            String.valueOf(recipients.size() - MOST_RECIPIENTS))));
        }
        return String.join(" ", parts);
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(120, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end).stripTrailing() + "…" : text;
    }
}
