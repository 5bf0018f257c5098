package io.rimbalzo.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import io.rimbalzo.Rimbalzo;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Model Context Protocol over standard input and output: one JSON object a line in, one a line out, in order.
 *
 * <p>The SDK's own transport for it ends silently at a blank or broken line, and at the end of the input it drops the
 * answers that are under way. Here such a line is passed over, and what was asked is answered before the end.
 */
public final class McpStream implements McpStatelessServerTransport {

    /** In bytes: a mail of the largest size that is read, in JSON's longest spelling of usual text, is shorter. */
    private static final int LONGEST_LINE = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InputStream in;
    private final OutputStream out;
    private final Consumer<Integer> unused;
    private final int longest;
    private @Nullable McpStatelessServerHandler handler;

    private McpStream(InputStream in, OutputStream out, Consumer<Integer> unused, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.out = out;
        this.unused = unused;
        this.longest = longest;
    }

    /**
     * Answers until the input ends.
     *
     * @param current what answers now, asked once in each call
     * @param out     carries nothing else
     * @param unused  is given the number, from 1, of each line that is neither blank nor a message
     * @throws IOException where nothing can be read or written any more
     */
    public static void serve(Supplier<Rimbalzo> current, InputStream in, OutputStream out, Consumer<Integer> unused)
            throws IOException {
        serve(current, in, out, unused, LONGEST_LINE);
    }

    /** @param longest a line of more bytes is passed over too */
    static void serve(
            Supplier<Rimbalzo> current, InputStream in, OutputStream out, Consumer<Integer> unused, int longest)
            throws IOException {
        McpStream stream = new McpStream(in, out, unused, longest);
        stream.answer(new Capabilities(current, stream));
    }

    private void answer(Capabilities capabilities) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int number = 1; readLine(line); number++) {
            String text = line.toString(StandardCharsets.UTF_8);
            if (line.size() > longest) {
                unused.accept(number);
            } else if (!text.isBlank()) {
                capabilities.follow();
                answer(text, number);
            }
        }
    }

    /** Reads one line, of one that is too long a little more than is allowed; false at the end of the input. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() <= longest) {
                line.write(read);
            }
        }
        return true;
    }

    private void answer(String text, int number) throws IOException {
        Map<?, ?> message;
        try {
            message = JSON.readValue(text, Object.class) instanceof Map<?, ?> object ? object : Map.of();
        } catch (JacksonException e) {
            message = Map.of();
        }
        Object id = message.get("id");
        boolean identified = id instanceof String || id instanceof Number;
        if (message.get("method") instanceof String method && (id == null || identified)) {
            if (id == null) {
                notified(new JSONRPCNotification(McpSchema.JSONRPC_VERSION, method, message.get("params")));
            } else {
                write(answered(new JSONRPCRequest(McpSchema.JSONRPC_VERSION, method, id, message.get("params"))));
            }
        } else if (id != null && identified && !message.containsKey("result") && !message.containsKey("error")) {
            write(failed(id, McpSchema.ErrorCodes.INVALID_REQUEST, "a request needs a method"));
        } else {
            unused.accept(number);
        }
    }

    private JSONRPCResponse answered(JSONRPCRequest request) {
        try {
            JSONRPCResponse response =
                    handler().handleRequest(McpTransportContext.EMPTY, request).block();
            return response == null ? failed(request.id(), McpSchema.ErrorCodes.INTERNAL_ERROR, "no answer") : response;
        } catch (McpError e) {
            return JSONRPCResponse.error(request.id(), e.getJsonRpcError());
        } catch (RuntimeException e) {
            return failed(request.id(), McpSchema.ErrorCodes.INVALID_PARAMS, "these parameters cannot be used");
        }
    }

    /** Whatever is told without a question needs no answer, not even that it could not be used. */
    private void notified(JSONRPCNotification notification) {
        try {
            handler()
                    .handleNotification(McpTransportContext.EMPTY, notification)
                    .block();
        } catch (RuntimeException e) {
            System.getLogger("io.rimbalzo").log(System.Logger.Level.DEBUG, "a notification could not be used", e);
        }
    }

    private static JSONRPCResponse failed(Object id, int code, String message) {
        return JSONRPCResponse.error(id, new JSONRPCError(code, message));
    }

    private void write(JSONRPCResponse response) throws IOException {
        out.write(JSON.writeValueAsBytes(response));
        out.write('\n');
        out.flush();
    }

    private McpStatelessServerHandler handler() {
        if (handler == null) {
            throw new IllegalStateException("the server has not been built");
        }
        return handler;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
        handler = given;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2024_11_05,
                ProtocolVersions.MCP_2025_03_26,
                ProtocolVersions.MCP_2025_06_18,
                ProtocolVersions.MCP_2025_11_25);
    }
}
