package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.Submission;
import io.rimbalzo.Verdict;
import io.rimbalzo.chat.Turn;
import io.rimbalzo.chat.TurnJson;
import io.rimbalzo.guidance.Result;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounce in, the answer out: {@code POST /v1/diagnose} in the form and language asked for, {@code POST /v1/turn} as one turn
 * of a conversation, which says what to ask next, or what to give the person who takes over.
 */
final class Diagnosing {

    private final RuleBook book;
    private final Bodies bodies;
    private final Work work;
    private final Meters meters;
    private final Intake intake;

    Diagnosing(RuleBook book, Bodies bodies, Work work, Meters meters, Intake intake) {
        this.book = book;
        this.bodies = bodies;
        this.work = work;
        this.meters = meters;
        this.intake = intake;
    }

    @OpenApi(
            path = "/v1/diagnose",
            methods = HttpMethod.POST,
            operationId = "diagnose",
            summary = "Tells what happened, who must act and what to do",
            description =
                    "The body is a whole mail, a pasted text, a server's answer, headers or a bare code, as it is "
                            + "or in JSON. What cannot be read is a problem (422), with the code of the result's error.",
            tags = "diagnosis",
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
                        description = "The answer.",
                        content = {
                            @OpenApiContent(mimeType = Representation.JSON, from = Documented.ResultSchema.class),
                            @OpenApiContent(mimeType = Representation.HTML, type = "string"),
                            @OpenApiContent(mimeType = Representation.MARKDOWN, type = "string"),
                            @OpenApiContent(mimeType = Representation.TEXT, type = "string"),
                            @OpenApiContent(mimeType = Representation.ADAPTIVE_CARD, from = Documented.Card.class),
                            @OpenApiContent(mimeType = Representation.SLACK, from = Documented.Blocks.class)
                        }),
                @OpenApiResponse(
                        status = "400",
                        description = "Neither JSON with a message nor a form with a file.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "It cannot be read (empty, not-a-report, unreadable, bad-code, too-slow), or its "
                                + "context or language is not known.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void diagnose(Context http) throws Exception {
        Representation form = Representation.of(Accept.best(http, Representation.TYPES));
        answer(http, form.type(), (rimbalzo, submission) -> told(rimbalzo.diagnose(submission), form.of()));
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
                        status = "422",
                        description =
                                "It cannot be read: ask for the text again. Or its context or language is not known.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void turn(Context http) throws Exception {
        Accept.best(http, List.of(Representation.JSON));
        answer(http, Representation.JSON, (rimbalzo, submission) -> {
            Turn turn = Turn.of(rimbalzo, submission);
            return told(turn.result(), result -> Wire.text(TurnJson.of(turn)));
        });
    }

    /** Without a text there is an error. */
    private record Told(Result result, @Nullable String text) {}

    private static Told told(Result result, Function<Result, String> as) {
        return new Told(result, result.error() == null ? as.apply(result) : null);
    }

    private void answer(Context http, String form, BiFunction<Rimbalzo, Submission, Told> use) throws Exception {
        Asked asked = Asked.of(http, book);
        String type = Intake.type(http);
        try (Bodies.Body body = bodies.read(http)) {
            Told told = work.run(() -> intake.read(
                    asked,
                    type,
                    body.bytes(),
                    submission -> use.apply(asked.rimbalzo(), submission),
                    unused -> new Told(unused, null)));
            Result result = told.result();
            meters.diagnosed(result.error(), Verdict.of(result));
            if (told.text() == null) {
                throw Refusal.of(Objects.requireNonNull(result.error(), "without a text there is an error"));
            }
            asked.answer(form, result.words().locale(), told.text());
        }
    }
}
