package io.rimbalzo.mcp;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists all that can be diagnosed, or one topic of it: {@code {"topic": "tls"}}. */
final class ListDiagnoses implements Tool {

    @Override
    public String name() {
        return "list_diagnoses";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.text("topic"), Parameter.text("lang"));
    }

    @Override
    public Answer call(Call call) throws Wrong {
        Words words = call.rimbalzo().spoken(call.lang());
        Map<String, List<Brief>> topics = topics(call.rimbalzo(), words);
        String wanted = call.oneOf("topic", List.copyOf(topics.keySet()), "error.mcp.bad-topic");
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> listed = new ArrayList<>();
        topics.forEach((topic, briefs) -> {
            if (wanted == null || wanted.equals(topic)) {
                text.append("## ").append(titled(topic, words)).append("\n\n");
                briefs.forEach(brief -> text.append(brief.line()));
                text.append('\n');
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("topic", topic);
                one.put("title", titled(topic, words));
                one.put(
                        "diagnoses",
                        briefs.stream()
                                .map(brief -> wanted == null ? brief.named() : brief.json())
                                .toList());
                listed.add(one);
            }
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lang", words.language());
        json.put("topics", listed);
        return new Answer(text.toString().stripTrailing() + "\n", json);
    }

    static Map<String, List<Brief>> topics(Rimbalzo rimbalzo, Words words) {
        Map<String, List<Brief>> topics = new TreeMap<>();
        rimbalzo.rules().about().keySet().stream().sorted().forEach(id -> {
            Brief brief = Brief.of(id, rimbalzo, words);
            topics.computeIfAbsent(brief.topic(), topic -> new ArrayList<>()).add(brief);
        });
        return topics;
    }

    private static String titled(String topic, Words words) {
        return words.has("rules.topic." + topic) ? words.say("rules.topic." + topic) : topic;
    }
}
