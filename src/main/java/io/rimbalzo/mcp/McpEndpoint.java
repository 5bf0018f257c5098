package io.rimbalzo.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.rimbalzo.Rimbalzo;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Model Context Protocol over streamable HTTP: what is posted to {@code /mcp}, and what comes back. It keeps no sessions
 * and opens no streams, since nothing in a call depends on the one before: any number of servers may stand side by side. Who
 * may ask, how much and for how long is for the server that carries it.
 *
 * <p>The SDK's own servlet for it waits for any number of clients that send slowly.
 */
public final class McpEndpoint {

    /** Where clients look for it. */
    public static final String PATH = "/mcp";

    /** The field in which a client says which version of the protocol it speaks; one that says none speaks any. */
    public static final String VERSION = "MCP-Protocol-Version";

    private final JsonRpc messages = new JsonRpc();
    private final Capabilities capabilities;

    /**
     * What is answered.
     *
     * @param status 200, 202 to what asks nothing, 400 to what is no message or of an unknown version
     * @param json   the body; null for none
     */
    public record Reply(int status, @Nullable String json) {

        private static Reply bad(String why) {
            return new Reply(400, text(JsonRpc.refusal(null, McpSchema.ErrorCodes.INVALID_REQUEST, why)));
        }
    }

    /** @param current what answers now, asked once in each call: {@code book::current} of a RuleBook */
    public McpEndpoint(Supplier<Rimbalzo> current) {
        capabilities = new Capabilities(current, messages);
    }

    /**
     * Answers one message, or a list of them.
     *
     * @param version of the field {@link #VERSION}; null for none
     * @param message JSON in UTF-8
     */
    public Reply answer(@Nullable String version, byte[] message) {
        if (version != null && !JsonRpc.VERSIONS.contains(version)) {
            return Reply.bad(VERSION + " is one of " + JsonRpc.VERSIONS);
        }
        capabilities.follow();
        JsonRpc.Answered answered = messages.answered(text(message));
        if (!answered.understood()) {
            return Reply.bad("this is no message of JSON-RPC");
        }
        byte[] answer = answered.answer();
        return answer == null ? new Reply(202, null) : new Reply(200, text(answer));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
