package io.rimbalzo.catalogue;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.FactType.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The turns of phrase of one language, from i18n/rules_*.properties: {@code «mailbox full» o «quota exceeded»}. */
final class Grammar {

    private static final String ROOT = "rules.";

    private final Words words;
    private final int most;

    /** @param most how many phrases of one condition are told; the others are counted */
    Grammar(Words words, int most) {
        this.words = words;
        this.most = most;
    }

    Words words() {
        return words;
    }

    String say(String key, Map<String, ?> values) {
        return words.say(ROOT + key, values);
    }

    boolean has(String key) {
        return words.has(ROOT + key);
    }

    /** Whether a field's value stands in the subject of a clause: {@code the server at the other end}. */
    boolean isSubject(Field field) {
        return has(field + ".subject") || has(field + ".exists");
    }

    /** The most particular key that there is: {@code Reply.code.is} before {@code is}. */
    String key(String owner, String shape) {
        return has(owner + "." + shape) ? owner + "." + shape : shape;
    }

    /** A value in its own words, {@code Server.role.value.remote}, else as its field writes values, else quoted. */
    String value(String field, Object value) {
        String text = String.valueOf(value);
        String own = field + ".value." + text;
        if (has(own)) {
            return say(own, Map.of());
        }
        return has(field + ".value") ? say(field + ".value", Map.of("value", text)) : quoted(text);
    }

    String quoted(String text) {
        return words.say("quoted", Map.of("text", text));
    }

    /** Phrases as a reader sees them: {@code «user … unknown»}. */
    List<String> phrases(List<String> phrases) {
        List<String> quoted = new ArrayList<>();
        for (String phrase : phrases.subList(0, Math.min(most, phrases.size()))) {
            quoted.add(quoted(phrase.replaceAll(" ?\\* ?", " … ")));
        }
        int left = phrases.size() - quoted.size();
        if (left > 0) {
            quoted.add(say("others", Map.of("count", left)));
        }
        return quoted;
    }

    /** Both lists, of which a turn of phrase takes one: {@code ha il codice 550 o 554}, {@code non è né 550 né 554}. */
    Map<String, String> lists(List<String> items) {
        return Map.of("value", list("or", items), "nor", list("nor", items));
    }

    /** {@code a, b o c} by {@code or}, {@code né a né b} by {@code nor}. */
    String list(String kind, List<String> items) {
        String text = say("list." + kind + (items.size() == 1 ? ".one" : ".first"), Map.of("item", items.get(0)));
        for (int i = 1; i < items.size(); i++) {
            String next = i == items.size() - 1 ? ".last" : ".next";
            text = say("list." + kind + next, Map.of("before", text, "item", items.get(i)));
        }
        return text;
    }
}
