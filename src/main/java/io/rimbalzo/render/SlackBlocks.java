package io.rimbalzo.render;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.Room.Piece;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as a Slack message, {@code {"text": "...", "blocks": [...]}}: {@code text} is what a notification shows.
 *
 * <p>A button of the question has as its value {@code {"verb": "answer", "lang": "en", "context": {"recipient-kind": "group"}}}.
 */
public final class SlackBlocks {

    /** Slack takes 50 blocks a message; one is kept for what is left out. */
    private static final int MOST_BLOCKS = 49;

    /** Characters of text in all blocks together: Slack refuses somewhat longer messages. */
    private static final int LONGEST = 11_000;

    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_NOTICE = 600;
    private static final int MOST_SECTIONS = 12;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SlackBlocks() {}

    /** The message, on one line; what does not fit is left out, and named. */
    public static String of(Result result) {
        return MAPPER.writeValueAsString(tree(result));
    }

    /** The same as a tree. */
    public static ObjectNode tree(Result result) {
        Page page = Pages.of(result, null);
        ObjectNode message = MAPPER.createObjectNode().put("text", notice(page));
        ArrayNode blocks = message.putArray("blocks");
        if (page.error() != null) {
            blocks.add(SlackNodes.header(page.say("page.lede.error")));
            blocks.add(SlackNodes.section(LONGEST_SECTION, page.error()));
            return message;
        }
        boolean several = page.sections().size() > 1;
        if (several) {
            blocks.add(SlackNodes.header(page.lede()));
        }
        List<Piece> pieces = new ArrayList<>();
        boolean asked = false;
        for (int i = 0; i < Math.min(MOST_SECTIONS, page.sections().size()); i++) {
            pieces.addAll(new SlackSection(result, page, i).pieces(!asked));
            asked |= page.sections().get(i).question() != null;
        }
        Room room = Room.fit(pieces, LONGEST, MOST_BLOCKS - (several ? 1 : 0), SlackBlocks::characters);
        room.kept().forEach(blocks::add);
        String leftOut = AdaptiveCard.leftOut(
                page.words(), room, Math.max(0, page.sections().size() - MOST_SECTIONS));
        if (leftOut != null) {
            blocks.add(SlackNodes.faint(LONGEST_SECTION, leftOut));
        }
        return message;
    }

    /** In this one text Slack looks for mentions and links, between angle brackets. */
    private static String notice(Page page) {
        return Clean.atMost(LONGEST_NOTICE, page.title())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static int characters(JsonNode node) {
        int own = node.path("text").isString() ? node.path("text").asString().length() : 0;
        for (JsonNode child : node) {
            own += characters(child);
        }
        return own;
    }
}
