package io.rimbalzo.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blocks of a Slack message. Text stands as plain text or in rich text, whose elements Slack takes literally: what a
 * message says can neither mention ({@code <!channel>}) nor link nor format.
 */
final class SlackNodes {

    static final int LONGEST_HEADER = 150;
    static final int LONGEST_BUTTON = 75;
    static final int MOST_BUTTONS = 25;
    private static final int MOST_FIELDS = 10;

    private SlackNodes() {}

    static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    static ObjectNode plain(int longest, String text) {
        return node("plain_text").put("text", within(longest, text)).put("emoji", false);
    }

    /** On one line, no longer than this with the mark of what is cut. */
    static String within(int longest, String text) {
        return Clean.line(text).length() <= longest ? Clean.line(text) : Clean.atMost(longest - 2, text);
    }

    static ObjectNode header(String text) {
        ObjectNode block = node("header");
        block.set("text", plain(LONGEST_HEADER, text));
        return block;
    }

    static ObjectNode faint(int longest, String text) {
        ObjectNode block = node("context");
        block.putArray("elements").add(plain(longest, text));
        return block;
    }

    static ObjectNode section(int longest, String text) {
        ObjectNode block = node("section");
        block.set("text", plain(longest, text));
        return block;
    }

    /** Beside each other, in two columns; a line of each is a line. */
    static ObjectNode fields(List<String> texts) {
        ObjectNode block = node("section");
        ArrayNode fields = block.putArray("fields");
        texts.stream()
                .limit(MOST_FIELDS)
                .forEach(text -> fields.add(node("plain_text").put("text", text).put("emoji", false)));
        return block;
    }

    static ObjectNode button(String id, String label, ObjectNode value) {
        ObjectNode button = node("button").put("action_id", id).put("value", value.toString());
        button.set("text", plain(LONGEST_BUTTON, label));
        return button;
    }

    static ObjectNode actions(String id, List<ObjectNode> buttons) {
        ObjectNode block = node("actions").put("block_id", id);
        ArrayNode elements = block.putArray("elements");
        buttons.stream().limit(MOST_BUTTONS).forEach(elements::add);
        return block;
    }

    /** Words, empty never: Slack refuses a text without characters. */
    static ObjectNode words(String text, boolean bold, boolean italic) {
        ObjectNode words = node("text").put("text", text.isEmpty() ? " " : text);
        if (bold || italic) {
            ObjectNode style = words.putObject("style");
            if (bold) {
                style.put("bold", true);
            }
            if (italic) {
                style.put("italic", true);
            }
        }
        return words;
    }

    static ObjectNode words(String text) {
        return words(text, false, false);
    }

    static ObjectNode bold(String text) {
        return words(text, true, false);
    }

    static ObjectNode link(String url, String text) {
        return node("link").put("url", url).put("text", text);
    }

    /** Rich text, put together part by part. */
    static final class Rich {

        private final List<JsonNode> parts = new ArrayList<>();

        Rich line(ObjectNode... elements) {
            return part("rich_text_section", List.of(elements));
        }

        Rich line(List<ObjectNode> elements) {
            return part("rich_text_section", elements);
        }

        /** As it stands, in letters of one width. */
        Rich exact(String text) {
            return part("rich_text_preformatted", List.of(words(Clean.line(text))));
        }

        /** @param before how many items of an ordered list stand before this one; null for a list without numbers */
        Rich item(@Nullable Integer before, ObjectNode... elements) {
            ObjectNode list = node("rich_text_list").put("style", before == null ? "bullet" : "ordered");
            if (before != null && before > 0) {
                list.put("offset", before);
            }
            ArrayNode items = list.putArray("elements");
            items.add(section(List.of(elements)));
            parts.add(list);
            return this;
        }

        private Rich part(String type, List<ObjectNode> elements) {
            ObjectNode part = node(type);
            part.putArray("elements").addAll(elements);
            parts.add(part);
            return this;
        }

        private static ObjectNode section(List<ObjectNode> elements) {
            ObjectNode section = node("rich_text_section");
            section.putArray("elements").addAll(elements);
            return section;
        }

        ObjectNode block() {
            ObjectNode block = node("rich_text");
            block.putArray("elements").addAll(parts);
            return block;
        }
    }
}
