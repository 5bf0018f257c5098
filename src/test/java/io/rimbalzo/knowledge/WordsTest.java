package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.About;
import io.rimbalzo.rule.ContextName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words: complete in each language, none left over, the same values in all, and free of known slips. */
class WordsTest {

    private static final List<String> LANGUAGES = List.of("it", "en");
    private static final Pattern STEP =
            Pattern.compile("\\.do\\.(" + String.join("|", Advisor.PEOPLE) + ")\\.(\\d+)(\\.command)?$");
    private static final Pattern PART = Pattern.compile("\\.(title|cause|admin|see\\.\\d+|do\\..*)$");
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9]+)");

    private final Map<String, About> about = Knowledge.rimbalzo().rules().about();

    private static Words words(String language) {
        return Knowledge.rimbalzo().library().words(language);
    }

    /** Complaints about every entry of every language. */
    private static List<String> complaints(Function<Bundle.Entry, String> complaint) {
        List<String> found = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (Bundle.Entry entry : words(language).entries().values()) {
                String wrong = complaint.apply(entry);
                if (wrong != null) {
                    found.add(entry.file() + ":" + entry.line() + ": " + entry.key() + ": " + wrong);
                }
            }
        }
        return found;
    }

    @Test
    void every_diagnosis_has_its_title_cause_and_a_step_in_every_language() {
        List<String> missing = new ArrayList<>();
        for (String language : LANGUAGES) {
            about.forEach((id, known) -> {
                String who = known.responsible().equals("nobody") ? "sender" : known.responsible();
                for (String part : List.of("title", "cause", "do." + who + ".1")) {
                    if (!words(language).has(id + "." + part)) {
                        missing.add(language + ": " + id + "." + part);
                    }
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_languages_have_the_same_keys() {
        Set<String> italian = new TreeSet<>(words("it").entries().keySet());
        Set<String> english = new TreeSet<>(words("en").entries().keySet());
        italian.removeIf(key -> key.startsWith("anchor"));
        english.removeIf(key -> key.startsWith("anchor"));
        assertThat(italian).isEqualTo(english);
    }

    @Test
    void no_words_are_left_over() {
        Set<String> topics = new TreeSet<>();
        about.keySet().forEach(id -> topics.add(id.substring(0, id.indexOf('.'))));
        assertThat(complaints(entry -> {
                    if (!topics.contains(
                            entry.key().substring(0, Math.max(0, entry.key().indexOf('.'))))) {
                        return null;
                    }
                    Matcher part = PART.matcher(entry.key());
                    if (!part.find()
                            || part.group(1).startsWith("do.")
                                    && !STEP.matcher(entry.key()).find()) {
                        return "there is no such part of a diagnosis";
                    }
                    String id = entry.key().substring(0, entry.key().indexOf("." + part.group(1)));
                    return about.containsKey(id) ? null : "no rule concludes " + id;
                }))
                .isEmpty();
    }

    @Test
    void steps_and_pages_are_numbered_without_gaps() {
        assertThat(complaints(entry -> {
                    Matcher number = Pattern.compile("^(.*\\.(?:do\\.[a-z-]+|see)\\.)(\\d+)(\\.command)?$")
                            .matcher(entry.key());
                    if (!number.matches()) {
                        return null;
                    }
                    boolean gap = Integer.parseInt(number.group(2)) > 1
                            && LANGUAGES.stream()
                                    .anyMatch(l ->
                                            !words(l).has(number.group(1) + (Integer.parseInt(number.group(2)) - 1)));
                    boolean alone = number.group(3) != null
                            && LANGUAGES.stream().anyMatch(l -> !words(l).has(number.group(1) + number.group(2)));
                    return gap ? "the number before it is missing" : alone ? "a command without its step" : null;
                }))
                .isEmpty();
    }

    @Test
    void values_are_known_and_the_same_in_both_languages() {
        // the words of the interface have values of their own
        Set<String> topics = new TreeSet<>();
        about.keySet().forEach(id -> topics.add(id.substring(0, id.indexOf('.'))));
        assertThat(complaints(entry -> {
                    int dot = entry.key().indexOf('.');
                    if (dot < 0 || !topics.contains(entry.key().substring(0, dot))) {
                        return null;
                    }
                    Set<String> own = names(entry.value());
                    if (entry.key().endsWith(".command")) {
                        own.retainAll(placeholders());
                    }
                    for (String name : own) {
                        if (!words("en").has("missing." + name)) {
                            return "{" + name + "} is not a value we read";
                        }
                    }
                    for (String language : LANGUAGES) {
                        String other = words(language).raw(entry.key());
                        if (other != null) {
                            Set<String> others = names(other);
                            if (entry.key().endsWith(".command")) {
                                others.retainAll(placeholders());
                            }
                            if (!own.equals(others)) {
                                return "the values differ between languages: " + own + " and " + others;
                            }
                        }
                    }
                    return null;
                }))
                .isEmpty();
    }

    /** The stand-in of a value that was not read is a complement, "of the sender": it needs its noun before it. */
    @Test
    void a_value_stands_after_its_noun() {
        Set<String> nouns = Set.of(
                "indirizzo",
                "dominio",
                "server",
                "IP",
                "codice",
                "elenco",
                "address",
                "domain",
                "code",
                "list",
                "a",
                "indirizzi",
                "domini",
                "DNS");
        Set<String> free = Set.of("groupMembers", "meant", "retryUntil");
        assertThat(complaints(entry -> {
                    if (!entry.key().matches(".*\\.(title|cause|admin|do\\.[a-z-]+\\.\\d+)")
                            || !about.containsKey(id(entry.key()))) {
                        return null;
                    }
                    Matcher value = Pattern.compile("([\\p{L}]*)[ ’]*\\{([A-Za-z0-9]+)\\}")
                            .matcher(entry.value());
                    while (value.find()) {
                        if (!nouns.contains(value.group(1)) && !free.contains(value.group(2))) {
                            return "{" + value.group(2) + "} stands after «" + value.group(1) + "», not after its noun";
                        }
                    }
                    return null;
                }))
                .isEmpty();
    }

    private static String id(String key) {
        return PART.matcher(key).replaceFirst("");
    }

    private static Set<String> placeholders() {
        Set<String> known = new TreeSet<>();
        words("en").entries().keySet().stream()
                .filter(k -> k.startsWith("placeholder."))
                .forEach(k -> known.add(k.substring(12)));
        return known;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    @Test
    void no_straight_apostrophe_where_it_could_hide_a_value() {
        assertThat(complaints(
                        entry -> entry.key().endsWith(".command") || entry.key().startsWith("anchor")
                                ? null
                                : entry.value().indexOf('\'') >= 0 ? "write the typographic apostrophe (’)" : null))
                .isEmpty();
    }

    @Test
    void titles_are_short_and_have_no_full_stop() {
        assertThat(complaints(entry -> !entry.key().endsWith(".title")
                        ? null
                        : entry.value().length() > 80
                                ? "over 80 characters: " + entry.value().length()
                                : entry.value().endsWith(".") ? "a title has no full stop" : null))
                .isEmpty();
    }

    @Test
    void italian_keeps_to_the_glossary() {
        List<String> slips = List.of(
                "casetta",
                "DDR",
                "criteri stS",
                "AMF",
                "si prega",
                "rapporto di non recapito",
                "e-mail di rimbalzo",
                "messaggio di rimbalzo",
                "po'",
                "perche'",
                "È'",
                "E’ ",
                "E' ",
                "qual’è",
                "pò ",
                "consegnare il messaggio");
        assertThat(complaints(entry -> {
                    if (!entry.file().endsWith("_it.properties") || entry.key().startsWith("anchor")) {
                        return null;
                    }
                    return slips.stream()
                            .filter(slip -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(slip) + "(?!\\p{L})")
                                    .matcher(entry.value())
                                    .find())
                            .findFirst()
                            .map(slip -> "«" + slip + "»")
                            .orElse(null);
                }))
                .isEmpty();
    }

    @Test
    void every_question_has_its_words() {
        List<String> missing = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (ContextName name : Knowledge.rimbalzo().rules().contexts().all()) {
                List<String> keys = new ArrayList<>(List.of("question"));
                keys.addAll(name.isNumber() ? List.of("up-to", "over") : name.values());
                keys.stream()
                        .filter(key -> !words(language).has("context." + name.name() + "." + key))
                        .forEach(key -> missing.add(language + ": context." + name.name() + "." + key));
            }
        }
        assertThat(missing).isEmpty();
    }
}
