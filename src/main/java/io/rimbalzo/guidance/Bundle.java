package io.rimbalzo.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One file of words, {@code i18n/tls_it.properties}, as its lines stand: UTF-8, in order, duplicates kept.
 *
 * <p>Not java.util.Properties, which eats backslashes ({@code CONTOSO\mario}) and knows neither lines nor order. A
 * backslash is a backslash, but for one at a line's end, after which the value goes on with the next line.
 */
public record Bundle(String file, List<Entry> entries) {

    /** One {@code key = value}; {@code line} is that of the key, from 1. */
    public record Entry(String key, String value, String file, int line) {}

    public Bundle {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file of words.
     *
     * @param file how complaints name the file
     * @param text its whole text
     * @throws BrokenWords naming the line, where a line is neither a comment nor {@code key = value}
     */
    public static Bundle parse(String file, String text) {
        return parse(file, text, broken -> {
            throw broken;
        });
    }

    /** The same, where a line that cannot be used is told and left out. */
    public static Bundle parse(String file, String text, Consumer<BrokenWords> complaints) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i == 0 && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int first = i + 1;
            StringBuilder whole = new StringBuilder(line);
            while (endsOpen(whole) && i + 1 < lines.size()) {
                whole.setLength(whole.length() - 1);
                whole.append(lines.get(++i).strip());
            }
            try {
                entries.add(entry(file, first, whole.toString()));
            } catch (BrokenWords e) {
                complaints.accept(e);
            }
        }
        return new Bundle(file, entries);
    }

    private static boolean endsOpen(StringBuilder line) {
        return line.length() > 0 && line.charAt(line.length() - 1) == '\\';
    }

    private static Entry entry(String file, int line, String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals).strip();
        if (equals < 1 || key.indexOf(' ') >= 0) {
            throw new BrokenWords(file, line, BrokenWords.sentence("line", "found", shortened(text)));
        }
        return new Entry(key, text.substring(equals + 1).strip(), file, line);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
