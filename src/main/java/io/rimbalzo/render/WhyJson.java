package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Standing;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Nearly;
import io.rimbalzo.rule.Rule;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an answer came about, as other programs read it; fields may be added, never renamed.
 *
 * <pre>{@code
 * {"id", "lang", "report": {"format", "language"}, "error": null | {"code", "message"},
 *  "failures": [{
 *    "recipient", "diagnosis": null | {"id", "certainty"},
 *    "facts": [{"fact": "Status", "fields": {"code": "5.7.124"}, "quote"}],
 *    "inferred": [{"name", "text", "because": [{"rule": RULE, "evidence": [{"fact", "quote"}]}]}],
 *    "fired": [{"id", "certainty", "rule": RULE, "evidence": [{"fact", "quote"}]}],
 *    "ranking": [{"id", "title", "certainty", "basis", "patterns", "phrase", "place": "diagnosis|alternative|hidden",
 *                 "behind": null | "certainty|basis|patterns|phrase|id", "reason",
 *                 "hidden": null | "broader|weaker|decided", "shown"}],
 *    "nearly": [{"id", "certainty", "rule": RULE, "missing", "against": null | "quote", "nearness"}]}]}
 * }</pre>
 *
 * with RULE as {@code {"name", "file", "line", "sentence"}}.
 */
public final class WhyJson {

    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double THOUSAND = 1000;

    private WhyJson() {}

    /** An indented object, ending with a line's end. */
    public static String of(Result result) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", result.id()).put("lang", result.words().language());
        tree.putObject("report")
                .put("format", result.report().format())
                .put("language", result.report().language());
        if (result.error() == null) {
            tree.putNull("error");
        } else {
            tree.putObject("error")
                    .put("code", result.error().code())
                    .put("message", result.error().message());
        }
        ArrayNode failures = tree.putArray("failures");
        result.failures().forEach(told -> failure(failures.addObject(), new Account(told, result.words())));
        return INDENTED.writeValueAsString(tree) + "\n";
    }

    private static void failure(ObjectNode node, Account account) {
        node.put("recipient", account.told().failure().recipient());
        Diagnosis diagnosis = account.told().judgement().diagnosis();
        if (diagnosis == null) {
            node.putNull("diagnosis");
        } else {
            node.putObject("diagnosis")
                    .put("id", diagnosis.id())
                    .put("certainty", diagnosis.certainty().name());
        }
        facts(node.putArray("facts"), account.told().judgement().facts());
        inferred(node.putArray("inferred"), account);
        ArrayNode fired = node.putArray("fired");
        for (Finding finding : account.told().judgement().outcome().findings()) {
            ObjectNode one = fired.addObject()
                    .put("id", finding.id())
                    .put("certainty", finding.certainty().name());
            rule(one, finding.rule(), account.sentence(finding.rule(), finding.evidence()));
            evidence(one, finding.evidence());
        }
        ArrayNode ranking = node.putArray("ranking");
        for (int place = 0; place < account.standings().size(); place++) {
            standing(ranking.addObject(), account, place);
        }
        ArrayNode nearly = node.putArray("nearly");
        account.nearly().forEach(near -> nearly(nearly.addObject(), account, near));
    }

    private static void facts(ArrayNode array, List<Fact> facts) {
        for (Fact fact : facts) {
            ObjectNode one = array.addObject().put("fact", fact.getClass().getSimpleName());
            ObjectNode fields = one.putObject("fields");
            Account.fields(fact).forEach((name, value) -> {
                if (value instanceof Integer number) {
                    fields.put(name, number);
                } else {
                    fields.put(name, String.valueOf(value));
                }
            });
            one.put("quote", fact.quote());
        }
    }

    private static void inferred(ArrayNode array, Account account) {
        account.told().judgement().outcome().inferred().forEach((inferred, reasons) -> {
            ObjectNode one =
                    array.addObject().put("name", inferred.name()).put("text", account.inferred(inferred.name()));
            ArrayNode because = one.putArray("because");
            reasons.forEach(reason -> {
                ObjectNode own = because.addObject();
                rule(own, reason.rule(), account.sentence(reason.rule(), reason.evidence()));
                evidence(own, reason.evidence());
            });
        });
    }

    private static void rule(ObjectNode node, Rule rule, String sentence) {
        node.putObject("rule")
                .put("name", rule.name())
                .put("file", rule.place().file())
                .put("line", rule.place().line())
                .put("sentence", sentence);
    }

    private static void evidence(ObjectNode node, List<Fact> facts) {
        ArrayNode evidence = node.putArray("evidence");
        facts.forEach(fact -> evidence.addObject()
                .put("fact", fact.getClass().getSimpleName())
                .put("quote", fact.quote()));
    }

    private static void standing(ObjectNode node, Account account, int place) {
        Standing standing = account.standings().get(place);
        Finding best = standing.best();
        node.put("id", standing.id())
                .put("title", account.title(standing.id()))
                .put("certainty", best.certainty().name())
                .put("basis", Account.lower(best.strength().basis()))
                .put("patterns", best.strength().patterns())
                .put("phrase", best.strength().phrase())
                .put("place", account.place(place))
                .put("behind", Account.lower(standing.behind()))
                .put("reason", account.behind(place))
                .put("hidden", Account.lower(standing.hidden()))
                .put("shown", account.shown(place));
    }

    private static void nearly(ObjectNode node, Account account, Nearly near) {
        Rule.Concluding concluding = (Rule.Concluding) near.rule().then();
        node.put("id", concluding.id()).put("certainty", concluding.certainty().name());
        rule(node, near.rule(), account.sentence(near.rule()));
        Fact fact = near.fact();
        node.put("missing", account.missing(near))
                .put("against", Account.isAgainst(near) && fact != null ? fact.quote() : null)
                .put("nearness", Math.round(near.nearness() * THOUSAND) / THOUSAND);
    }
}
