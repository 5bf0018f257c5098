package io.rimbalzo.render;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Room.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as an Adaptive Card 1.5, for Teams and whatever else shows such cards:
 * {@code {"type": "AdaptiveCard", "version": "1.5", "lang": "it", "body": [...]}}.
 *
 * <p>What the message says stands in runs of text, in which no client reads Markdown; in our own words the values are
 * escaped. A button of the question submits {@code {"verb": "answer", "lang": "en", "context": {"recipient-kind": "group"}}}.
 */
public final class AdaptiveCard {

    /** In bytes of UTF-8: Teams takes 28 KB with all that is around a card. */
    public static final int LARGEST = 25_000;

    private static final int RESERVED = 1_800;
    private static final int MOST_SECTIONS = 12;
    private static final int MOST_NAMED = 8;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AdaptiveCard() {}

    /** The card, on one line; never larger than {@link #LARGEST}: what does not fit is left out, and named. */
    public static String of(Result result) {
        return MAPPER.writeValueAsString(tree(result));
    }

    /** The same as a tree, to be put into an attachment. */
    public static ObjectNode tree(Result result) {
        Page page = Pages.of(result, null);
        Words words = page.words();
        ObjectNode card = CardNodes.node("AdaptiveCard")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.5")
                .put("lang", words.language())
                .put("fallbackText", CardText.exact(Clean.atMost(CardSection.LONGEST_TITLE, page.title())));
        ArrayNode body = card.putArray("body");
        if (page.error() != null) {
            body.add(CardNodes.heading(CardText.of(page.say("page.lede.error")), "Large"));
            body.add(CardNodes.text(CardText.of(CardSection.LONGEST_TEXT, page.error())));
            return card;
        }
        if (page.sections().size() > 1) {
            body.add(CardNodes.heading(CardText.of(CardSection.LONGEST_TITLE, page.lede()), "Large"));
        }
        Room room = Room.fit(
                pieces(result, page), LARGEST - RESERVED - bytes(card), Integer.MAX_VALUE, node -> bytes(node) + 1);
        room.kept().forEach(body::add);
        String leftOut = leftOut(words, room, Math.max(0, page.sections().size() - MOST_SECTIONS));
        if (leftOut != null) {
            body.add(CardNodes.faint(CardText.of(leftOut)).put("separator", true));
        }
        return card;
    }

    private static List<Piece> pieces(Result result, Page page) {
        List<Piece> pieces = new ArrayList<>();
        boolean asked = false;
        for (int i = 0; i < Math.min(MOST_SECTIONS, page.sections().size()); i++) {
            CardSection section = new CardSection(result, page, i);
            pieces.addAll(section.pieces(!asked));
            asked |= page.sections().get(i).question() != null;
        }
        return pieces;
    }

    /** What does not fit, in a sentence; null where all does. */
    static @Nullable String leftOut(Words words, Room room, int more) {
        List<String> parts = new ArrayList<>(
                room.leftOut().subList(0, Math.min(MOST_NAMED, room.leftOut().size())));
        if (room.unseen() + more > 0) {
            parts.add(words.say("cards.part.diagnoses", Map.of("count", room.unseen() + more)));
        }
        return parts.isEmpty() ? null : words.say("cards.left-out", Map.of("parts", parts));
    }

    private static int bytes(JsonNode node) {
        return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8).length;
    }
}
