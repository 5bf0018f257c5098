package io.rimbalzo.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a model can ask for, the same over every transport: the tools, the diagnoses to read, the prompts. */
final class Capabilities {

    private static final List<Tool> TOOLS =
            List.of(new DiagnoseBounce(), new ExplainCode(), new SearchKnowledge(), new ListDiagnoses());
    private static final System.Logger LOG = System.getLogger("io.rimbalzo");

    private final Supplier<Rimbalzo> current;
    private final McpStatelessSyncServer server;
    private final DiagnosisResources resources;

    /** @param current what answers now, asked once in each call */
    Capabilities(Supplier<Rimbalzo> current, McpStatelessServerTransport transport) {
        this.current = current;
        Rimbalzo rimbalzo = current.get();
        Words words = rimbalzo.spoken(null);
        resources = new DiagnosisResources(current);
        String version = Capabilities.class.getPackage().getImplementationVersion();
        server = McpServer.sync(transport)
                .serverInfo(McpSchema.Implementation.builder("rimbalzo", version == null ? "0" : version)
                        .title("Rimbalzo")
                        .build())
                .instructions(words.say("mcp.instructions"))
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .tools(TOOLS.stream()
                        .map(tool -> specification(tool, words, rimbalzo))
                        .toList())
                .resourceTemplates(resources.templates(words))
                .uriTemplateManagerFactory(DiagnosisUri.Template::new)
                .prompts(Prompts.of(current))
                // each tool looks at its arguments itself and complains in the reader's language
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .immediateExecution(true)
                .build();
        follow();
    }

    /** Lists the diagnoses as they are now: an edit of the rules may have brought or taken some. */
    void follow() {
        resources.listOn(server);
    }

    private SyncToolSpecification specification(Tool tool, Words words, Rimbalzo rimbalzo) {
        String key = "mcp." + tool.name() + ".";
        McpSchema.Tool described = McpSchema.Tool.builder(tool.name(), inputSchema(tool, words, rimbalzo))
                .title(words.say(key + "title"))
                .description(words.say(key + "description"))
                .outputSchema(outputSchema(tool))
                .annotations(new ToolAnnotations(words.say(key + "title"), true, false, true, false, null))
                .build();
        return new SyncToolSpecification(described, (context, request) -> answered(tool, request.arguments()));
    }

    private CallToolResult answered(Tool tool, Map<String, Object> arguments) {
        Call call = new Call(current.get(), arguments == null ? Map.of() : arguments);
        try {
            Tool.Answer answer = tool.call(call);
            return CallToolResult.builder()
                    .addTextContent(answer.text())
                    .structuredContent(answer.structured())
                    .isError(false)
                    .build();
        } catch (Wrong e) {
            return wrong(e.sentence());
        } catch (RuntimeException | StackOverflowError e) {
            // a fault of ours must not end a conversation; the log tells whoever mends it
            LOG.log(System.Logger.Level.ERROR, "a tool failed", e);
            return wrong(call.words().say("error.unexpected"));
        }
    }

    private static CallToolResult wrong(String sentence) {
        return CallToolResult.builder().addTextContent(sentence).isError(true).build();
    }

    private static Map<String, Object> inputSchema(Tool tool, Words words, Rimbalzo rimbalzo) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Tool.Parameter parameter : tool.parameters()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", parameter.type());
            if (!parameter.values().isEmpty()) {
                property.put("enum", parameter.values());
            }
            property.put("description", words.say(key(tool, parameter), known(rimbalzo)));
            properties.put(parameter.name(), property);
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    /** The language is told alike for all tools. */
    private static String key(Tool tool, Tool.Parameter parameter) {
        return parameter.name().equals("lang") ? "mcp.lang" : "mcp." + tool.name() + "." + parameter.name();
    }

    /** What descriptions say of the knowledge: the languages spoken, what can be told beside a message, the topics. */
    private static Map<String, Object> known(Rimbalzo rimbalzo) {
        String contexts = rimbalzo.rules().contexts().all().stream()
                .filter(context -> !context.name().equals("reader"))
                .map(context -> context.name() + "=" + (context.isNumber() ? "…" : String.join("|", context.values())))
                .collect(Collectors.joining(", "));
        String topics = rimbalzo.rules().about().keySet().stream()
                .map(id -> id.substring(0, id.indexOf('.')))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String languages = String.join(", ", rimbalzo.library().spoken());
        return Map.of("contexts", contexts, "topics", topics, "languages", languages);
    }

    private static Map<String, Object> outputSchema(Tool tool) {
        try (InputStream in = Capabilities.class.getResourceAsStream(tool.name() + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no schema of " + tool.name());
            }
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return McpJsonDefaults.getMapper().readValue(schema, new TypeRef<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
