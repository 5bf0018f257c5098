package io.rimbalzo.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack takes, strictly: fields, lengths and counts of Block Kit; anything else is a complaint. */
final class SlackLimits {

    private static final Set<String> BLOCKS = Set.of("header", "section", "context", "actions", "rich_text");

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    static List<String> complaints(JsonNode message) {
        SlackLimits limits = new SlackLimits();
        limits.message(message);
        return limits.complaints;
    }

    private void message(JsonNode message) {
        fields(message, "text", "blocks");
        text(message.path("text"), 3_000);
        check(message.path("blocks").size() >= 1 && message.path("blocks").size() <= 50, "blocks", message);
        message.path("blocks").forEach(this::block);
        String notice = message.path("text").asString();
        check(notice.indexOf('<') < 0 && notice.indexOf('>') < 0, "a mention or link", message.path("text"));
    }

    private void block(JsonNode block) {
        String type = block.path("type").asString("");
        check(BLOCKS.contains(type), "type", block);
        switch (type) {
            case "header" -> {
                fields(block, "type", "text");
                plain(block.path("text"), 150);
            }
            case "section" -> {
                fields(block, "type", "text", "fields");
                check(block.has("text") || block.has("fields"), "text or fields", block);
                if (block.has("text")) {
                    plain(block.path("text"), 3_000);
                }
                check(block.path("fields").size() <= 10, "fields", block);
                block.path("fields").forEach(field -> plain(field, 2_000));
            }
            case "context" -> {
                fields(block, "type", "elements");
                check(
                        block.path("elements").size() >= 1
                                && block.path("elements").size() <= 10,
                        "elements",
                        block);
                block.path("elements").forEach(element -> plain(element, 3_000));
            }
            case "actions" -> actions(block);
            default -> rich(block);
        }
    }

    private void actions(JsonNode block) {
        fields(block, "type", "block_id", "elements");
        check(block.path("elements").size() >= 1 && block.path("elements").size() <= 25, "elements", block);
        id(block.path("block_id"));
        for (JsonNode button : block.path("elements")) {
            fields(button, "type", "text", "action_id", "value");
            check(button.path("type").asString().equals("button"), "type", button);
            plain(button.path("text"), 75);
            text(button.path("value"), 2_000);
            id(button.path("action_id"));
        }
    }

    private void id(JsonNode id) {
        text(id, 255);
        check(ids.add(id.asString("")), "an id twice", id);
    }

    private void rich(JsonNode block) {
        fields(block, "type", "elements");
        check(!block.path("elements").isEmpty(), "elements", block);
        for (JsonNode part : block.path("elements")) {
            if (part.path("type").asString().equals("rich_text_list")) {
                fields(part, "type", "style", "offset", "elements");
                check(Set.of("ordered", "bullet").contains(part.path("style").asString()), "style", part);
                part.path("elements").forEach(this::line);
            } else {
                line(part);
            }
        }
    }

    private void line(JsonNode part) {
        fields(part, "type", "elements");
        check(
                Set.of("rich_text_section", "rich_text_preformatted")
                        .contains(part.path("type").asString()),
                "type",
                part);
        check(!part.path("elements").isEmpty(), "elements", part);
        for (JsonNode element : part.path("elements")) {
            fields(element, "type", "text", "style", "url");
            check(Set.of("text", "link").contains(element.path("type").asString()), "type", element);
            text(element.path("text"), 3_000);
            check(element.path("url").asString("").length() <= 3_000, "url", element);
            boolean link = element.path("type").asString().equals("link");
            check(
                    link == element.has("url")
                            && (!link || element.path("url").asString().matches("(https?|mailto):.*")),
                    "url",
                    element);
        }
    }

    private void plain(JsonNode text, int longest) {
        fields(text, "type", "text", "emoji");
        check(text.path("type").asString("").equals("plain_text"), "type", text);
        text(text.path("text"), longest);
    }

    private void text(JsonNode text, int longest) {
        check(text.isString() && !text.asString().isEmpty() && text.asString().length() <= longest, "length", text);
    }

    private void fields(JsonNode node, String... known) {
        node.propertyNames().forEach(name -> check(List.of(known).contains(name), "field " + name, node));
    }

    private void check(boolean holds, String what, JsonNode where) {
        if (!holds) {
            complaints.add(what + ": " + where);
        }
    }
}
