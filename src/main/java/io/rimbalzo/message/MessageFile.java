package io.rimbalzo.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The system messages of one language as a file that a person reads and edits, {@code i18n/system-messages_it.properties}:
 *
 * <pre>{@code
 * # Help desk's own words.
 * Internal\5.7.124 = Per scrivere a questo gruppo chiamare il 4500.
 * WarningMailbox   = La cassetta postale è quasi piena.
 * Internal\5.1.1.original = yes
 * }</pre>
 *
 * Comments, order and empty lines stay as they are; a change touches the lines of its own identity only.
 */
final class MessageFile {

    static final String PREFIX = "system-messages_";
    static final String ENDING = ".properties";
    private static final String ORIGINAL = ".original";

    /** A line that is none: neither a comment nor {@code identity = text}. */
    record Broken(int line, Flaw flaw) {}

    private record Entry(String key, String value, int first, int last) {}

    private final String language;
    private final String file;
    private final List<String> lines;

    /**
     * @param language as Exchange spells it
     * @param file     how complaints name it
     * @param text     its text; empty for a file that is not there yet
     */
    MessageFile(String language, String file, String text) {
        this.language = language;
        this.file = file;
        this.lines = new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split("\r\n|\n", -1)));
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    /** Its name, {@code system-messages_it.properties}. */
    static String name(String language) {
        return PREFIX + language + ENDING;
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The messages in the order of the file; lines that are none are told. */
    List<SystemMessage> messages(List<Broken> broken) {
        List<SystemMessage> messages = new ArrayList<>();
        List<Entry> entries = entries(broken);
        for (Entry entry : entries) {
            if (!isSwitch(entry)) {
                add(messages, entry, entries, broken);
            } else if (entries.stream().noneMatch(e -> e.key().equalsIgnoreCase(base(entry)))) {
                broken.add(new Broken(entry.first() + 1, Flaw.of("original-alone", 0, "found", entry.key())));
            }
        }
        return messages;
    }

    private void add(List<SystemMessage> messages, Entry entry, List<Entry> entries, List<Broken> broken) {
        Identity.Parsed parsed = Identity.parse(language + "\\" + entry.key());
        parsed.flaws().forEach(flaw -> broken.add(new Broken(entry.first() + 1, flaw)));
        if (parsed.identity() == null) {
            return;
        }
        SystemMessage twin = messages.stream()
                .filter(m -> m.identity().equals(parsed.identity()))
                .findFirst()
                .orElse(null);
        if (twin != null) {
            broken.add(new Broken(
                    entry.first() + 1,
                    Flaw.of("twice", 0, "identity", parsed.identity().toString(), "line", twin.line())));
            return;
        }
        boolean original = entries.stream()
                .anyMatch(e -> isSwitch(e)
                        && base(e).equalsIgnoreCase(entry.key())
                        && e.value().equalsIgnoreCase("yes"));
        messages.add(new SystemMessage(parsed.identity(), entry.value(), original, file, entry.first() + 1));
    }

    private static boolean isSwitch(Entry entry) {
        return entry.key().toLowerCase(Locale.ROOT).endsWith(ORIGINAL);
    }

    private static String base(Entry entry) {
        return entry.key().substring(0, entry.key().length() - ORIGINAL.length());
    }

    private List<Entry> entries(List<Broken> broken) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = stripped(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int first = i;
            StringBuilder whole = new StringBuilder(line);
            while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\' && i + 1 < lines.size()) {
                whole.setLength(whole.length() - 1);
                whole.append(stripped(++i));
            }
            int equals = whole.indexOf("=");
            if (equals < 1) {
                broken.add(new Broken(first + 1, Flaw.of("line", 0, "found", shortened(whole.toString()))));
            } else {
                String key = whole.substring(0, equals).strip().replace('/', '\\');
                entries.add(new Entry(key, whole.substring(equals + 1).strip(), first, i));
            }
        }
        return entries;
    }

    private String stripped(int i) {
        String line = lines.get(i).strip();
        return i == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** Writes a message in the place of the one with its identity, else at the end. */
    void put(SystemMessage message) {
        String local = message.identity().local();
        Entry switched = find(local + ORIGINAL);
        if (switched != null && !message.original()) {
            drop(switched);
        }
        Entry there = find(local);
        String line = local + " = " + message.text();
        if (there == null) {
            lines.add(line);
        } else if (!there.value().equals(message.text())) {
            drop(there);
            lines.add(there.first(), line);
        }
        if (message.original() && switched == null) {
            Entry own = Objects.requireNonNull(find(local), "it has just been put there");
            lines.add(own.last() + 1, local + ORIGINAL + " = yes");
        }
    }

    /** Takes a message out; comments stay. */
    void remove(Identity identity) {
        for (String key : List.of(identity.local() + ORIGINAL, identity.local())) {
            Entry there = find(key);
            if (there != null) {
                drop(there);
            }
        }
    }

    private @Nullable Entry find(String key) {
        return entries(new ArrayList<>()).stream()
                .filter(e -> e.key().equalsIgnoreCase(key))
                .findFirst()
                .orElse(null);
    }

    private void drop(Entry entry) {
        for (int i = entry.last(); i >= entry.first(); i--) {
            lines.remove(i);
        }
    }
}
