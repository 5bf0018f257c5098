package io.rimbalzo.render;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.unexplained.Group;
import io.rimbalzo.unexplained.OpenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What no rule explains yet, group by group, for whoever writes rules: at 80 columns, or as JSON. */
public final class GroupsPage {

    private static final int MOST_CODES = 8;

    private GroupsPage() {}

    /** The page for a terminal. */
    public static String of(List<Group> groups, Words words, boolean colour) {
        Lines lines = new Lines(TextPage.WIDTH, colour);
        int cases = groups.stream().mapToInt(Group::count).sum();
        lines.text(0, words.say("unexplained.heading", Map.of("cases", cases, "groups", groups.size())), Ink.BOLD);
        for (Group group : groups) {
            lines.blank().text(0, words.say("unexplained.count", Map.of("count", group.count())), Ink.BOLD);
            if (!group.codes().isEmpty()) {
                said(lines, words.say("unexplained.codes"), listed(group.codes()));
            }
            said(lines, words.say("unexplained.today"), String.join("; ", today(group, words)));
            if (!group.phrase().isEmpty()) {
                said(lines, words.say("unexplained.phrase"), "says(\"" + group.phrase() + "\")");
            }
            lines.text(4, Clean.quote(group.example().text()), Ink.FAINT);
        }
        return lines.toString();
    }

    private static void said(Lines lines, String label, String text) {
        lines.hanging("  " + label + ": ", "    ", text, Ink.PLAIN);
    }

    private static String listed(List<String> codes) {
        String listed = String.join(", ", codes.subList(0, Math.min(MOST_CODES, codes.size())));
        return codes.size() > MOST_CODES ? listed + " …" : listed;
    }

    private static List<String> today(Group group, Words words) {
        List<String> today = new ArrayList<>();
        for (String expected : group.expected()) {
            today.add(expected.equals("nothing") ? words.say("unexplained.nothing") : expected);
        }
        return today;
    }

    /** The same as one JSON object: {@code {"cases": 12, "groups": [{"count": 7, "phrase": "...", ...}]}}. */
    public static String json(List<Group> groups) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("cases", groups.stream().mapToInt(Group::count).sum());
        ArrayNode all = tree.putArray("groups");
        for (Group group : groups) {
            ObjectNode node = all.addObject().put("count", group.count());
            node.put("phrase", group.phrase().isEmpty() ? null : group.phrase());
            ArrayNode codes = node.putArray("codes");
            group.codes().forEach(codes::add);
            ArrayNode expected = node.putArray("expect");
            group.expected().forEach(expected::add);
            OpenCase example = group.example();
            ObjectNode one = node.putObject("example");
            one.put("title", example.title()).put("text", example.text());
            ObjectNode context = one.putObject("context");
            example.context().forEach(context::put);
        }
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(tree)
                + "\n";
    }
}
