package io.rimbalzo.render;

import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.catalogue.Sentences;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every form of the catalogue says of an entry, in one language: {@code recipient-restricted} is {@code destinatario riservato}. */
final class EntryWords {

    private final Words words;
    private final Sentences sentences;

    EntryWords(Words words) {
        this.words = words;
        this.sentences = Sentences.whole(words);
    }

    Words words() {
        return words;
    }

    String language() {
        return words.language();
    }

    /** Title, cause and steps, with stand-ins for what only a message tells. */
    Guidance guidance(Entry entry) {
        return Advisor.advise(
                words,
                entry.id(),
                new Values(),
                entry.about().responsible(),
                entry.about().then());
    }

    String sentence(Rule rule) {
        return sentences.of(rule);
    }

    /** What is inferred, as a title: {@code Il messaggio è stato inoltrato}. */
    String inferred(String name) {
        String clause = sentences.inferred(name);
        return clause.substring(0, 1).toUpperCase(Locale.forLanguageTag(words.language())) + clause.substring(1);
    }

    /** A word of the catalogue: {@code heading.codes}. */
    String say(String key) {
        return words.say("rules." + key);
    }

    String say(String key, Map<String, ?> values) {
        return words.say("rules." + key, values);
    }

    /** A name that a site may have added keeps its spelling. */
    private String named(String key, String name) {
        return words.has(key + name) ? words.say(key + name) : name;
    }

    String topic(String topic) {
        return named("rules.topic.", topic);
    }

    String category(Entry entry) {
        return named("rules.category.", entry.about().category());
    }

    String who(String who) {
        return named("who.", who);
    }

    /** {@code Il proprietario del gruppo; poi chi amministra la posta di chi riceve} */
    String acts(Entry entry) {
        String first = who(entry.about().responsible());
        String then = entry.about().then();
        return then == null ? first : first + "; " + words.say("heading.then") + " " + lowered(who(then));
    }

    private String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.forLanguageTag(language())) + text.substring(1);
    }

    /** The phrases quoted, or null where there are none. */
    @Nullable
    String phrases(Entry entry) {
        List<String> quoted = entry.phrases().stream()
                .map(phrase -> words.say("quoted", Map.of("text", phrase(phrase))))
                .toList();
        return quoted.isEmpty() ? null : String.join(", ", quoted);
    }

    /** Permanent or transient where the diagnosis itself decides, else null. */
    @Nullable
    String permanence(Entry entry) {
        return entry.about().permanence() == null
                ? null
                : named("permanence.", entry.about().permanence());
    }

    /** A phrase as a reader sees it: {@code user … unknown}. */
    static String phrase(String phrase) {
        return phrase.replaceAll(" ?\\* ?", " … ");
    }

    /** Where a link leads; null where that is no web page. */
    static @Nullable String address(Guidance.Link link) {
        boolean web = link.url().startsWith("https://") || link.url().startsWith("http://");
        return web && link.url().chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>') ? link.url() : null;
    }

    static String place(Rule rule) {
        return rule.place().file() + ":" + rule.place().line();
    }
}
