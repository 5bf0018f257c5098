package io.rimbalzo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A client of the protocol's own SDK and what it asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("deprecation") // the constructors are the shortest way to say what a client asks
abstract class McpConversation {

    McpSyncClient client;

    abstract McpClientTransport transport() throws Exception;

    @BeforeAll
    void connect() throws Exception {
        client = McpClient.sync(transport())
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
    }

    @AfterAll
    void disconnect() {
        client.closeGracefully();
    }

    Tool tool(String name) {
        return client.listTools().tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    CallToolResult call(String name, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(name, arguments));
    }

    /** The text of an answer whose structured form is as its schema says. */
    String answered(String name, Map<String, Object> arguments) {
        CallToolResult result = call(name, arguments);
        assertThat(result.isError()).as(text(result)).isFalse();
        assertThat(ToolSchemas.complaints(tool(name).outputSchema(), result.structuredContent()))
                .isEmpty();
        return text(result);
    }

    String refused(String name, Map<String, Object> arguments) {
        CallToolResult result = call(name, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        assertThat(result.structuredContent()).isNull();
        return text(result);
    }

    static String text(CallToolResult result) {
        assertThat(result.content()).hasSize(1);
        return ((TextContent) result.content().get(0)).text();
    }

    String read(String uri) {
        return ((TextResourceContents) client.readResource(new ReadResourceRequest(uri))
                        .contents()
                        .get(0))
                .text();
    }

    String prompt(String name, Map<String, Object> arguments) {
        var messages = client.getPrompt(new GetPromptRequest(name, arguments)).messages();
        assertThat(messages).hasSize(1);
        return ((TextContent) messages.get(0).content()).text();
    }
}
