package io.rimbalzo;

import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at how an organization's own layer fits what is shipped: after an upgrade {@code access.group-large.title} of
 * {@code site/i18n} may replace nothing any more.
 */
public final class SiteLayer {

    /** One thing that does not fit: {@code site/i18n/contoso_it.properties:12: access.group-large.title: no rule ...}. */
    public record Leftover(String file, int line, Sentence sentence) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + sentence.english();
        }
    }

    private static final Pattern PART = Pattern.compile(
            "(?<id>[^.]+\\.[^.]+)\\.(title|cause|admin|see\\.(?<page>\\d{1,4})|do\\.(?<who>[a-z-]+)\\.(?<step>\\d{1,4})(?<command>\\.command)?)");
    private static final Pattern CONTEXT = Pattern.compile("context\\.(?<name>[^.]+)\\.(?<value>[^.]+)");
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
     * What of the organization's own layer does not fit, in the order of its files: diagnoses without words in any language; words that replace
     * nothing and belong to no diagnosis, and steps that are never told.
     *
     * @param rules the shipped ones and the organization's own, which can be used together
     * @throws io.rimbalzo.guidance.BrokenWords where a file of words cannot be read
     */
    public static List<Leftover> leftovers(Folders folders, Rules rules) throws IOException {
        if (folders.site() == null) {
            return List.of();
        }
        SiteLayer layer = new SiteLayer(folders, rules);
        rules.about().values().forEach(layer::told);
        layer.words(new Library(folders.siteWords()));
        return layer.leftovers;
    }

    private void told(About about) {
        Place place = about.baseRule().place();
        boolean silent = both.spoken().stream().noneMatch(l -> both.known(l).has(about.id() + ".title"));
        if (place.isSite() && silent) {
            add(place.file(), place.line(), sentence("no-words", "found", about.id()));
        }
    }

    private void words(Library site) {
        Set<String> keys = new TreeSet<>();
        shipped.languages().forEach(l -> keys.addAll(shipped.known(l).entries().keySet()));
        for (String language : site.languages()) {
            for (Bundle.Entry entry : site.known(language).entries().values()) {
                Sentence wrong = wrong(entry.key(), both.known(language), keys);
                if (wrong != null) {
                    add(entry.file(), entry.line(), wrong);
                }
            }
        }
    }

    /** Why the key is of no use, or null. */
    private @Nullable Sentence wrong(String key, Words words, Set<String> shippedKeys) {
        Matcher part = PART.matcher(key);
        Matcher context = CONTEXT.matcher(key);
        if (key.startsWith("anchor.") || context.matches() && isKnown(context.group("name"), context.group("value"))) {
            return null;
        }
        if (part.matches() && !context.matches()) {
            String id = part.group("id");
            return !ids.contains(id)
                    ? sentence("no-rule", "key", key, "found", id).among(ids)
                    : untold(key, part, words);
        }
        return shippedKeys.contains(key)
                ? null
                : sentence("no-text", "found", key).among(shippedKeys);
    }

    private boolean isKnown(String name, String value) {
        return contexts.stream()
                .anyMatch(c -> c.name().equals(name) && (c.values().contains(value) || QUESTION.contains(value)));
    }

    private static @Nullable Sentence untold(String key, Matcher part, Words words) {
        String who = part.group("who");
        if (who != null && !Advisor.PEOPLE.contains(who)) {
            return sentence("nobody", "key", key, "found", who).among(Advisor.PEOPLE);
        }
        String list = part.group("id") + (who == null ? ".see." : ".do." + who + ".");
        String number = who == null ? part.group("page") : part.group("step");
        if (number != null && part.group("command") != null && !words.has(list + number)) {
            return sentence("command-alone", "key", key);
        }
        for (int n = 1; number != null && n < Integer.parseInt(number); n++) {
            if (!words.has(list + n)) {
                return sentence("never-told", "key", key, "missing", list + n);
            }
        }
        return null;
    }

    private static Sentence sentence(String key, String... values) {
        return Sentence.of("check.site." + key, values);
    }

    private void add(String file, int line, Sentence sentence) {
        leftovers.add(new Leftover(file, line, sentence));
    }
}
