package io.rimbalzo.http;

import java.util.List;

/** Calls of every operation of the description, one for each status that can be brought about. */
final class OpenApiCalls {

    private static final String JSON = "application/json";
    private static final String CARD = "application/vnd.microsoft.card.adaptive+json";
    private static final String SLACK = "application/vnd.slack.blocks+json";
    private static final String PREVIEW = "/v1/messages/preview";
    private static final String MESSAGE = "/v1/messages/it/internal/5.7.124";

    /** One call, the operation that it is one of, and what should come back. */
    record Call(String operation, String method, String path, String type, String body, String accept, int status) {

        Call(String operation, String path, String accept, int status) {
            this(operation, "GET", path, null, null, accept, status);
        }
    }

    private static final String TEXT = "{\"text\": \"<B>Il gruppo è riservato</B>\"}";
    private static final String MAKE =
            "{\"language\": \"it\", \"internal\": true, \"dsnCode\": \"5.7.124\", \"text\": \"%s\"}";
    private static final String QUOTA =
            "{\"language\": \"it\", \"quotaMessageType\": \"WarningMailbox\", \"text\": \"Casella quasi piena\"}";
    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + TestServer.BOUNCE
                    + "\r\n--b--\r\n";

    private static final String RASA = "/webhook/rasa";
    private static final String DIALOGFLOW = "/webhook/dialogflow";
    private static final String RASA_CALL = """
            {"next_action": "%s", "sender_id": "7", "tracker": {"slots": %s,
             "latest_message": {"text": "550 5.7.1 Delivery not authorized", "entities": []}}}""";
    private static final String ASKED = """
            {"bounce_message": "550 5.7.1 Delivery not authorized", "bounce_question": "recipient-kind", "bounce_context": {},
             "bounce_unknown": []}""";
    private static final String DIALOGFLOW_CALL = """
            {"fulfillmentInfo": {"tag": "%s"}, "text": "%s", "languageCode": "it", "sessionInfo": {"parameters": %s}}""";

