package io.rimbalzo;

import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Spelling;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at how an organization's own layer fits what is shipped: after an upgrade {@code access.group-large.title} of
 * {@code site/i18n} may replace nothing any more.
 */
public final class SiteLayer {

    /** One thing that does not fit: {@code site/i18n/contoso_it.properties:12: access.group-large.title: no rule ...}. */
    public record Leftover(String file, int line, String message) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    private static final Pattern PART = Pattern.compile(
            "(?<id>[^.]+\\.[^.]+)\\.(title|cause|admin|see\\.(?<page>\\d{1,4})|do\\.(?<who>[a-z-]+)\\.(?<step>\\d{1,4})(?<command>\\.command)?)");
    private static final Pattern CONTEXT = Pattern.compile("context\\.(?<name>[^.]+)\\.(?<value>[^.]+)");
    private static final Pattern BASE_RULE = Pattern.compile("(?m)^rule \"([^\"( ]+)\"");
    private static final List<String> QUESTION = List.of("question", "up-to", "over");

    private final Library shipped;
    private final Library both;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Collection<ContextName> contexts;
    private final List<Leftover> leftovers = new ArrayList<>();

    private SiteLayer(Folders folders, Rules rules) throws IOException {
        shipped = new Library(folders.words());
        both = folders.library();
        contexts = rules.contexts().all();
        ids.addAll(rules.about().keySet());
    }

    /**
     * What of the organization's own layer does not fit, in the order of its files: rules that cannot stand beside the
     * shipped ones, such as a dialect whose base is gone; diagnoses without words in any language; words that replace
     * nothing and belong to no diagnosis, and steps that are never told.
     *
     * @throws Refused where the shipped rules cannot be used
     * @throws io.rimbalzo.guidance.BrokenWords where a file of words cannot be read
     */
    public static List<Leftover> leftovers(Folders folders) throws IOException, Refused {
        if (folders.site() == null) {
            return List.of();
        }
        Rules shipped = Rules.load(new Folders(folders.rules(), folders.i18n()).ruleFiles());
        SiteLayer layer;
        try {
            Rules whole = Rules.load(folders.ruleFiles());
            layer = new SiteLayer(folders, whole);
            whole.about().values().forEach(layer::told);
        } catch (Refused e) {
            layer = new SiteLayer(folders, shipped);
            layer.refused(e, folders.ofSite("rules", ".drl"));
        }
        layer.words(new Library(folders.siteWords()));
        return layer.leftovers;
    }

    private void refused(Refused refused, Map<String, String> siteRules) {
        refused.complaints().stream()
                .filter(complaint -> complaint.place().isSite())
                .forEach(complaint -> add(
                        complaint.place().file(),
                        complaint.place().line(),
                        (complaint.rule() == null ? "" : "rule \"" + complaint.rule() + "\": ") + complaint.message()));
        // the diagnoses that it would add keep their words
        siteRules.values().forEach(text -> BASE_RULE.matcher(text).results().forEach(rule -> ids.add(rule.group(1))));
    }

    private void told(About about) {
        Place place = about.baseRule().place();
        boolean silent = both.spoken().stream().noneMatch(l -> both.words(l).has(about.id() + ".title"));
        if (place.isSite() && silent) {
            add(
                    place.file(),
                    place.line(),
                    about.id() + " has no words in any language: write " + about.id() + ".title");
        }
    }

    private void words(Library site) {
        Set<String> keys = new TreeSet<>();
        shipped.languages().forEach(l -> keys.addAll(shipped.words(l).entries().keySet()));
        for (String language : site.languages()) {
            for (Bundle.Entry entry : site.words(language).entries().values()) {
                String wrong = wrong(entry.key(), both.words(language), keys);
                if (wrong != null) {
                    add(entry.file(), entry.line(), entry.key() + ": " + wrong);
                }
            }
        }
    }

    /** Why the key is of no use, or null. */
    private String wrong(String key, Words words, Set<String> shippedKeys) {
        Matcher part = PART.matcher(key);
        Matcher context = CONTEXT.matcher(key);
        if (key.startsWith("anchor.") || context.matches() && isKnown(context.group("name"), context.group("value"))) {
            return null;
        }
        if (part.matches() && !context.matches()) {
            String id = part.group("id");
            return !ids.contains(id) ? "no rule concludes " + id + ". " + nearest(id, ids) : untold(part, words);
        }
        return shippedKeys.contains(key) ? null : "no shipped text has this key. " + nearest(key, shippedKeys);
    }

    private boolean isKnown(String name, String value) {
        return contexts.stream()
                .anyMatch(c -> c.name().equals(name) && (c.values().contains(value) || QUESTION.contains(value)));
    }

    private static String untold(Matcher part, Words words) {
        String who = part.group("who");
        if (who != null && !Advisor.PEOPLE.contains(who)) {
            return "there is no " + who + ". Known: " + String.join(", ", Advisor.PEOPLE);
        }
        String list = part.group("id") + (who == null ? ".see." : ".do." + who + ".");
        String number = who == null ? part.group("page") : part.group("step");
        if (number != null && part.group("command") != null && !words.has(list + number)) {
            return "a command without its step";
        }
        for (int n = 1; number != null && n < Integer.parseInt(number); n++) {
            if (!words.has(list + n)) {
                return "it is never told, since there is no " + list + n;
            }
        }
        return null;
    }

    private static String nearest(String wrong, Collection<String> known) {
        return Spelling.nearest(wrong, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("An upgrade may have taken it away.");
    }

    private void add(String file, int line, String message) {
        leftovers.add(new Leftover(file, line, message));
    }
}
