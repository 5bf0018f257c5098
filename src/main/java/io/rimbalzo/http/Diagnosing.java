package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.NdjsonLine;
import io.rimbalzo.RuleBook;
import io.rimbalzo.Submission;
import io.rimbalzo.Verdict;
import io.rimbalzo.guidance.Result;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/diagnose}: a bounce in, the answer out, in the form and language asked for. */
final class Diagnosing {

    private static final String FORM = "multipart/form-data";
    private static final String OUTLOOK = "application/vnd.ms-outlook";
    private static final String MAIL = "message/rfc822";
    private static final List<String> BODIES = List.of(Representation.JSON, MAIL, Representation.TEXT, OUTLOOK, FORM);

    private final RuleBook book;
    private final Bodies bodies;
    private final Work work;
    private final Meters meters;
    private final int limit;

    Diagnosing(RuleBook book, Bodies bodies, Work work, Meters meters, int limit) {
        this.book = book;
        this.bodies = bodies;
        this.work = work;
        this.meters = meters;
        this.limit = limit;
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
                                @OpenApiContent(mimeType = MAIL, type = "string", format = "binary"),
                                @OpenApiContent(mimeType = Representation.TEXT, type = "string"),
                                @OpenApiContent(mimeType = OUTLOOK, type = "string", format = "binary"),
                                @OpenApiContent(mimeType = FORM, from = Documented.FormSchema.class)
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
        String type = Accept.ofBody(http);
        if (!BODIES.contains(Accept.bare(type))) {
            throw new Refusal(415, "unsupported-type", Map.of("known", BODIES));
        }
        try (Bodies.Body body = bodies.read(http)) {
            answer(asked, form, () -> read(asked, type, body.bytes()));
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
            throw badJson(Objects.requireNonNull(told.result().error(), "without a text there is an error"));
        }
        asked.answer(form.type(), told.result().words().locale(), told.text());
    }

    /** The sentence of the command line speaks of lines. */
    private static Refusal badJson(Result.Error error) {
        return error.code().equals("bad-json") ? new Refusal(400, "bad-json", Map.of()) : Refusal.of(error);
    }

    private Result read(Asked asked, String contentType, byte[] body) {
        String type = Accept.bare(contentType);
        if (type.equals(Representation.JSON)) {
            return new NdjsonLine(asked.rimbalzo(), asked.context(), asked.lang(), limit).result(body);
        }
        if (!type.equals(FORM)) {
            byte[] text = type.equals(Representation.TEXT) ? utf8(contentType, body) : body;
            return asked.rimbalzo().diagnose(new Submission(null, text, asked.context(), asked.lang()));
        }
        Form form = Form.read(contentType, body);
        Map<String, String> context = new LinkedHashMap<>(asked.context());
        context.putAll(asked.context(form.context()));
        return asked.rimbalzo()
                .diagnose(new Submission(null, form.file(), context, form.lang() == null ? asked.lang() : form.lang()));
    }

    /** A text in another encoding says so; one in an encoding that nobody knows is read as it is. */
    private static byte[] utf8(String contentType, byte[] text) {
        try {
            String name = org.eclipse.jetty.http.MimeTypes.getCharsetFromContentType(contentType);
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            return charset.equals(StandardCharsets.UTF_8)
                    ? text
                    : new String(text, charset).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return text;
        }
    }
}
