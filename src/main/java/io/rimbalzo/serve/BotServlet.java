package io.rimbalzo.serve;

import io.rimbalzo.Rimbalzo;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** A support bot's webhook: JSON in, JSON out, nothing kept between two calls. */
final class BotServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int LARGEST_BODY = 25 << 20;

    private final transient Supplier<Rimbalzo> current;
    private final transient BiFunction<String, Rimbalzo, ObjectNode> webhook;

    /** @param webhook answers in the bot's own contract, whatever comes */
    BotServlet(Supplier<Rimbalzo> current, BiFunction<String, Rimbalzo, ObjectNode> webhook) {
        this.current = current;
        this.webhook = webhook;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        super.service(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        byte[] answer = webhook.apply(new String(body, StandardCharsets.UTF_8), current.get())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
