package io.rimbalzo.mcp;

import io.rimbalzo.guidance.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the diagnoses that speak of some words, in whatever language: {@code {"query": "casella piena"}}. */
final class SearchKnowledge implements Tool {

    private static final int LONGEST = 500;
    private static final int SOME = 8;
    private static final int MOST = 25;

    @Override
    public String name() {
        return "search_knowledge";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.needed("query"), Parameter.text("lang"), new Parameter("limit", "integer", false, List.of()));
    }

    @Override
    public Answer call(Call call) throws Wrong {
        String query = call.needed("query", LONGEST);
        Words words = call.rimbalzo().spoken(call.lang());
        int most = call.number("limit", SOME, MOST);
        List<Map<String, Object>> found = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String id : call.rimbalzo().search(query, most)) {
            Brief brief = Brief.of(id, call.rimbalzo(), words);
            text.append(brief.line()).append("  ").append(brief.sentence()).append('\n');
            Map<String, Object> one = brief.json();
            one.put("short", brief.sentence());
            found.add(one);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lang", words.language());
        json.put("found", found);
        return new Answer(
                found.isEmpty()
                        ? words.say("error.explain.nothing", Map.of("found", query.strip()))
                        : words.say("mcp.found") + "\n\n" + text,
                json);
    }
}
