package io.rimbalzo.mcp;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.About;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A diagnosis in two lines: {@code access.group-large}, its title and the first sentence of its cause. */
record Brief(About about, String title, String sentence) {

    static Brief of(String id, Rimbalzo rimbalzo, Words words) {
        About about = Objects.requireNonNull(rimbalzo.rules().about().get(id), id);
        Guidance guidance = Advisor.advise(words, id, new Values());
        return new Brief(about, guidance.title(), guidance.brief());
    }

    String topic() {
        return about.id().substring(0, about.id().indexOf('.'));
    }

    String line() {
        return "- `" + about.id() + "` " + title + "\n";
    }

    /** No more than its name: all of them together have to fit into what a model reads. */
    Map<String, Object> named() {
        return Map.of("id", about.id(), "title", title);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(named());
        json.put("responsible", about.responsible());
        json.put("category", about.category());
        return json;
    }
}
