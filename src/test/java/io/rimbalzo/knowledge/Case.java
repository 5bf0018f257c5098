package io.rimbalzo.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case beside the rules: what the rules must answer to a text.
 *
 * @param place   file and line of the title
 * @param expect  for each failed recipient: the diagnosis ("nothing", "no diagnosis"), then notes and alternatives
 * @param context what the person told
 */
record Case(String place, String title, List<List<String>> expect, Map<String, String> context, String text) {

    /** The cases of one file, {@code === Title}, {@code expect: ...}, an empty line, the text. */
    static List<Case> parse(String file, String content) {
        List<Case> cases = new ArrayList<>();
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("=== ")) {
                int end = i + 1;
                while (end < lines.length && !lines[end].startsWith("=== ")) {
                    end++;
                }
                cases.add(read(file, lines, i, end));
                i = end - 1;
            } else if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": a case begins with === and its title: " + lines[i]);
            }
        }
        return cases;
    }

    private static Case read(String file, String[] lines, int from, int to) {
        String place = file + ":" + (from + 1);
        Map<String, String> head = new LinkedHashMap<>();
        int i = from + 1;
        for (; i < to && !lines[i].isBlank(); i++) {
            int colon = lines[i].indexOf(':');
            String key = colon < 0 ? lines[i] : lines[i].substring(0, colon);
            if (!List.of("expect", "context").contains(key)) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": expect: or context: stands here, not " + lines[i]);
            }
            head.put(key, lines[i].substring(colon + 1).strip());
        }
        if (!head.containsKey("expect")) {
            throw new IllegalArgumentException(place + ": the case does not say what to expect");
        }
        String text = String.join("\n", List.of(lines).subList(Math.min(i + 1, to), to))
                        .stripTrailing() + "\n";
        Map<String, String> context = new LinkedHashMap<>();
        for (String pair : head.getOrDefault("context", "").split(",")) {
            if (!pair.isBlank()) {
                context.put(
                        pair.substring(0, pair.indexOf('=')).strip(),
                        pair.substring(pair.indexOf('=') + 1).strip());
            }
        }
        return new Case(place, lines[from].substring(4).strip(), expected(head.get("expect")), context, text);
    }

    private static List<List<String>> expected(String text) {
        List<List<String>> expected = new ArrayList<>();
        for (String recipient : text.split("\\|")) {
            List<String> ids = new ArrayList<>();
            for (String id : recipient.split(",")) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
            expected.add(ids.equals(List.of("nothing")) ? List.of("no diagnosis") : ids);
        }
        return expected;
    }
}