    static final List<Call> ALL = List.of(
            new Call("diagnose", "POST", "/v1/diagnose", JSON, "{\"message\": \"5.1.1\"}", JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/html", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/markdown", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, "text/plain", 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, CARD, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", TestServer.BOUNCE, SLACK, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "message/rfc822", TestServer.BOUNCE, JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "application/vnd.ms-outlook", "x", JSON, 422),
            new Call("diagnose", "POST", "/v1/diagnose", "multipart/form-data; boundary=b", FORM, JSON, 200),
            new Call("diagnose", "POST", "/v1/diagnose", "multipart/form-data; boundary=c", FORM, JSON, 400),
            new Call("diagnose", "POST", "/v1/diagnose", JSON, "[]", JSON, 400),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "x", "image/png", 406),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "5.1.1 ".repeat(20_000), JSON, 413),
            new Call("diagnose", "POST", "/v1/diagnose", "image/png", "x", JSON, 415),
            new Call("diagnose", "POST", "/v1/diagnose", "text/plain", "Buongiorno a tutti", JSON, 422),
            new Call(
                    "takeTurn",
                    "POST",
                    "/v1/turn",
                    JSON,
                    "{\"message\": \"550 5.7.1 Delivery not authorized\"}",
                    JSON,
                    200),
            new Call("takeTurn", "POST", "/v1/turn", "text/plain", "550 Blorb snark frobnicated", JSON, 200),
            new Call("takeTurn", "POST", "/v1/turn", "text/plain", "550 5.1.1 User unknown", JSON, 200),
            new Call("takeTurn", "POST", "/v1/turn", "text/plain", "Buongiorno a tutti", JSON, 422),
            new Call("takeTurn", "POST", "/v1/turn", "text/plain", "5.1.1 ".repeat(20_000), JSON, 413),
            new Call("takeTurn", "POST", "/v1/turn", "image/png", "x", JSON, 415),
            new Call("takeTurn", "POST", "/v1/turn", "text/plain", "5.1.1", "text/html", 406),
            new Call("takeTurn", "POST", "/v1/turn", JSON, "[]", JSON, 400),
            new Call("listDiagnoses", "/v1/diagnoses", JSON, 200),
            new Call("listDiagnoses", "/v1/diagnoses?q=cassetta+piena&lang=it", JSON, 200),
            new Call("listDiagnoses", "/v1/diagnoses", "text/html", 406),
            new Call("listDiagnoses", "/v1/diagnoses?lang=ja", JSON, 422),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-large", JSON, 200),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-large", "text/markdown", 200),
            new Call("getDiagnosis", "/v1/diagnoses/access.group-larg", JSON, 404),
            new Call("getDiagnosis", "/v1/diagnoses/access", JSON, 404),
            new Call("explainCode", "/v1/codes/5.7.124", JSON, 200),
            new Call("explainCode", "/v1/codes/550", "text/plain", 200),
            new Call("explainCode", "/v1/codes/mailbox", JSON, 404),
            new Call("listRules", "/v1/rules", JSON, 200),
            new Call("listRules", "/v1/rules?name=tls&name=network", "text/html", 200),
            new Call("listRules", "/v1/rules?name=nothing", JSON, 404),
            new Call("listLanguages", "/v1/languages", JSON, 200),
            new Call("getSchema", "/v1/schema", "application/schema+json", 200),
            new Call("getSchema", "/v1/schema?of=submission", "*/*", 200),
            new Call("getSchema", "/v1/schema?of=results", "*/*", 404),
            new Call("getDescription", "/openapi.json", JSON, 200),
            new Call("isAlive", "/healthz", JSON, 200),
            new Call("isReady", "/readyz", JSON, 200),
            new Call("getMetrics", "/metrics", "text/plain", 200),
            new Call("getMessage", MESSAGE, JSON, 404),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("Riservato"), JSON, 201),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("Riservato"), JSON, 409),
            new Call("makeMessage", "POST", "/v1/messages", JSON, MAKE.formatted("<I>Riservato</I>"), JSON, 422),
            new Call("previewMessage", "POST", PREVIEW, JSON, MAKE.formatted("Riservato"), JSON, 200),
            new Call("previewMessage", "POST", PREVIEW, JSON, QUOTA, JSON, 200),
            new Call("previewMessage", "POST", PREVIEW, JSON, MAKE.formatted("<I>Riservato</I>"), JSON, 422),
            new Call("listMessages", "/v1/messages", JSON, 200),
            new Call("getMessage", MESSAGE, JSON, 200),
            new Call("getMessage", "/v1/messages/it/internal/9.7.124", JSON, 422),
            new Call("setMessage", "PUT", MESSAGE, JSON, TEXT, JSON, 200),
            new Call("setMessage", "PUT", MESSAGE, JSON, "{\"text\": \"<U>\"}", JSON, 422),
            new Call("removeMessage", "DELETE", MESSAGE, null, null, JSON, 204),
            new Call("removeMessage", "DELETE", MESSAGE, null, null, JSON, 404),
            rasa(RASA_CALL.formatted("action_diagnose_bounce", "{}"), 200),
            rasa(RASA_CALL.formatted("action_diagnose_bounce", "{\"bounce_card\": \"teams\"}"), 200),
            rasa(RASA_CALL.formatted("action_diagnose_bounce", "{\"bounce_card\": \"slack\"}"), 200),
            rasa(RASA_CALL.formatted("action_answer_question", ASKED), 200),
            rasa(RASA_CALL.formatted("action_unknown", "{}"), 200),
            rasa("no JSON", 200),
            rasa(" ".repeat(100_001), 413),
            new Call("answerRasa", "POST", RASA, "text/plain", "x", JSON, 415),
            new Call("answerRasa", "POST", RASA, JSON, "{}", "text/html", 406),
            dialogflow(DIALOGFLOW_CALL.formatted("diagnose_bounce", "550 5.7.1 Delivery not authorized", "{}"), 200),
            dialogflow(DIALOGFLOW_CALL.formatted("answer_question", "a un gruppo", ASKED), 200),
            dialogflow(DIALOGFLOW_CALL.formatted("diagnose_bounce", "550 Blorb snark frobnicated", "{}"), 200),
            dialogflow(DIALOGFLOW_CALL.formatted("other", "x", "{}"), 200),
            dialogflow("", 200),
            dialogflow(" ".repeat(100_001), 413),
            new Call("answerDialogflow", "POST", DIALOGFLOW, "text/plain", "x", JSON, 415),
            new Call("answerDialogflow", "POST", DIALOGFLOW, JSON, "{}", "text/html", 406));

    private static Call rasa(String body, int status) {
        return new Call("answerRasa", "POST", RASA, JSON, body, JSON, status);
    }

    private static Call dialogflow(String body, int status) {
        return new Call("answerDialogflow", "POST", DIALOGFLOW, JSON, body, JSON, status);
    }

    private OpenApiCalls() {}
}
