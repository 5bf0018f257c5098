package io.rimbalzo.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages of the protocol, whatever carries them: {@code {"jsonrpc":"2.0","id":7,"method":"ping"}} is answered with
 * {@code {"jsonrpc":"2.0","id":7,"result":{}}}; several in a list, as the version of March 2025 has them, with a list.
 *
 * <p>The SDK's own transports drop such a list, and tell over HTTP what is wrong by the trace of an exception.
 */
final class JsonRpc implements McpStatelessServerTransport {

    static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private static final int MOST_AT_ONCE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private @Nullable McpStatelessServerHandler handler;

    /**
     * What becomes of a message.
     *
     * @param understood whether it is one
     * @param answer     null where it needs none
     */
    record Answered(boolean understood, byte @Nullable [] answer) {

        private static final Answered NO = new Answered(false, null);
    }

    Answered answered(String text) {
        Object message;
        try {
            message = JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            return Answered.NO;
        }
        if (message instanceof Map<?, ?> one) {
            return answered(one);
        }
        return message instanceof List<?> several && !several.isEmpty() && several.size() <= MOST_AT_ONCE
                ? answered(several)
                : Answered.NO;
    }

    private Answered answered(Map<?, ?> message) {
        if (!isMessage(message)) {
            return Answered.NO;
        }
        Object answer = answer(message);
        return new Answered(true, answer == null ? null : JSON.writeValueAsBytes(answer));
    }

    private Answered answered(List<?> several) {
        List<Object> answers = new ArrayList<>();
        for (Object one : several) {
            boolean message = one instanceof Map<?, ?> object && isMessage(object);
            Object answer = message
                    ? answer((Map<?, ?>) one)
                    : error(null, ErrorCodes.INVALID_REQUEST, "neither a request nor a notification");
            if (answer != null) {
                answers.add(answer);
            }
        }
        return new Answered(true, answers.isEmpty() ? null : JSON.writeValueAsBytes(answers));
    }

    /** Asks or tells something; answers to what was never asked are nothing. */
    private static boolean isMessage(Map<?, ?> message) {
        Object id = message.get("id");
        boolean answers = message.containsKey("result") || message.containsKey("error");
        return id == null ? message.get("method") instanceof String : !answers && (isId(id) || id instanceof Number);
    }

    /** The protocol knows texts and whole numbers. */
    private static boolean isId(Object id) {
        return id instanceof String || id instanceof Integer || id instanceof Long;
    }

    private @Nullable Object answer(Map<?, ?> message) {
        Object id = message.get("id");
        if (id == null) {
            notified(new JSONRPCNotification(
                    McpSchema.JSONRPC_VERSION, String.valueOf(message.get("method")), message.get("params")));
            return null;
        }
        if (!isId(id)) {
            return error(id, ErrorCodes.INVALID_REQUEST, "an id is a text or a whole number");
        }
        return message.get("method") instanceof String method
                ? asked(new JSONRPCRequest(McpSchema.JSONRPC_VERSION, method, id, message.get("params")))
                : error(id, ErrorCodes.INVALID_REQUEST, "a request needs a method");
    }

    private Object asked(JSONRPCRequest request) {
        try {
            JSONRPCResponse response =
                    handler().handleRequest(McpTransportContext.EMPTY, request).block();
            // what the SDK calls an internal error is what its JSON reader says of parameters, class names and all
            boolean unread = response == null
                    || response.error() != null && response.error().code() == ErrorCodes.INTERNAL_ERROR;
            return unread ? unusable(request, String.valueOf(response)) : response;
        } catch (McpError e) {
            return JSONRPCResponse.error(request.id(), e.getJsonRpcError());
        } catch (RuntimeException e) {
            return unusable(request, e.toString());
        }
    }

    private static Object unusable(JSONRPCRequest request, String why) {
        System.getLogger("io.rimbalzo").log(System.Logger.Level.DEBUG, "a request could not be used: " + why);
        return error(
                request.id(),
                ErrorCodes.INVALID_PARAMS,
                "these parameters cannot be used: they are objects, with the names that " + request.method()
                        + " and the tool's schema have");
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

    /** @param id null where it is not known */
    static byte[] refusal(@Nullable Object id, int code, String message) {
        return JSON.writeValueAsBytes(error(id, code, message));
    }

    /** The SDK has no errors without an id of its own kind. */
    private static Map<String, @Nullable Object> error(@Nullable Object id, int code, String message) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        error.put("id", id);
        error.put("error", new JSONRPCError(code, message));
        return error;
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
        return VERSIONS;
    }
}
