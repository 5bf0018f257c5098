package io.rimbalzo.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.AgentText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each diagnosis as a document to read: {@code rimbalzo://diagnosis/access.group-large}. */
final class DiagnosisResources {

    private static final String MARKDOWN = "text/markdown";

    private final Supplier<Rimbalzo> current;
    private @Nullable Rimbalzo listed;
    private final Map<String, String> titles = new HashMap<>();

    DiagnosisResources(Supplier<Rimbalzo> current) {
        this.current = current;
    }

    List<SyncResourceTemplateSpecification> templates(Words words) {
        ResourceTemplate template = ResourceTemplate.builder(DiagnosisUri.TEMPLATE, "diagnosis")
                .title(words.say("mcp.diagnosis.title"))
                .description(words.say("mcp.diagnosis.description"))
                .mimeType(MARKDOWN)
                .build();
        return List.of(new SyncResourceTemplateSpecification(template, (context, request) -> read(request.uri())));
    }

    /** Lists the diagnoses that there are now, where they are not those listed before. */
    synchronized void listOn(McpStatelessSyncServer server) {
        Rimbalzo rimbalzo = current.get();
        if (rimbalzo == listed) {
            return;
        }
        Map<String, String> now = new HashMap<>();
        Words words = rimbalzo.spoken(null);
        for (String id : rimbalzo.rules().about().keySet()) {
            String title = Brief.of(id, rimbalzo, words).title();
            now.put(id, title);
            if (!title.equals(titles.get(id))) {
                if (titles.containsKey(id)) {
                    server.removeResource(DiagnosisUri.BEFORE + id);
                }
                server.addResource(resource(id, title));
            }
        }
        titles.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> server.removeResource(DiagnosisUri.BEFORE + id));
        titles.clear();
        titles.putAll(now);
        listed = rimbalzo;
    }

    private SyncResourceSpecification resource(String id, String title) {
        Resource resource = Resource.builder(DiagnosisUri.BEFORE + id, id)
                .title(title)
                .mimeType(MARKDOWN)
                .build();
        return new SyncResourceSpecification(resource, (context, request) -> read(request.uri()));
    }

    private ReadResourceResult read(String uri) {
        Rimbalzo rimbalzo = current.get();
        DiagnosisUri asked = DiagnosisUri.parse(uri);
        if (asked == null) {
            throw missing(uri, rimbalzo.spoken(null).say("error.mcp.no-diagnosis-uri"));
        }
        Words words = rimbalzo.spoken(asked.lang());
        if (asked.lang() != null && rimbalzo.library().forTag(asked.lang()) == null) {
            throw missing(
                    uri,
                    Complaints.language(words, asked.lang(), rimbalzo.library()).message());
        }
        if (!rimbalzo.rules().about().containsKey(asked.id())) {
            String suggestion = Complaints.suggestion(
                    words, asked.id(), rimbalzo.rules().about().keySet());
            throw missing(
                    uri, words.say("error.mcp.no-diagnosis", Map.of("found", asked.id(), "suggestion", suggestion)));
        }
        String text = AgentText.of(rimbalzo.explain(asked.id(), words));
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(uri, text)
                        .mimeType(MARKDOWN)
                        .build()))
                .build();
    }

    private static McpError missing(String uri, String why) {
        return McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                .message("Resource not found. " + why)
                .data(Map.of("uri", uri))
                .build();
    }
}
