package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.Complaints;
import io.rimbalzo.RuleBook;
import io.rimbalzo.render.JsonSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a program asks before it asks anything else: {@code GET /v1/languages}, {@code GET /v1/schema}, {@code GET /openapi.json}. */
final class Reference {

    private static final String SCHEMA = "application/schema+json";

    /** The languages that answers can be told in. */
    public record LanguageList(List<Language> languages) {

        /**
         * One of them.
         *
         * @param tag  {@code it}
         * @param name as it calls itself: {@code italiano}
         */
        public record Language(String tag, String name) {}
    }

    private final RuleBook book;
    private final Description description;

    Reference(RuleBook book, Description description) {
        this.book = book;
        this.description = description;
    }

    @OpenApi(
            path = "/v1/languages",
            methods = HttpMethod.GET,
            operationId = "listLanguages",
            summary = "The languages that answers can be told in",
            tags = "reference",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(mimeType = Representation.JSON, from = LanguageList.class)))
    void languages(Context http) {
        Accept.best(http, List.of(Representation.JSON));
        List<LanguageList.Language> languages = book.current().library().spoken().stream()
                .map(tag -> new LanguageList.Language(tag, own(Locale.forLanguageTag(tag))))
                .toList();
        Wire.answer(http, Representation.JSON, Wire.text(new LanguageList(languages)));
    }

    private static String own(Locale locale) {
        return locale.getDisplayLanguage(locale);
    }

    @OpenApi(
            path = "/v1/schema",
            methods = HttpMethod.GET,
            operationId = "getSchema",
            summary = "The JSON Schema of an answer, or of what is handed in",
            tags = "reference",
            queryParams = @OpenApiParam(name = "of", description = "result or submission; without it, result."),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = SCHEMA, from = Documented.JsonSchemaSchema.class)),
                @OpenApiResponse(
                        status = "404",
                        description = "There is no schema of that name.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void schema(Context http) {
        Asked asked = Asked.of(http, book);
        String form = Accept.best(http, List.of(SCHEMA, Representation.JSON));
        String of = http.queryParam("of");
        String name = of == null ? JsonSchema.NAMES.get(0) : of;
        if (!JsonSchema.NAMES.contains(name)) {
            throw new Refusal(
                    404,
                    "unknown-schema",
                    Map.of(
                            "found",
                            name,
                            "suggestion",
                            Complaints.suggestion(asked.words(), name, JsonSchema.NAMES),
                            "known",
                            JsonSchema.NAMES));
        }
        Wire.answer(http, form, JsonSchema.of(name));
    }

    @OpenApi(
            path = "/openapi.json",
            methods = HttpMethod.GET,
            operationId = "getDescription",
            summary = "This description",
            tags = "reference",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content =
                                    @OpenApiContent(
                                            mimeType = Representation.JSON,
                                            from = Documented.JsonSchemaSchema.class)))
    void description(Context http) {
        Accept.best(http, List.of(Representation.JSON));
        Wire.answer(http, Representation.JSON, description.text());
    }
}
