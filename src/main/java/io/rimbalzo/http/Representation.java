package io.rimbalzo.http;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.AdaptiveCard;
import io.rimbalzo.render.HtmlPage;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.MarkdownPage;
import io.rimbalzo.render.SlackBlocks;
import io.rimbalzo.render.TextPage;
import java.util.List;
import java.util.function.Function;

/**
 * A form in which an answer can be had.
 *
 * @param type the media type: {@code text/markdown}
 * @param of   writes it
 */
public record Representation(String type, Function<Result, String> of) {

    static final String JSON = "application/json";
    static final String HTML = "text/html";
    static final String MARKDOWN = "text/markdown";
    static final String TEXT = "text/plain";
    static final String ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive+json";
    static final String SLACK = "application/vnd.slack.blocks+json";

    /** The first is what whoever does not care gets. */
    public static final List<Representation> ALL = List.of(
            new Representation(JSON, result -> Json.line(result) + "\n"),
            new Representation(HTML, HtmlPage::of),
            new Representation(MARKDOWN, MarkdownPage::of),
            new Representation(TEXT, result -> TextPage.of(result, false)),
            new Representation(ADAPTIVE_CARD, AdaptiveCard::of),
            new Representation(SLACK, SlackBlocks::of));

    static final List<String> TYPES = ALL.stream().map(Representation::type).toList();

    static Representation of(String type) {
        return ALL.stream().filter(r -> r.type.equals(type)).findFirst().orElseThrow();
    }
}
