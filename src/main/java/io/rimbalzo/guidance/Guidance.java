package io.rimbalzo.guidance;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis in words, in one language.
 *
 * @param title     what happened, one line without a full stop
 * @param cause     why, at most three sentences
 * @param brief     the first sentence of the cause, which stands alone in a chat
 * @param steps     for each person (sender, sender-admin, recipient, recipient-admin, group-owner, service) what to do,
 *                  whoever must act first
 * @param admin     what the code means, for those who run mail, or null
 * @param links     pages to read
 * @param custom    the organization's own text that stands in title and cause, or null
 * @param foreign   the parts that are told in another language, since the reader's own lacks them: {@code title},
 *                  {@code cause}, {@code admin}, {@code do.sender.2}, {@code see.1} to {@code en}; seldom any
 */
public record Guidance(
        String title,
        String cause,
        String brief,
        Map<String, List<Step>> steps,
        @Nullable String admin,
        List<Link> links,
        @Nullable Custom custom,
        Map<String, String> foreign) {

    /** All in one language. */
    public Guidance(
            String title,
            String cause,
            String brief,
            Map<String, List<Step>> steps,
            @Nullable String admin,
            List<Link> links,
            @Nullable Custom custom) {
        this(title, cause, brief, steps, admin, links, custom, Map.of());
    }

    /** The language in which all of it is told, where that is not the reader's own; else null. */
    public @Nullable String whollyIn() {
        int parts = 2 + (admin == null ? 0 : 1) + links.size();
        for (List<Step> own : steps.values()) {
            parts += own.size();
        }
        Collection<String> languages = foreign.values();
        return languages.size() == parts && new HashSet<>(languages).size() == 1
                ? languages.iterator().next()
                : null;
    }

    /**
     * The one other language in which all of several parts are told, or null.
     *
     * @param prefix of the parts: {@code do.sender.}
     * @param count  how many there are, numbered from 1
     */
    public @Nullable String languageOf(String prefix, int count) {
        String language = foreign.get(prefix + 1);
        for (int n = 2; language != null && n <= count; n++) {
            language = language.equals(foreign.get(prefix + n)) ? language : null;
        }
        return language;
    }

    /** The same, with the organization's own text in place of title and cause. */
    Guidance in(Custom own) {
        Map<String, String> others = new HashMap<>(foreign);
        others.keySet().removeAll(List.of("title", "cause"));
        return new Guidance(own.title(), own.plain(), own.brief(), steps, admin, links, own, Map.copyOf(others));
    }

    /** One action; {@code command} is what can be copied for it, or null. */
    public record Step(String text, @Nullable String command) {}

    /** A page: {@code Sender guidelines | https://support.google.com/a/answer/81126}. */
    public record Link(String title, String url) {}
}
