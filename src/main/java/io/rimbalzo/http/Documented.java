package io.rimbalzo.http;

import io.javalin.openapi.OpenApiName;

/** Stand-ins, in the description of the interface, for what has a JSON Schema of its own; see {@link Description}. */
final class Documented {

    private Documented() {}

    @OpenApiName("Result")
    static final class ResultSchema {}

    @OpenApiName("Turn")
    static final class TurnSchema {}

    @OpenApiName("Submission")
    static final class SubmissionSchema {}

    @OpenApiName("Catalogue")
    static final class CatalogueSchema {}

    @OpenApiName("Entry")
    static final class EntrySchema {}

    @OpenApiName("Explanation")
    static final class ExplanationSchema {}

    @OpenApiName("JsonSchema")
    static final class JsonSchemaSchema {}

    @OpenApiName("AdaptiveCard")
    static final class Card {}

    @OpenApiName("SlackMessage")
    static final class Blocks {}

    @OpenApiName("Form")
    static final class FormSchema {}

    @OpenApiName("RasaCall")
    static final class RasaCall {}

    @OpenApiName("RasaAnswer")
    static final class RasaAnswer {}

    @OpenApiName("DialogflowCall")
    static final class DialogflowCall {}

    @OpenApiName("DialogflowAnswer")
    static final class DialogflowAnswer {}
}
