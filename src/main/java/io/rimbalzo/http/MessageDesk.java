package io.rimbalzo.http;

import io.rimbalzo.ShippedMessages;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.Flaw;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.MessageStore;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where system messages are read, checked and written; {@link MessageStore} does the work, this tells what is wrong. */
final class MessageDesk {

    private final @Nullable Path folder;

    /** @param folder null where there is none to write to */
    MessageDesk(@Nullable Path folder) {
        this.folder = folder;
    }

    SystemMessages messages() throws IOException {
        return folder == null ? SystemMessages.NONE : new MessageStore(folder).read();
    }

    private MessageStore store() {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal(403, "no-folder", Map.of());
        }
        return new MessageStore(folder);
    }

    /** Of {@code it/internal/5.7.124} or {@code it/WarningMailbox}. */
    Identity identity(Asked asked, String text) {
        return identity(asked, Identity.parse(text), List.of());
    }

    /** Of a message to be made; what is wrong with its text is told at once. */
    Identity identity(Asked asked, MessageEntry entry) {
        boolean quota = entry.quotaMessageType() != null;
        String type = Objects.requireNonNullElse(entry.quotaMessageType(), "");
        String code = Objects.requireNonNullElse(entry.dsnCode(), "");
        boolean report = entry.dsnCode() != null && entry.internal() != null;
        if (quota == report || quota && (entry.dsnCode() != null || entry.internal() != null)) {
            throw new Refusal(422, "bad-message", Map.of()).saying(asked.words().say("http.message-one-of-two"));
        }
        if (entry.language() == null || entry.text() == null) {
            throw new Refusal(422, "bad-message", Map.of()).saying(asked.words().say("http.message-needed"));
        }
        Audience audience = Boolean.TRUE.equals(entry.internal()) ? Audience.INTERNAL : Audience.EXTERNAL;
        Identity.Parsed parsed =
                quota ? Identity.quota(entry.language(), type) : Identity.report(entry.language(), audience, code);
        return identity(asked, parsed, flaws(entry.text(), asked.words()));
    }

    private static Identity identity(Asked asked, Identity.Parsed parsed, List<Flaw> more) {
        List<Flaw> flaws = new ArrayList<>(parsed.flaws());
        flaws.addAll(more);
        refuse(flaws, asked.words());
        return Objects.requireNonNull(parsed.identity(), "what has no flaw has an identity");
    }

    SystemMessage existing(Asked asked, Identity identity) throws IOException {
        return messages()
                .get(identity)
                .orElseThrow(() -> new Refusal(404, "no-message", Map.of("identity", identity.toString())));
    }

    SystemMessage make(Asked asked, Identity identity, MessageEntry entry) throws IOException {
        MessageStore store = store();
        if (store.read().get(identity).isPresent()) {
            throw new Refusal(409, "exists", Map.of("identity", identity.toString()));
        }
        return put(asked, store, identity, entry.text(), Boolean.TRUE.equals(entry.original()));
    }

    SystemMessage set(Asked asked, Identity identity, MessageRoutes.MessageChange change) throws IOException {
        MessageStore store = store();
        String text = change.text() != null
                ? change.text()
                : store.read().get(identity).map(SystemMessage::text).orElse(null);
        if (text == null) {
            throw new Refusal(422, "bad-message", Map.of()).saying(asked.words().say("http.message-needed"));
        }
        refuse(flaws(text, asked.words()), asked.words());
        return put(asked, store, identity, text, Boolean.TRUE.equals(change.original()));
    }

    private static SystemMessage put(Asked asked, MessageStore store, Identity identity, String text, boolean original)
            throws IOException {
        if (original && new ShippedMessages(asked.rimbalzo()).of(identity).isEmpty()) {
            throw new Refusal(422, "bad-message", Map.of())
                    .saying(asked.words().say("messages.no-original", Map.of("identity", identity.toString())));
        }
        SystemMessage message = new SystemMessage(identity, text, original, null, 0);
        store.put(message);
        return message;
    }

    void remove(Asked asked, Identity identity) throws IOException {
        MessageStore store = store();
        existing(asked, identity);
        store.remove(identity);
    }

    private static List<Flaw> flaws(String text, Words words) {
        List<Flaw> flaws = new ArrayList<>(RichText.flaws(text));
        flaws.addAll(RichText.unknownValues(text, words.values()));
        flaws.sort(Comparator.comparingInt(Flaw::at)); // as the text is read
        return flaws;
    }

    private static void refuse(List<Flaw> flaws, Words words) {
        if (!flaws.isEmpty()) {
            throw Refusal.unprocessable(
                    flaws.stream().map(flaw -> violation(flaw, words)).toList());
        }
    }

    private static Violation violation(Flaw flaw, Words words) {
        Map<String, Object> values = new HashMap<>(flaw.values());
        String nearest = String.valueOf(values.getOrDefault("nearest", ""));
        values.put(
                "suggestion", nearest.isEmpty() ? "" : words.say("error.suggestion", Map.of("nearest", nearest)) + " ");
        String code = flaw.key().substring(flaw.key().lastIndexOf('.') + 1);
        return new Violation(code, flaw.at(), words.say(flaw.key(), values));
    }
}
