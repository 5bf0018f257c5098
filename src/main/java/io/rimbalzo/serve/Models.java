package io.rimbalzo.serve;

import io.rimbalzo.RuleBook;
import io.rimbalzo.http.Mount;
import io.rimbalzo.mcp.McpEndpoint;
import java.util.List;

/** What language models ask beside the REST interface: {@code /mcp}. */
public final class Models implements Mounting {

    @Override
    public List<Mount> mounts(RuleBook book) {
        McpEndpoint endpoint = new McpEndpoint(book::current);
        return List.of(new Mount(McpEndpoint.PATH, call -> {
            McpEndpoint.Reply reply = endpoint.answer(call.fields().get(McpEndpoint.VERSION), call.body());
            return new Mount.Answer(reply.status(), reply.json());
        }));
    }
}
