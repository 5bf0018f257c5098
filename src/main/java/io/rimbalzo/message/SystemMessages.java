package io.rimbalzo.message;

import io.rimbalzo.message.Identity.Audience;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The organization's own texts, as read from the files of their languages; unchanging. */
public final class SystemMessages {

    /** Nobody has written any. */
    public static final SystemMessages NONE = of(Map.of());

    /** Something in a file that cannot be used: {@code i18n/system-messages_it.properties:12}. */
    public record Complaint(String file, int line, Flaw flaw) {}

    private final Map<Identity, SystemMessage> all;
    private final List<Complaint> complaints;

    private SystemMessages(Map<Identity, SystemMessage> all, List<Complaint> complaints) {
        this.all = all;
        this.complaints = List.copyOf(complaints);
    }

    /** One alone. */
    public static SystemMessages only(SystemMessage message) {
        return new SystemMessages(Map.of(message.identity(), message), List.of());
    }

    /** Whether a file of words is one of system messages: {@code i18n/system-messages_it.properties}. */
    public static boolean isFile(String name) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith(MessageFile.PREFIX);
    }

    /** Of files by name; those that are no system messages are left alone. */
    public static SystemMessages of(Map<String, String> files) {
        Map<Identity, SystemMessage> all = new LinkedHashMap<>();
        List<Complaint> complaints = new ArrayList<>();
        new TreeMap<>(files).forEach((name, text) -> {
            if (isFile(name)) {
                read(name, text, all, complaints);
            }
        });
        return new SystemMessages(all, complaints);
    }

    private static void read(String file, String text, Map<Identity, SystemMessage> all, List<Complaint> complaints) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        String tag = base.substring(
                MessageFile.PREFIX.length(),
                Math.max(MessageFile.PREFIX.length(), base.length() - MessageFile.ENDING.length()));
        Optional<String> language = ExchangeNames.language(tag);
        if (language.isEmpty()) {
            complaints.add(new Complaint(file, 1, Flaw.of("language", 0, "found", tag, "nearest", "")));
            return;
        }
        List<MessageFile.Broken> broken = new ArrayList<>();
        for (SystemMessage message : new MessageFile(language.get(), file, text).messages(broken)) {
            all.put(message.identity(), message);
            RichText.flaws(message.text()).forEach(flaw -> complaints.add(new Complaint(file, message.line(), flaw)));
        }
        broken.forEach(b -> complaints.add(new Complaint(file, b.line(), b.flaw())));
    }

    /** In the order of the languages' files and their lines. */
    public List<SystemMessage> all() {
        return List.copyOf(all.values());
    }

    public Optional<SystemMessage> get(Identity identity) {
        return Optional.ofNullable(all.get(identity));
    }

    /** What in the files Exchange would not take, or nobody can read. */
    public List<Complaint> complaints() {
        return complaints;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The text that stands in for the shipped words: in exactly this language, the one for the diagnosis before the one
     * for the code; then the same in the parent language ({@code it} of {@code it-CH}); never one of another language or
     * audience, and none that is switched back to the original.
     *
     * @param language the language of the answer
     * @param id       the diagnosis
     * @param code     the status code, or null
     */
    public Optional<SystemMessage> choose(String language, Audience audience, String id, @Nullable String code) {
        for (String tag = language; !tag.isEmpty() && !all.isEmpty(); tag = parent(tag)) {
            Optional<String> known = ExchangeNames.language(tag);
            for (String name : code == null ? List.of(id) : List.of(id, code)) {
                SystemMessage message = known.isEmpty()
                        ? null
                        : all.get(new Identity(known.get(), audience, name.toLowerCase(Locale.ROOT)));
                if (message != null) {
                    return message.original() ? Optional.empty() : Optional.of(message);
                }
            }
        }
        return Optional.empty();
    }

    private static String parent(String tag) {
        return tag.substring(0, Math.max(0, Math.max(tag.lastIndexOf('-'), tag.lastIndexOf('_'))));
    }
}
