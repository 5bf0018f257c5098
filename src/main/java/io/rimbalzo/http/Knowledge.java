package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.explain.Explanation;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.CatalogueJson;
import io.rimbalzo.render.CatalogueMarkdown;
import io.rimbalzo.render.CataloguePage;
import io.rimbalzo.render.CatalogueText;
import io.rimbalzo.render.ExplanationJson;
import io.rimbalzo.render.ExplanationPage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What is known, without any message: {@code GET /v1/codes/5.7.124}, {@code GET /v1/diagnoses?q=mailbox+full}. */
final class Knowledge {

    private static final List<String> FORMS =
            List.of(Representation.JSON, Representation.HTML, Representation.MARKDOWN, Representation.TEXT);
    private static final int MOST_FOUND = 50;

    private final RuleBook book;
    private final Work work;

    Knowledge(RuleBook book, Work work) {
        this.book = book;
        this.work = work;
    }

    @OpenApi(
            path = "/v1/diagnoses",
            methods = HttpMethod.GET,
            operationId = "listDiagnoses",
            summary = "The diagnoses that the rules know, all or those that some words speak of",
            tags = "knowledge",
            queryParams = {
                @OpenApiParam(name = "lang", description = "A tag, or a list of them as in Accept-Language."),
                @OpenApiParam(
                        name = "q",
                        description = "Words of any language, codes or parts of ids; the best comes first, at most 50.")
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = DiagnosisList.class)),
                @OpenApiResponse(
                        status = "406",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "The language is not known.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void diagnoses(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        Accept.best(http, List.of(Representation.JSON));
        String text = http.queryParam("q");
        DiagnosisList list = work.run(() -> {
            Catalogue catalogue = Catalogue.of(asked.rimbalzo().rules());
            return DiagnosisList.of(
                    text == null || text.isBlank()
                            ? catalogue.entries()
                            : found(catalogue, asked.rimbalzo().search(text, MOST_FOUND)),
                    asked.words());
        });
        asked.answer(Representation.JSON, asked.words().locale(), Wire.text(list));
    }

    private static List<Entry> found(Catalogue catalogue, List<String> ids) {
        return ids.stream()
                .flatMap(id -> catalogue.entries().stream().filter(e -> e.id().equals(id)))
                .toList();
    }

    @OpenApi(
            path = "/v1/diagnoses/{id}",
            methods = HttpMethod.GET,
            operationId = "getDiagnosis",
            summary = "One diagnosis with its words and its rules",
            tags = "knowledge",
            pathParams = @OpenApiParam(name = "id", example = "access.group-large", required = true),
            queryParams = @OpenApiParam(name = "lang", description = "A tag, or a list of them as in Accept-Language."),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = {
                            @OpenApiContent(mimeType = Representation.JSON, from = Documented.EntrySchema.class),
                            @OpenApiContent(mimeType = Representation.HTML, type = "string"),
                            @OpenApiContent(mimeType = Representation.MARKDOWN, type = "string"),
                            @OpenApiContent(mimeType = Representation.TEXT, type = "string")
                        }),
                @OpenApiResponse(
                        status = "404",
                        description = "There is no such diagnosis; the detail names the one that was probably meant.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void diagnosis(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        String form = Accept.best(http, FORMS);
        String id = http.pathParam("id");
        catalogue(asked, List.of(id), form, true);
    }

