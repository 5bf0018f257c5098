package io.rimbalzo.serve;

import io.rimbalzo.RuleBook;
import io.rimbalzo.chat.Webhooks;
import io.rimbalzo.http.Mount;
import io.rimbalzo.mcp.McpServlet;
import java.util.List;

/** What bots and language models call beside the REST interface: {@code /mcp}, {@code /webhook/rasa}, {@code /webhook/dialogflow}. */
public final class Bots implements Mounting {

    @Override
    public List<Mount> mounts(RuleBook book) {
        return List.of(
                new Mount(McpServlet.PATH, McpServlet.of(book::current)),
                new Mount("/webhook/rasa", new BotServlet(book::current, Webhooks::rasa)),
                new Mount("/webhook/dialogflow", new BotServlet(book::current, Webhooks::dialogflow)));
    }
}
