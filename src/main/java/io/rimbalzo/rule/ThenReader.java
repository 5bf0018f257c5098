package io.rimbalzo.rule;

import io.rimbalzo.rule.Rule.Then;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the one line of {@code then}: {@code conclude.certain("tls.certificate-expired", $reply);}. */
final class ThenReader {

    private static final Map<String, Certainty> CONCLUDE = new LinkedHashMap<>();
    private static final List<String> INFER = List.of("that");

    static {
        for (Certainty certainty : Certainty.values()) {
            CONCLUDE.put(certainty.name(), certainty);
        }
    }

    private final Tokens tokens;
    private final Scope scope;
    private final boolean inference;

    ThenReader(Tokens tokens, Scope scope, boolean inference) {
        this.tokens = tokens;
        this.scope = scope;
        this.inference = inference;
    }

    Then read() {
        Place place = tokens.place();
        String first = tokens.end() ? "" : tokens.take();
        if (!first.equals(inference ? "infer" : "conclude") || !tokens.take(".")) {
            throw new Refused.Here(place, inference ? "then-infers" : "then-concludes", "found", first);
        }
        Then then = inference ? infer() : conclude();
        tokens.want(";");
        if (!tokens.end()) {
            throw new Refused.Here(tokens.place(), "then-more", "found", tokens.peek());
        }
        return then;
    }

    private Then conclude() {
        Place place = tokens.place();
        Certainty certainty = Known.get("unknown-verb", tokens.name(), CONCLUDE, place);
        tokens.want("(");
        Place named = tokens.place();
        String id = tokens.text();
        int dot = id.indexOf('.');
        if (dot < 0 || !isName(id.substring(0, dot)) || !isName(id.substring(dot + 1))) {
            throw new Refused.Here(named, "id-form", "found", id);
        }
        return new Rule.Concluding(certainty, id, evidence(place));
    }

    private Then infer() {
        Place place = tokens.place();
        Known.among("unknown-verb", tokens.name(), INFER, place);
        tokens.want("(");
        String name = tokens.text();
        if (!isName(name)) {
            throw new Refused.Here(place, "inferred-form", "found", name);
        }
        return new Rule.Inferring(name, evidence(place));
    }

    private List<Integer> evidence(Place place) {
        List<Integer> evidence = new ArrayList<>();
        while (tokens.take(",")) {
            Place at = tokens.place();
            evidence.add(scope.fact(tokens.name(), at));
        }
        tokens.want(")");
        if (evidence.isEmpty()) {
            throw new Refused.Here(place, "evidence-missing");
        }
        return List.copyOf(evidence);
    }

    /** Words in small letters and digits, with hyphens between them: {@code certificate-expired}. */
    private static boolean isName(String name) {
        boolean word = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!letter && !(c == '-' && word)) {
                return false;
            }
            word = letter;
        }
        return word;
    }
}