    @OpenApi(
            path = "/v1/rules",
            methods = HttpMethod.GET,
            operationId = "listRules",
            summary = "The rules, read out, with the diagnoses that they lead to",
            tags = "knowledge",
            queryParams = {
                @OpenApiParam(name = "lang", description = "A tag, or a list of them as in Accept-Language."),
                @OpenApiParam(name = "name", description = "A topic or the id of a diagnosis; may be repeated.")
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = {
                            @OpenApiContent(mimeType = Representation.JSON, from = Documented.CatalogueSchema.class),
                            @OpenApiContent(mimeType = Representation.HTML, type = "string"),
                            @OpenApiContent(mimeType = Representation.MARKDOWN, type = "string"),
                            @OpenApiContent(mimeType = Representation.TEXT, type = "string")
                        }),
                @OpenApiResponse(
                        status = "404",
                        description = "There is nothing of that name.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void rules(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        catalogue(asked, http.queryParams("name"), Accept.best(http, FORMS), false);
    }

    private void catalogue(Asked asked, List<String> names, String form, boolean one) throws Exception {
        Words words = asked.words();
        String text = work.run(() -> {
            Catalogue all = Catalogue.of(asked.rimbalzo().rules());
            Catalogue wanted = all.only(names);
            boolean missing =
                    one && wanted.entries().size() != 1 || all.unknown(names).isPresent();
            if (missing) {
                throw unknown(all, words, all.unknown(names).orElse(names.get(0)));
            }
            return one && form.equals(Representation.JSON)
                    ? entry(wanted, words)
                    : told(wanted, names, form, asked.rimbalzo(), words);
        });
        asked.answer(form, words.locale(), text);
    }

    private static Refusal unknown(Catalogue all, Words words, String name) {
        List<String> ids = all.entries().stream().map(Entry::id).toList();
        return new Refusal(404, "unknown-diagnosis", Map.of())
                .saying(words.say(
                        "http.unknown-diagnosis",
                        Map.of("found", name, "suggestion", Complaints.suggestion(words, name, ids))));
    }

    private static String entry(Catalogue one, Words words) {
        ObjectNode entry = (ObjectNode) Wire.JSON
                .readTree(CatalogueJson.of(one, words))
                .path("diagnoses")
                .get(0);
        return Wire.text(entry.put("lang", words.language()));
    }

    private static String told(Catalogue wanted, List<String> names, String form, Rimbalzo rimbalzo, Words words) {
        return switch (form) {
            case Representation.JSON -> CatalogueJson.of(wanted, words);
            case Representation.MARKDOWN -> CatalogueMarkdown.of(wanted, words);
            case Representation.HTML -> CataloguePage.of(wanted, spoken(rimbalzo, words));
            default ->
                names.isEmpty() ? CatalogueText.list(wanted, words, false) : CatalogueText.whole(wanted, words, false);
        };
    }

    /** All languages that can read rules out, the one asked for first. */
    private static List<Words> spoken(Rimbalzo rimbalzo, Words first) {
        Set<Words> languages = new LinkedHashSet<>(List.of(first));
        rimbalzo.library().spoken().stream()
                .map(rimbalzo.library()::words)
                .filter(words -> words.has("rules.title"))
                .forEach(languages::add);
        return List.copyOf(languages);
    }

    @OpenApi(
            path = "/v1/codes/{code}",
            methods = HttpMethod.GET,
            operationId = "explainCode",
            summary = "What is known of a code",
            tags = "knowledge",
            pathParams = @OpenApiParam(name = "code", example = "5.7.124", required = true),
            queryParams = @OpenApiParam(name = "lang", description = "A tag, or a list of them as in Accept-Language."),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = {
                            @OpenApiContent(mimeType = Representation.JSON, from = Documented.ExplanationSchema.class),
                            @OpenApiContent(mimeType = Representation.TEXT, type = "string")
                        }),
                @OpenApiResponse(
                        status = "404",
                        description = "Nothing is known of it, or it is no code.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void code(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        String form = Accept.best(http, List.of(Representation.JSON, Representation.TEXT));
        String code = http.pathParam("code");
        String text = work.run(() -> {
            Explanation explanation = asked.rimbalzo().explain(code, asked.words());
            boolean known = explanation.kind() == Explanation.Kind.CODE || explanation.kind() == Explanation.Kind.REPLY;
            if (!known || !explanation.found()) {
                Refusal refusal = new Refusal(404, "unknown-code", Map.of("found", code));
                throw explanation.message() == null ? refusal : refusal.saying(explanation.message());
            }
            return form.equals(Representation.JSON)
                    ? ExplanationJson.line(explanation)
                    : ExplanationPage.of(explanation, false);
        });
        asked.answer(form, asked.words().locale(), text);
    }
}
