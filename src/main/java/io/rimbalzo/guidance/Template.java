package io.rimbalzo.guidance;

import io.rimbalzo.guidance.Guidance.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one diagnosis in one language, gathered once: {@code tls.certificate-expired.title}, {@code .cause},
 * {@code .do.recipient-admin.1} ...
 *
 * @param cause null where there is none, and so is {@code admin}
 * @param steps for each person, in the order of {@link #PEOPLE}
 * @param foreign parts that the language lacks ({@code do.sender.2}) to that in which they are told ({@code en})
 */
record Template(
        @Nullable Phrase title,
        @Nullable Phrase cause,
        Map<String, List<Step>> steps,
        @Nullable Phrase admin,
        List<Link> links,
        Map<String, String> foreign) {

    /** In this order steps are told, but for whoever must act first. */
    static final List<String> PEOPLE =
            List.of("sender", "sender-admin", "group-owner", "recipient", "recipient-admin", "service");

    /** One step; {@code command} is null where there is nothing to copy. */
    record Step(Phrase text, @Nullable String command) {}

    static Template of(Words words, String id) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        for (String who : PEOPLE) {
            List<Step> own = new ArrayList<>();
            String key = id + ".do." + who + ".1";
            for (Phrase text = words.checked(key); text != null; text = words.checked(key)) {
                own.add(new Step(text, words.raw(key + ".command")));
                key = id + ".do." + who + "." + (own.size() + 1);
            }
            if (!own.isEmpty()) {
                steps.put(who, List.copyOf(own));
            }
        }
        List<Link> links = links(words, id);
        return new Template(
                words.checked(id + ".title"),
                words.checked(id + ".cause"),
                steps,
                words.checked(id + ".admin"),
                links,
                foreign(words, id, steps, links.size()));
    }

    private static Map<String, String> foreign(Words words, String id, Map<String, List<Step>> steps, int links) {
        List<String> parts = new ArrayList<>(List.of("title", "cause", "admin"));
        steps.forEach((who, own) -> {
            for (int n = 1; n <= own.size(); n++) {
                parts.add("do." + who + "." + n);
            }
        });
        for (int n = 1; n <= links; n++) {
            parts.add("see." + n);
        }
        Map<String, String> foreign = new LinkedHashMap<>();
        for (String part : parts) {
            String language = words.foreign(id + "." + part);
            if (language != null) {
                foreign.put(part, language);
            }
        }
        return foreign;
    }

    private static List<Link> links(Words words, String id) {
        List<Link> links = new ArrayList<>();
        String link = words.raw(id + ".see.1");
        for (int n = 2; link != null; n++) {
            int bar = link.lastIndexOf('|');
            links.add(
                    bar < 0
                            ? new Link(link, link)
                            : new Link(
                                    link.substring(0, bar).strip(),
                                    link.substring(bar + 1).strip()));
            link = words.raw(id + ".see." + n);
        }
        return List.copyOf(links);
    }
}
