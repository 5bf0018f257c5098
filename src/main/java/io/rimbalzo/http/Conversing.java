package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.RuleBook;
import io.rimbalzo.Verdict;
import io.rimbalzo.chat.Turn;
import io.rimbalzo.chat.TurnJson;
import io.rimbalzo.guidance.Result;
import java.util.List;

/**
 * {@code POST /v1/turn}: one turn of a bot of one's own. What was told so far comes with the message; the answer says what
 * to ask next, or that the conversation is over, or what to give the person who takes over.
 */
final class Conversing {

    private final RuleBook book;
    private final Bodies bodies;
    private final Work work;
    private final Meters meters;
    private final Intake intake;

    Conversing(RuleBook book, Bodies bodies, Work work, Meters meters, Intake intake) {
        this.book = book;
        this.bodies = bodies;
        this.work = work;
        this.meters = meters;
        this.intake = intake;
    }

    @OpenApi(
            path = "/v1/turn",
            methods = HttpMethod.POST,
            operationId = "takeTurn",
            summary = "One turn of a conversation: the answer so far, and what comes next",
            description =
                    "Nothing is kept: send the same message again with the answer to the question as one more entry "
                            + "of its context, or with \"unknown\" where the person cannot tell.",
            tags = "bots",
            queryParams = {
                @OpenApiParam(
                        name = "lang",
                        description = "A tag, or a list of them as in Accept-Language, which it stands before."),
                @OpenApiParam(
                        name = "context",
                        description = "What is known beside the message, as recipient-kind=group; may be repeated.")
            },
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content = {
                                @OpenApiContent(
                                        mimeType = Representation.JSON,
                                        from = Documented.SubmissionSchema.class),
                                @OpenApiContent(mimeType = Intake.MAIL, type = "string", format = "binary"),
                                @OpenApiContent(mimeType = Representation.TEXT, type = "string"),
                                @OpenApiContent(mimeType = Intake.OUTLOOK, type = "string", format = "binary"),
                                @OpenApiContent(mimeType = Intake.FORM, from = Documented.FormSchema.class)
                            }),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        description = "What to say, and what to do next.",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = Documented.TurnSchema.class)),
                @OpenApiResponse(
                        status = "400",
                        description = "Neither JSON with a message nor a form with a file.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "406",
                        description = "It can be had as JSON only.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "413",
                        description = "Over the limit.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "415",
                        description = "A body of another type.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description =
                                "It cannot be read: ask for the text again. Or its context or language is not known.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "429",
                        description = "Too much at once: try again after Retry-After.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void turn(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        Accept.best(http, List.of(Representation.JSON));
        String type = Intake.type(http);
        try (Bodies.Body body = bodies.read(http)) {
            answer(
                    asked,
                    () -> intake.read(
                            asked,
                            type,
                            body.bytes(),
                            submission -> Turn.of(asked.rimbalzo(), submission),
                            Turn::again));
        }
    }

    private interface Reader {
        Turn read();
    }

    private void answer(Asked asked, Reader reader) throws Exception {
        record Told(Turn turn, String text) {}
        Told told = work.run(() -> {
            Turn turn = reader.read();
            return new Told(turn, turn.result().error() == null ? Wire.text(TurnJson.of(turn)) : "");
        });
        Result result = told.turn().result();
        meters.diagnosed(result.error(), Verdict.of(result));
        if (result.error() != null) {
            throw Refusal.of(result.error());
        }
        asked.answer(Representation.JSON, result.words().locale(), told.text());
    }
}
