package io.rimbalzo.render;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The elements of an Adaptive Card, such as {@code {"type": "TextBlock", "text": "...", "wrap": true}}. */
final class CardNodes {

    /** Buttons side by side; more of them, or longer ones, stand one below the other, where no client cuts them off. */
    private static final int MOST_BESIDE = 5;

    private static final int LONGEST_BESIDE = 14;

    private CardNodes() {}

    static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** @param text Markdown, as {@link CardText} makes it */
    static ObjectNode text(String text) {
        return node("TextBlock").put("text", text).put("wrap", true);
    }

    static ObjectNode heading(String text, String size) {
        return text(text).put("size", size).put("weight", "Bolder").put("style", "heading");
    }

    static ObjectNode faint(String text) {
        return text(text).put("isSubtle", true).put("size", "Small").put("spacing", "None");
    }

    /** Foreign text or a command: no Markdown is read in a run of text, so it stands as it is. */
    static ObjectNode exact(String text) {
        ObjectNode block = node("RichTextBlock").put("spacing", "Small");
        block.putArray("inlines")
                .add(node("TextRun").put("text", CardText.exact(text)).put("fontType", "Monospace"));
        return block;
    }

    static ObjectNode container(List<ObjectNode> items) {
        ObjectNode container = node("Container");
        container.putArray("items").addAll(items);
        return container;
    }

    /** Set off from our own words. */
    static ObjectNode quoted(List<ObjectNode> items) {
        return container(items).put("style", "emphasis");
    }

    /** A button that shows what is hidden, and what is hidden. */
    static List<ObjectNode> toggled(String id, String title, List<ObjectNode> items) {
        ObjectNode action = node("Action.ToggleVisibility").put("title", title);
        action.putArray("targetElements").add(id);
        return List.of(actions(List.of(action)), container(items).put("id", id).put("isVisible", false));
    }

    private static ObjectNode actions(List<ObjectNode> actions) {
        ObjectNode set = node("ActionSet");
        ArrayNode all = set.putArray("actions");
        actions.forEach(all::add);
        return set;
    }

    /** Buttons in rows, as many beside each other as all clients show. */
    static List<ObjectNode> buttons(List<ObjectNode> actions) {
        boolean beside = actions.size() <= MOST_BESIDE
                && actions.stream()
                        .allMatch(action -> action.path("title").asString("").length() <= LONGEST_BESIDE);
        return beside
                ? List.of(actions(actions))
                : actions.stream()
                        .map(action -> actions(List.of(action)).put("spacing", "Small"))
                        .toList();
    }
}
