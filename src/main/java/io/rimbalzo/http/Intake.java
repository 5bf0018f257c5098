package io.rimbalzo.http;

import io.javalin.http.Context;
import io.rimbalzo.NdjsonLine;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A bounce as it is handed in: a mail, a text, a report saved from Outlook, a form with a file, or JSON around one. */
final class Intake {

    static final String FORM = "multipart/form-data";
    static final String OUTLOOK = "application/vnd.ms-outlook";
    static final String MAIL = "message/rfc822";
    private static final List<String> BODIES = List.of(Representation.JSON, MAIL, Representation.TEXT, OUTLOOK, FORM);

    private final int limit;

    /** @param limit the longest that is read, in bytes */
    Intake(int limit) {
        this.limit = limit;
    }

    /** The type of the body, with its parameters. */
    static String type(Context http) {
        String type = Accept.ofBody(http);
        if (!BODIES.contains(Accept.bare(type))) {
            throw new Refusal(415, "unsupported-type", Map.of("known", BODIES));
        }
        return type;
    }

    /**
     * What becomes of what was handed in.
     *
     * @param use    of what was handed in
     * @param unused of a result that says why the JSON cannot be used
     */
    <T> T read(Asked asked, String contentType, byte[] body, Function<Submission, T> use, Function<Result, T> unused) {
        String type = Accept.bare(contentType);
        if (type.equals(Representation.JSON)) {
            return new NdjsonLine(asked.rimbalzo(), asked.context(), asked.lang(), limit).result(body, use, unused);
        }
        if (!type.equals(FORM)) {
            byte[] text = type.equals(Representation.TEXT) ? utf8(contentType, body) : body;
            return use.apply(new Submission(null, text, asked.context(), asked.lang()));
        }
        Form form = Form.read(contentType, body);
        Map<String, String> context = new LinkedHashMap<>(asked.context());
        context.putAll(asked.context(form.context()));
        return use.apply(new Submission(null, form.file(), context, form.lang() == null ? asked.lang() : form.lang()));
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
