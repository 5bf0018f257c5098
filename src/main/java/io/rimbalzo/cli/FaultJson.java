package io.rimbalzo.cli;

import io.rimbalzo.check.Fault;
import io.rimbalzo.guidance.Words;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Complaints for programs: {@code [{"file": "rules/tls.drl", "line": 16, "column": 7, "rule": "tls.lost", "kind":
 * "rule.unknown-fact", "message": "...", "suggestion": "Dmarc", "severity": "error"}]}.
 */
final class FaultJson {

    private FaultJson() {}

    static String of(List<Fault> faults, KnowledgeFiles files, Words words) {
        JsonMapper mapper = JsonMapper.builder().build();
        ArrayNode array = mapper.createArrayNode();
        for (Fault fault : faults) {
            ObjectNode node = array.addObject();
            node.put("file", files.shown(fault.file()));
            node.put("line", fault.line());
            node.put("column", fault.column());
            node.put("rule", fault.rule());
            node.put("kind", fault.kind());
            node.put("message", words.say(fault.sentence()));
            node.put("suggestion", fault.sentence().suggestion().orElse(null));
            node.put("severity", fault.remark() ? "remark" : "error");
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }
}
