package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The same rule files under one of Drools' own compilers, as two bases: inference, then the rest. */
final class Stock implements AutoCloseable {

    private final List<KieContainer> containers = new ArrayList<>();
    private final KieBase inference;
    private final KieBase conclusion;

    /** {@code model}: the executable model, that is generated Java; else MVEL. */
    Stock(Map<String, String> files, boolean model) {
        inference = base(files, model, true);
        conclusion = base(files, model, false);
    }

    private KieBase base(Map<String, String> files, boolean model, boolean inference) {
        KieServices services = KieServices.get();
        KieFileSystem system = services.newKieFileSystem();
        ReleaseId id = services.newReleaseId(
                "rimbalzo", (model ? "model" : "mvel") + inference + System.identityHashCode(this), "1");
        system.generateAndWritePomXML(id);
        files.forEach((name, text) -> {
            RuleText file = new RuleText(name, text);
            if (name.endsWith(".drl") && (file.isVocabulary() || file.isInference() == inference)) {
                system.write("src/main/resources/rules/" + name.replace('/', '_'), text);
            }
        });
        KieBuilder builder =
                services.newKieBuilder(system).buildAll(model ? ExecutableModelProject.class : DrlProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "the stock compiler refuses " + errors.stream().limit(5).toList());
        }
        KieModule module = builder.getKieModule();
        KieContainer container = services.newKieContainer(module.getReleaseId());
        containers.add(container);
        return container.getKieBase();
    }

    /** Each conclusion with its verb and evidence as a line, sorted. */
    List<String> judge(Collection<? extends Fact> facts) {
        Map<String, Inferred> inferred = new LinkedHashMap<>();
        Infer infer = (name, evidence) -> inferred.putIfAbsent(name, new Inferred(name, evidence[0].quote()));
        run(inference, facts, Map.of("infer", infer));
        List<String> lines = new ArrayList<>();
        Collection<Fact> known = new LinkedHashSet<>(facts);
        known.addAll(inferred.values());
        run(conclusion, known, Map.of("conclude", listing(lines)));
        Collections.sort(lines);
        return lines;
    }

    private static void run(KieBase base, Collection<? extends Fact> facts, Map<String, Object> globals) {
        KieSession session = base.newKieSession();
        try {
            globals.forEach(session::setGlobal);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static Conclude listing(List<String> lines) {
        return new Conclude() {
            @Override
            public void certain(String id, Fact... evidence) {
                lines.add(line(Certainty.certain, id, Arrays.asList(evidence)));
            }

            @Override
            public void likely(String id, Fact... evidence) {
                lines.add(line(Certainty.likely, id, Arrays.asList(evidence)));
            }

            @Override
            public void possible(String id, Fact... evidence) {
                lines.add(line(Certainty.possible, id, Arrays.asList(evidence)));
            }

            @Override
            public void note(String id, Fact... evidence) {
                lines.add(line(Certainty.note, id, Arrays.asList(evidence)));
            }
        };
    }

    /** The same lines from the engine. */
    static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.findings().forEach(f -> lines.add(line(f.certainty(), f.id(), f.evidence())));
        Collections.sort(lines);
        return lines;
    }

    private static String line(Certainty verb, String id, List<Fact> evidence) {
        return verb + " " + id
                + evidence.stream()
                        .map(f -> f instanceof Inferred i ? i.name() : f.toString())
                        .toList();
    }

    @Override
    public void close() {
        containers.forEach(KieContainer::dispose);
    }
}
