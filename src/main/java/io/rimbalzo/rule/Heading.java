package io.rimbalzo.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between {@code rule} and {@code when}: {@code "access.denied (Gmail)" @source("...")}. Read from the text
 * and not from Drools' tree, which forgets where annotations stand and which of them are written twice.
 */
record Heading(String name, Map<String, String> annotations, Map<String, Place> places) {

    static Heading read(Tokens tokens, boolean inference) {
        tokens.want("rule");
        Heading heading = new Heading(tokens.text(), new LinkedHashMap<>(), new LinkedHashMap<>());
        while (!tokens.take("when")) {
            Place place = tokens.place();
            if (!tokens.take("@")) {
                throw new Refused.Here(place, tokens.end() ? "when-missing" : "heading", "found", tokens.peek());
            }
            heading.annotation(tokens, place, inference);
        }
        return heading;
    }

    private void annotation(Tokens tokens, Place place, boolean inference) {
        List<String> known = new ArrayList<>(List.of("source"));
        known.addAll(inference ? List.of() : About.VALUES.keySet());
        String name = tokens.name();
        Known.among("unknown-annotation", name, known, place);
        tokens.want("(");
        Place at = tokens.place();
        String value = tokens.text();
        tokens.want(")");
        if (About.VALUES.containsKey(name)) {
            Known.among("unknown-value", value, About.VALUES.getOrDefault(name, List.of()), at, "of", "@" + name);
        } else if (value.isBlank()) {
            throw new Refused.Here(place, "source-blank");
        }
        if (annotations.put(name, value) != null) {
            throw new Refused.Here(place, "annotation-twice", "found", "@" + name);
        }
        places.put(name, place);
    }

    /** A base rule tells all that is known, any other rule only its source. */
    void check(boolean base, String id, Place rule) {
        if (!annotations.containsKey("source")) {
            throw new Refused.Here(rule, "source-missing");
        }
        if (base) {
            About.NEEDED.stream().filter(name -> !annotations.containsKey(name)).forEach(name -> {
                throw new Refused.Here(
                        rule,
                        Refused.sentence("annotation-missing", "annotation", "@" + name, "id", id)
                                .among(About.VALUES.getOrDefault(name, List.of())));
            });
            return;
        }
        places.forEach((name, place) -> {
            if (!name.equals("source")) {
                throw new Refused.Here(place, "annotation-of-base", "found", "@" + name, "id", id);
            }
        });
    }
}
