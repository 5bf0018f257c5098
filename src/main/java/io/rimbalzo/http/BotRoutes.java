package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.chat.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** What chatbot platforms call: {@code POST /webhook/rasa}, {@code POST /webhook/dialogflow}. Nothing is kept between two calls. */
final class BotRoutes {

    private final RuleBook book;
    private final Exchange exchange;

    BotRoutes(RuleBook book, Exchange exchange) {
        this.book = book;
        this.exchange = exchange;
    }

    @OpenApi(
            path = "/webhook/rasa",
            methods = HttpMethod.POST,
            operationId = "answerRasa",
            summary = "A Rasa bot's custom action server",
            description = "Runs action_diagnose_bounce or action_answer_question. A call that names no such action is "
                    + "answered too, in words.",
            tags = "bots",
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content =
                                    @OpenApiContent(mimeType = Representation.JSON, from = Documented.RasaCall.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        description = "What the bot keeps, and what it says.",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = Documented.RasaAnswer.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "No answer in time (too-slow).",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void rasa(Context http) throws Exception {
        answer(http, Webhooks::rasa);
    }

    @OpenApi(
            path = "/webhook/dialogflow",
            methods = HttpMethod.POST,
            operationId = "answerDialogflow",
            summary = "A Dialogflow CX agent's webhook",
            description =
                    "Answers a WebhookRequest whose tag is diagnose_bounce or answer_question. One of another tag is "
                            + "answered too, in words.",
            tags = "bots",
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content =
                                    @OpenApiContent(
                                            mimeType = Representation.JSON,
                                            from = Documented.DialogflowCall.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        description = "A WebhookResponse.",
                        content =
                                @OpenApiContent(
                                        mimeType = Representation.JSON,
                                        from = Documented.DialogflowAnswer.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "No answer in time (too-slow).",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void dialogflow(Context http) throws Exception {
        answer(http, Webhooks::dialogflow);
    }

    private void answer(Context http, BiFunction<String, Rimbalzo, ObjectNode> webhook) throws Exception {
        Rimbalzo rimbalzo = book.current();
        exchange.answer(http, call -> {
            String body = new String(call.body(), StandardCharsets.UTF_8);
            return new Mount.Answer(200, webhook.apply(body, rimbalzo).toString());
        });
    }
}
