package io.rimbalzo.render;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rule.Concluding;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue as other programs read it; fields may be added, never renamed.
 *
 * <pre>{@code
 * {"lang": "it",
 *  "diagnoses": [{"id", "topic", "category", "responsible", "then", "permanence", "retry",
 *                 "codes": ["5.7.124"], "phrases": ["..."], "title", "cause",
 *                 "do": {"group-owner": [{"text", "command"}]}, "admin", "links": [{"title", "url"}],
 *                 "sources": ["..."],
 *                 "rules": [{"name", "file", "line", "certainty", "source", "sentence"}]}],
 *  "inferences": [{"name", "file", "line", "infers", "source", "sentence"}]}
 * }</pre>
 */
public final class CatalogueJson {

    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EntryWords words;

    private CatalogueJson(Words words) {
        this.words = new EntryWords(words);
    }

    public static String of(Catalogue catalogue, Words words) {
        return INDENTED.writeValueAsString(new CatalogueJson(words).tree(catalogue)) + "\n";
    }

    private ObjectNode tree(Catalogue catalogue) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("lang", words.language());
        ArrayNode diagnoses = tree.putArray("diagnoses");
        catalogue.entries().forEach(entry -> entry(diagnoses.addObject(), entry));
        ArrayNode inferences = tree.putArray("inferences");
        catalogue.inferences().forEach(rule -> rule(inferences.addObject(), rule));
        return tree;
    }

    private void entry(ObjectNode node, Entry entry) {
        About about = entry.about();
        Guidance guidance = words.guidance(entry);
        node.put("id", entry.id())
                .put("topic", entry.topic())
                .put("category", about.category())
                .put("responsible", about.responsible())
                .put("then", about.then())
                .put("permanence", about.permanence())
                .put("retry", about.retry());
        texts(node.putArray("codes"), entry.codes());
        texts(node.putArray("phrases"), entry.phrases());
        node.put("title", guidance.title()).put("cause", guidance.cause());
        ObjectNode people = node.putObject("do");
        guidance.steps().forEach((who, steps) -> {
            ArrayNode own = people.putArray(who);
            steps.forEach(step -> own.addObject().put("text", step.text()).put("command", step.command()));
        });
        node.put("admin", guidance.admin());
        ArrayNode links = node.putArray("links");
        guidance.links()
                .forEach(link -> links.addObject().put("title", link.title()).put("url", link.url()));
        texts(node.putArray("sources"), entry.sources());
        ArrayNode rules = node.putArray("rules");
        entry.rules().forEach(rule -> rule(rules.addObject(), rule));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private void rule(ObjectNode node, Rule rule) {
        node.put("name", rule.name())
                .put("file", rule.place().file())
                .put("line", rule.place().line());
        if (rule.then() instanceof Concluding concluding) {
            node.put("certainty", concluding.certainty().name());
        } else {
            node.put("infers", rule.id());
        }
        node.put("source", rule.source()).put("sentence", words.sentence(rule));
    }
}
