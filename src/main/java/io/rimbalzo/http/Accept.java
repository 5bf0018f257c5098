package io.rimbalzo.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** The form of an answer, as {@code Accept: text/markdown, application/json;q=0.5} asks for it. */
final class Accept {

    private Accept() {}

    /**
     * The media type that suits best; the first of those offered where any will do.
     *
     * @throws Refusal 406, with the list of what is offered
     */
    static String best(Context request, List<String> offered) {
        QuotedQualityCSV wishes = new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING);
        List<String> headers = headers(request);
        headers.forEach(wishes::addValue);
        List<String> wanted = wishes.getValues();
        if (headers.isEmpty()) {
            return offered.get(0);
        }
        for (String wish : wanted) {
            String type = bare(wish);
            for (String offer : offered) {
                if (type.equals(offer) || type.equals("*/*") || type.endsWith("/*") && offer.startsWith(start(type))) {
                    return offer;
                }
            }
        }
        throw new Refusal(406, "not-acceptable", Map.of("known", offered));
    }

    private static List<String> headers(Context request) {
        List<String> headers = new ArrayList<>();
        request.req().getHeaders("Accept").asIterator().forEachRemaining(headers::add);
        headers.removeIf(String::isBlank);
        return headers;
    }

    /** The type of the body as it was written: Jetty's own way to ask for it fails where its charset is unknown. */
    static String ofBody(Context request) {
        String type = request.header("Content-Type");
        return type == null ? "" : type;
    }

    /** Without parameters, in lower case. */
    static String bare(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String start(String type) {
        return type.substring(0, type.length() - 1);
    }
}
