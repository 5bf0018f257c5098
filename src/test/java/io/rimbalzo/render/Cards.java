package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Result;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads cards as their clients do. */
final class Cards {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cards() {}

    static JsonNode card(Result result) {
        return JSON.readTree(AdaptiveCard.of(result));
    }

    static List<JsonNode> all(JsonNode node) {
        List<JsonNode> nodes = new ArrayList<>();
        if (node.path("type").isString()) {
            nodes.add(node);
        }
        node.forEach(child -> nodes.addAll(all(child)));
        return nodes;
    }

    static List<JsonNode> all(JsonNode node, String type) {
        return all(node).stream()
                .filter(one -> one.path("type").asString().equals(type))
                .toList();
    }

    /** So many recipients, each with an answer of its own and a long one. */
    static Result many(int count, String lang) {
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            recipients.add("r" + i + "@fabrikam.com;failed;5." + i % 8 + "." + i + ";550 5." + i % 8 + "." + i + " "
                    + "no such thing \uD83D\uDCA5 ".repeat(50));
        }
        return Bounces.told(Bounces.report(recipients, "From: a@contoso.com\nSubject: Minutes"), lang);
    }

    /** The texts as a client shows them, Markdown read. */
    static String shown(JsonNode card) {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : all(card)) {
            String type = node.path("type").asString();
            if (type.equals("TextRun")) {
                text.append(node.path("text").asString()).append('\n');
            } else if (type.equals("TextBlock")) {
                text.append(read(node.path("text").asString())).append('\n');
            } else if (type.equals("FactSet")) {
                node.path("facts")
                        .forEach(fact ->
                                text.append(read(fact.path("value").asString())).append('\n'));
            }
        }
        return text.toString();
    }

    private static String read(String markdown) {
        StringBuilder text = new StringBuilder();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString();
    }

    /** Text alone, in paragraphs; a list and bold are ours. */
    static void assertInert(String markdown) {
        List<Class<?>> kinds = new ArrayList<>();
        kinds(Parser.builder().build().parse(markdown), kinds);
        assertThat(kinds)
                .as(markdown)
                .isSubsetOf(
                        Document.class,
                        Paragraph.class,
                        Text.class,
                        BulletList.class,
                        org.commonmark.node.ListItem.class,
                        org.commonmark.node.StrongEmphasis.class,
                        HardLineBreak.class);
        assertThat(markdown.contains("{{")).isFalse();
    }

    private static void kinds(Node node, List<Class<?>> kinds) {
        kinds.add(node.getClass());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            kinds(child, kinds);
        }
    }
}
