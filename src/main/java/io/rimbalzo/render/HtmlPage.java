package io.rimbalzo.render;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a web page that stands alone: no script, nothing fetched; for browsers, Outlook, telephones and paper.
 *
 * <p>The templates are in src/main/jte. Whatever enters them is escaped for the place where it stands.
 */
public final class HtmlPage {

    private static final String ANSWERS = "<!--answers-->";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.rimbalzo.render");

    private HtmlPage() {}

    /** The whole page of one answer, or of the error that stands in its place. */
    public static String of(Result result) {
        Page page = Pages.of(result, null);
        return begin(page.words(), page.title()) + answer(page, false) + end(page.words());
    }

    /** How a page of several answers begins, up to the first one. */
    public static String begin(Words words, String title) {
        String frame = frame(words, title);
        return frame.substring(0, frame.indexOf(ANSWERS));
    }

    /** One answer among several, for between {@link #begin} and {@link #end}. */
    public static String answer(Result result, @Nullable String name) {
        return answer(Pages.of(result, name), true);
    }

    /** How a page of several answers ends. */
    public static String end(Words words) {
        String frame = frame(words, "");
        return frame.substring(frame.indexOf(ANSWERS) + ANSWERS.length());
    }

    /**
     * One failure as a piece of HTML, styled within, for the body of a mail to one person: what happened, the proof and
     * only that person's steps.
     *
     * @param told one of {@code result.failures()}
     * @param who  sender, sender-admin, recipient, recipient-admin, group-owner or service
     */
    public static String part(Result result, Told told, String who) {
        Result alone = new Result(result.id(), result.words(), result.report(), null, List.of(told));
        Page page = Pages.of(alone, null);
        return render(
                "part.jte",
                Map.of("page", page, "section", page.sections().get(0).onlyFor(who)));
    }

    private static String answer(Page page, boolean several) {
        return render("answer.jte", Map.of("page", page, "several", several));
    }

    private static String frame(Words words, String title) {
        Content answers = output -> output.writeContent(ANSWERS);
        return render("page.jte", Map.of("language", words.language(), "title", title, "answers", answers));
    }

    private static String render(String template, Map<String, Object> values) {
        StringOutput out = new StringOutput();
        TEMPLATES.render(template, values, out);
        return out.toString();
    }
}
