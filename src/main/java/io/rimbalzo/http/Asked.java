package io.rimbalzo.http;

import io.javalin.http.Context;
import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.RuleBook.Edition;
import io.rimbalzo.guidance.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request with the rule set that answers all of it.
 *
 * @param lang {@code ?lang=}, else Accept-Language where it is understood, else null
 */
record Asked(Context http, Edition edition, @Nullable String lang) {

    private static final String POLICY = "http-equiv=\"Content-Security-Policy\" content=\"";

    /** @throws Refusal 422 where nothing can be told in the language of {@code ?lang=} */
    static Asked of(Context http, RuleBook book) {
        Edition edition = book.edition();
        Rimbalzo rimbalzo = edition.rimbalzo();
        String named = http.queryParam("lang");
        if (named != null && rimbalzo.library().forTag(named) == null) {
            throw Refusal.of(Complaints.language(words(http, rimbalzo), named, rimbalzo.library()));
        }
        String lang = named != null ? named : rimbalzo.understood(http.header("Accept-Language"));
        return new Asked(http, edition, lang);
    }

    /** What a complaint is told in, whatever is wrong with the request. */
    static Words words(Context http, Rimbalzo rimbalzo) {
        String named = http.queryParam("lang");
        boolean known = named != null && rimbalzo.library().forTag(named) != null;
        return rimbalzo.spoken(known ? named : http.header("Accept-Language"));
    }

    Rimbalzo rimbalzo() {
        return edition.rimbalzo();
    }

    Words words() {
        return rimbalzo().spoken(lang);
    }

    /** What is told beside a message: {@code ?context=recipient-kind=group}. */
    Map<String, String> context() {
        return context(http.queryParams("context"));
    }

    /** @throws Refusal 422 for one without its sign */
    Map<String, String> context(List<String> pairs) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Refusal(422, "bad-context", Map.of())
                        .saying(words().say("error.bad-context.form", Map.of("found", pair)));
            }
            context.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return context;
    }

    /** Answers in a form that depends on what was asked for. */
    void answer(String type, String language, String text) {
        http.header("Vary", "Accept, Accept-Language");
        http.header("Content-Language", language);
        if (type.equals(Representation.HTML)) {
            http.header("Content-Security-Policy", policy(text));
        }
        Wire.answer(http, type.contains("json") ? type : type + ";charset=utf-8", text);
    }

    /** A page that stands alone says itself what it holds; from a server it may not be framed either. */
    private static String policy(String page) {
        int from = page.indexOf(POLICY);
        int end = page.indexOf('"', from + POLICY.length());
        return from < 0 || end < 0
                ? "default-src 'none'; frame-ancestors 'none'"
                : page.substring(from + POLICY.length(), end).replace("&#39;", "'") + "; frame-ancestors 'none'";
    }
}
