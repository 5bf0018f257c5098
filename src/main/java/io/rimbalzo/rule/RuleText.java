package io.rimbalzo.rule;

import java.util.Arrays;

/** One rule file while it is read: {@code rules/tls.drl}, its text, and where its lines begin. */
final class RuleText {

    final String file;
    final String text;
    private final int[] lines;

    RuleText(String file, String text) {
        this.file = file;
        this.text = text;
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = text.indexOf('\n', starts[i - 1]) + 1;
        }
        lines = starts;
    }

    Place place(int offset) {
        int found = Arrays.binarySearch(lines, Math.max(0, offset));
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, offset - lines[line] + 1);
    }

    int start(int line) {
        return lines[Math.max(0, Math.min(line, lines.length) - 1)];
    }

    boolean isInference() {
        return file.startsWith("inference/") || file.contains("/inference/");
    }

    boolean isVocabulary() {
        return name().equals("vocabulary.drl");
    }

    private String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Whether the file is {@code <topic>.drl} or {@code <topic>-<part>.drl}. */
    boolean isOf(String topic) {
        return name().equals(topic + ".drl") || name().startsWith(topic + "-");
    }
}
