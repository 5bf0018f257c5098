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
import io.rimbalzo.guidance.Result;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/diagnose}: a bounce in, the answer out, in the form and language asked for. */
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
                        status = "406",
                        description = "In none of these forms.",
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
                        description = "It cannot be read (empty, not-a-report, unreadable, bad-code, too-slow), or its "
                                + "context or language is not known.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "429",
                        description = "Too much at once: try again after Retry-After.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void diagnose(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        Representation form = Representation.of(Accept.best(http, Representation.TYPES));
        String type = Intake.type(http);
        try (Bodies.Body body = bodies.read(http)) {
            answer(
                    asked,
                    form,
                    () -> intake.read(asked, type, body.bytes(), asked.rimbalzo()::diagnose, Function.identity()));
        }
    }

    private interface Reader {
        Result read();
    }

    private void answer(Asked asked, Representation form, Reader reader) throws Exception {
        record Told(Result result, @Nullable String text) {}
        Told told = work.run(() -> {
            Result result = reader.read();
            return new Told(result, result.error() == null ? form.of().apply(result) : null);
        });
        meters.diagnosed(told.result().error(), Verdict.of(told.result()));
        if (told.text() == null) {
            throw Refusal.of(Objects.requireNonNull(told.result().error(), "without a text there is an error"));
        }
        asked.answer(form.type(), told.result().words().locale(), told.text());
    }
}
