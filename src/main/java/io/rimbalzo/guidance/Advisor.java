package io.rimbalzo.guidance;

import io.rimbalzo.guidance.Guidance.Link;
import io.rimbalzo.guidance.Guidance.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a diagnosis into words: {@code tls.certificate-expired} to its title, cause and steps. */
public final class Advisor {

    /** In this order steps are told, but for whoever must act first. */
    public static final List<String> PEOPLE =
            List.of("sender", "sender-admin", "group-owner", "recipient", "recipient-admin", "service");

    private Advisor() {
    }

    /**
     * @param id          the diagnosis
     * @param responsible who must act first, or null
     * @param then        who acts next, or null
     */
    public static Guidance advise(Words words, String id, String responsible, String then, Values values) {
        String cause = words.has(id + ".cause") ? words.say(id + ".cause", values.inText()) : "";
        return new Guidance(words.say(id + ".title", values.inText()), cause, firstSentence(cause),
                steps(words, id, order(responsible, then), values),
                words.has(id + ".admin") ? words.say(id + ".admin", values.inText()) : null, links(words, id), null);
    }

    private static Set<String> order(String responsible, String then) {
        Set<String> order = new LinkedHashSet<>();
        for (String first : new String[] {responsible, then}) {
            if (first != null && PEOPLE.contains(first)) {
                order.add(first);
            }
        }
        order.addAll(PEOPLE);
        return order;
    }

    private static Map<String, List<Step>> steps(Words words, String id, Set<String> people, Values values) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        for (String who : people) {
            List<Step> own = new ArrayList<>();
            for (int n = 1; words.has(id + ".do." + who + "." + n); n++) {
                String key = id + ".do." + who + "." + n;
                String command = words.raw(key + ".command");
                own.add(new Step(words.say(key, values.inText()), command == null ? null : values.inCommand(command, words)));
            }
            if (!own.isEmpty()) {
                steps.put(who, own);
            }
        }
        return steps;
    }

    private static List<Link> links(Words words, String id) {
        List<Link> links = new ArrayList<>();
        for (String link : words.numbered(id + ".see.")) {
            int bar = link.lastIndexOf('|');
            links.add(bar < 0 ? new Link(link, link) : new Link(link.substring(0, bar).strip(), link.substring(bar + 1).strip()));
        }
        return links;
    }

    /** Up to the first full stop that ends a sentence: one followed by a blank and no small letter. */
    static String firstSentence(String text) {
        for (int i = 0; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ' && !Character.isLowerCase(text.charAt(i + 2))) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }
}
