package io.rimbalzo.render;

import io.rimbalzo.catalogue.Sentences;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.explain.Explanation.Entry;
import io.rimbalzo.explain.Explanation.Ground;
import io.rimbalzo.guidance.Words;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a code, a diagnosis or a phrase, for other programs. Fields may be added, never renamed. */
public final class ExplanationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExplanationJson() {}

    public static String line(Explanation explanation) {
        return MAPPER.writeValueAsString(tree(explanation));
    }

    public static String indented(Explanation explanation) {
        return INDENTED.writeValueAsString(tree(explanation)) + "\n";
    }

    private static ObjectNode tree(Explanation explanation) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("what", explanation.what())
                .put("kind", explanation.kind().name().toLowerCase(Locale.ROOT))
                .put("lang", explanation.words().language())
                .put("message", explanation.message());
        ArrayNode near = tree.putArray("near");
        explanation.near().forEach(near::add);
        ArrayNode entries = tree.putArray("diagnoses");
        explanation.entries().forEach(entry -> entries.add(entry(entry, explanation.words())));
        ArrayNode others = tree.putArray("others");
        explanation
                .others()
                .forEach(entry -> others.addObject()
                        .put("id", entry.id())
                        .put("title", entry.guidance().title())
                        .put("short", entry.guidance().brief()));
        return tree;
    }

    private static ObjectNode entry(Entry entry, Words words) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.id())
                .put("certainty", entry.certainty().name())
                .put("permanence", entry.about().permanence())
                .put("responsible", entry.about().responsible())
                .put("then", entry.about().then())
                .put("category", entry.about().category());
        ArrayNode when = node.putArray("when");
        Sentences sentences = Sentences.brief(words);
        entry.grounds().forEach(ground -> when.add(ground(ground, sentences)));
        node.set("guidance", Json.guidance(entry.guidance()));
        return node;
    }

    private static ObjectNode ground(Ground ground, Sentences sentences) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("certainty", ground.certainty().name())
                .put("text", sentences.outline(ground.rule()))
                .put("asked", ground.named());
        ArrayNode requirements = node.putArray("requirements");
        ground.rule().requirements().forEach(requirement -> RequirementJson.add(requirement, requirements));
        node.put("source", ground.rule().source());
        node.putObject("rule")
                .put("name", ground.rule().name())
                .put("file", ground.rule().place().file())
                .put("line", ground.rule().place().line());
        return node;
    }
}
