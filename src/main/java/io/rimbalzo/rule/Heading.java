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
        Heading heading = new Heading(tokens.text("the name of a rule"), new LinkedHashMap<>(), new LinkedHashMap<>());
        while (!tokens.take("when")) {
            Place place = tokens.place();
            if (!tokens.take("@")) {
                throw new Refused.Here(
                        place,
                        (tokens.end() ? "when is missing" : tokens.peek() + " is not allowed")
                                + ": between rule and when stand @source(\"...\") and other such words; rules have no order");
            }
            heading.annotation(tokens, place, inference);
        }
        return heading;
    }

    private void annotation(Tokens tokens, Place place, boolean inference) {
        List<String> known = new ArrayList<>(List.of("source"));
        known.addAll(inference ? List.of() : About.VALUES.keySet());
        String name = tokens.name();
        Known.among("annotation", name, known, place);
        tokens.want("(");
        String value = tokens.text("@" + name);
        tokens.want(")");
        if (About.VALUES.containsKey(name)) {
            Known.among("@" + name, value, About.VALUES.get(name), place);
        } else if (value.isBlank()) {
            throw new Refused.Here(place, "write @source(\"who says so\")");
        }
        if (annotations.put(name, value) != null) {
            throw new Refused.Here(place, "@" + name + " is given twice");
        }
        places.put(name, place);
    }

    /** A base rule tells all that is known, any other rule only its source. */
    void check(boolean base, String id, Place rule) {
        require("source", "@source(\"who says so\") is missing", rule);
        if (base) {
            About.NEEDED.forEach(name -> require(
                    name,
                    "@" + name + " is missing: it stands on the rule named exactly \"" + id + "\". Known: "
                            + String.join(", ", About.VALUES.get(name)),
                    rule));
            return;
        }
        places.forEach((name, place) -> {
            if (!name.equals("source")) {
                throw new Refused.Here(
                        place, "@" + name + " stands on the rule named exactly \"" + id + "\", and only there");
            }
        });
    }

    private void require(String name, String message, Place rule) {
        if (!annotations.containsKey(name)) {
            throw new Refused.Here(rule, message);
        }
    }
}
