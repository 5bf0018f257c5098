package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.MethodResult;
import io.rimbalzo.report.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer as other programs read it: one JSON object, on one line or indented. Fields may be added, never renamed. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static String line(Result result) {
        return MAPPER.writeValueAsString(tree(result));
    }

    public static String indented(Result result) {
        return INDENTED.writeValueAsString(tree(result)) + "\n";
    }

    /** The same as a tree, to be put into something larger. */
    public static ObjectNode tree(Result result) {
        ObjectNode tree = NODES.objectNode();
        tree.put("id", result.id()).put("lang", result.words().language());
        tree.putObject("language")
                .put("asked", result.language().asked())
                .put("used", result.language().used())
                .put("because", result.language().because().name());
        Report report = result.report();
        tree.putObject("report").put("format", report.format()).put("language", report.language());
        if (result.error() == null) {
            tree.putNull("error");
        } else {
            tree.putObject("error")
                    .put("code", result.error().code())
                    .put("message", result.error().message());
        }
        Set<String> findings = new LinkedHashSet<>();
        result.failures().forEach(told -> told.notes().forEach(note -> findings.add(note.id())));
        ArrayNode all = tree.putArray("findings");
        findings.forEach(id -> all.addObject().put("id", id));
        ArrayNode failures = tree.putArray("failures");
        result.failures().forEach(told -> failures.add(failure(told, result.words())));
        tree.set("message", message(report.message()));
        return tree;
    }

    private static ObjectNode failure(Told told, Words words) {
        Failure failure = told.failure();
        Answer answer = failure.bestAnswer();
        ObjectNode node = NODES.objectNode();
        node.put("recipient", failure.recipient()).put("action", failure.action());
        node.put("reply", answer == null || answer.reply() == 0 ? null : Integer.valueOf(answer.reply()));
        node.put("status", failure.bestStatus())
                .put("text", answer == null || answer.text().isEmpty() ? null : answer.text());
        node.putObject("servers")
                .put("generating", failure.servers().generating())
                .put("rejecting", failure.servers().rejecting())
                .put("rejectedBy", failure.servers().rejectedBy());
        node.set("diagnosis", diagnosis(told));
        ArrayNode findings = node.putArray("findings");
        for (int i = 0; i < told.notes().size(); i++) {
            Diagnosis finding = told.judgement().findings().get(i);
            ObjectNode one = findings.addObject().put("id", finding.id());
            evidence(one, finding.evidence());
            one.put("title", told.notes().get(i).title())
                    .put("cause", told.notes().get(i).cause());
            foreign(one, words.foreign(finding.id() + ".title"));
        }
        ArrayNode alternatives = node.putArray("alternatives");
        told.judgement()
                .alternatives()
                .forEach(a -> foreign(
                        alternatives
                                .addObject()
                                .put("id", a.id())
                                .put("certainty", a.certainty().name())
                                .put("title", told.titles().get(a.id())),
                        words.foreign(a.id() + ".title")));
        ArrayNode questions = node.putArray("questions");
        told.questions().forEach(question -> {
            ObjectNode one = questions.addObject().put("id", question.id()).put("text", question.text());
            foreign(one, words.foreign("context." + question.id() + ".question"));
            ArrayNode options = one.putArray("options");
            question.options()
                    .forEach(o -> options.addObject().put("value", o.value()).put("label", o.label()));
        });
        node.set("guidance", guidance(told.guidance()));
        return node;
    }

    private static @Nullable ObjectNode diagnosis(Told told) {
        Diagnosis diagnosis = told.judgement().diagnosis();
        Permanence permanence = told.permanence();
        if (diagnosis == null || permanence == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode()
                .put("id", diagnosis.id())
                .put("certainty", diagnosis.certainty().name())
                .put("permanence", permanence.value())
                .put("retry", permanence.retry())
                .put("responsible", diagnosis.about().responsible())
                .put("then", diagnosis.about().then())
                .put("category", diagnosis.about().category());
        node.putObject("rule")
                .put("name", diagnosis.rule().name())
                .put("file", diagnosis.rule().place().file())
                .put("line", diagnosis.rule().place().line());
        evidence(node, diagnosis.evidence());
        return node;
    }

    private static void evidence(ObjectNode node, List<Fact> facts) {
        ArrayNode evidence = node.putArray("evidence");
        facts.forEach(fact -> evidence.addObject()
                .put("fact", fact.getClass().getSimpleName())
                .put("quote", fact.quote()));
    }

    static @Nullable ObjectNode guidance(@Nullable Guidance guidance) {
        if (guidance == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode()
                .put("title", guidance.title())
                .put("cause", guidance.cause())
                .put("short", guidance.brief());
        ObjectNode people = node.putObject("do");
        guidance.steps().forEach((who, steps) -> {
            ArrayNode own = people.putArray(who);
            steps.forEach(step -> own.add(step.text()));
        });
        node.put("admin", guidance.admin());
        ArrayNode commands = node.putArray("commands");
        guidance.steps()
                .values()
                .forEach(steps -> steps.stream()
                        .filter(step -> step.command() != null)
                        .forEach(step -> commands.add(step.command())));
        ArrayNode links = node.putArray("links");
        guidance.links()
                .forEach(link -> links.addObject().put("title", link.title()).put("url", link.url()));
        node.put("custom", guidance.custom() == null ? null : guidance.custom().identity());
        if (guidance.custom() != null) {
            node.put("html", guidance.custom().afterTitle().with(Clean::text).html());
        }
        // the same steps with the command that belongs to each, for a page that shows it there
        ObjectNode detailed = node.putObject("steps");
        guidance.steps().forEach((who, steps) -> {
            ArrayNode own = detailed.putArray(who);
            steps.forEach(step -> own.addObject().put("text", step.text()).put("command", step.command()));
        });
        if (!guidance.foreign().isEmpty()) {
            ObjectNode languages = node.putObject("languages");
            guidance.foreign().forEach(languages::put);
        }
        return node;
    }

    /** Only where the reader's language lacks the words. */
    private static void foreign(ObjectNode node, @Nullable String language) {
        if (language != null) {
            node.put("lang", language);
        }
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = NODES.objectNode().put("from", message.from());
        ArrayNode to = node.putArray("to");
        message.to().forEach(to::add);
        node.put("subject", message.subject()).put("date", message.date()).put("messageId", message.messageId());
        ArrayNode hops = node.putArray("hops");
        message.hops()
                .forEach(hop -> hops.addObject()
                        .put("at", hop.at() == null ? null : hop.at().toString())
                        .put("from", hop.from())
                        .put("by", hop.by())
                        .put("with", hop.with())
                        .put("delaySeconds", hop.delaySeconds()));
        ObjectNode authentication = node.putObject("authentication");
        for (String method : List.of("spf", "dkim", "dmarc", "compauth", "arc")) {
            authentication.put(
                    method,
                    message.authentication().results().stream()
                            .filter(r -> r.method().equals(method))
                            .map(MethodResult::result)
                            .findFirst()
                            .orElse(null));
        }
        authentication.put("action", property(message, "dmarc", "action"));
        authentication.put("reason", property(message, "compauth", "reason"));
        return node;
    }

    private static @Nullable String property(Message message, String method, String name) {
        return message.authentication().results().stream()
                .filter(r -> r.method().equals(method))
                .map(r -> name.equals("reason") && r.reason() != null
                        ? r.reason()
                        : r.properties().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
