package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be held of good wording: a user who knows nothing of mail understands the title, the cause and the own steps. */
class WordingTest {

    /** Under these a text asks more of its reader than a newspaper does. */
    private static final double LEAST_GULPEASE = 50;

    private static final double LEAST_FLESCH = 50;
    private static final int LONGEST_BREATH = 35;
    private static final int LONGEST_CAUSE = 3;
    private static final int LONGEST_CHAT_LINE = 240;
    private static final List<String> LAY_PEOPLE = List.of("sender", "recipient", "group-owner");
    private static final Pattern TOLD = Pattern.compile("\\.(cause|admin|do\\.[a-z-]+\\.\\d+)$");
    private static final Pattern ACRONYM =
            Pattern.compile("(?<![\\p{L}\\p{N}.\\-/«“])[A-Z][A-Z0-9]+(?![\\p{L}\\p{N}\\-»”]|\\.\\p{L})");
    private static final Pattern BREATH = Pattern.compile("(?<=[.!?;:])\\s+");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}«“])");

    /** Names of things that programs show under these very letters, and of companies. */
    private static final Set<String> SHOWN = Set.of("HTML", "RTF", "AOL", "GMX", "PDF", "ZIP");

    /** What even those who run mail do not read every day. */
    private static final Set<String> RARE = Set.of(
            "ARC", "BIMI", "DANE", "DNSSEC", "EOP", "ICMP", "MDB", "NAT", "RRVS", "SAN", "SPN", "TLSA", "TNEF", "TTL",
            "DBL", "PBL", "SBL", "XBL", "CSS");

    private static Words words(String language) {
        return Knowledge.rimbalzo().library().words(language);
    }

    private static Set<String> ids() {
        return Knowledge.rimbalzo().rules().about().keySet();
    }

    private static List<String> complaints(BiFunction<String, Bundle.Entry, String> complaint) {
        List<String> found = new ArrayList<>();
        for (String language : List.of("it", "en")) {
            for (Bundle.Entry entry : words(language).entries().values()) {
                Matcher part = TOLD.matcher(entry.key());
                if (part.find() && ids().contains(entry.key().substring(0, part.start()))) {
                    String wrong = complaint.apply(language, entry);
                    if (wrong != null) {
                        found.add(entry.file() + ":" + entry.line() + ": " + entry.key() + ": " + wrong);
                    }
                }
            }
        }
        return found;
    }

    /** What a reader who does not run mail is told, in the order of the page. */
    private static String layText(Words words, String id) {
        StringBuilder text = new StringBuilder(words.raw(id + ".cause"));
        LAY_PEOPLE.forEach(
                who -> steps(words, id, who).forEach(step -> text.append(' ').append(step)));
        return text.toString().replaceAll("\\{\\w+\\}", "X");
    }

    private static Stream<String> steps(Words words, String id, String who) {
        return Stream.iterate(1, n -> words.has(id + ".do." + who + "." + n), n -> n + 1)
                .map(n -> words.raw(id + ".do." + who + "." + n));
    }

    private static List<String> harderThan(String language, double least, ToDoubleFunction<String> index) {
        return ids().stream()
                .filter(id -> index.applyAsDouble(layText(words(language), id)) < least)
                .map(id -> language + ": " + id + ": " + Math.round(index.applyAsDouble(layText(words(language), id))))
                .toList();
    }

    @Test
    void italian_reads_easily() {
        assertThat(harderThan("it", LEAST_GULPEASE, Readability::gulpease)).isEmpty();
    }

    @Test
    void english_reads_easily() {
        assertThat(harderThan("en", LEAST_FLESCH, Readability::flesch)).isEmpty();
    }

    @Test
    void the_indexes_know_hard_from_easy() {
        assertThat(Readability.gulpease("Il cane dorme. Il gatto no.")).isGreaterThan(90);
        assertThat(Readability.gulpease(
                        "L’inottemperanza amministrativa precedentemente menzionata determinerebbe conseguentemente "
                                + "l’irrogazione di provvedimenti sanzionatori proporzionalmente commisurati"))
                .isLessThan(20);
        assertThat(Readability.flesch("The dog sleeps. The cat does not.")).isGreaterThan(90);
        assertThat(Readability.flesch(
                        "Administrative noncompliance necessitates the immediate proportional determination of appropriate "
                                + "organizational countermeasures"))
                .isLessThan(10);
    }

    @Test
    void no_sentence_has_to_be_read_twice() {
        assertThat(complaints((language, entry) -> BREATH.splitAsStream(entry.value())
                        .filter(breath -> Readability.words(breath).size() > LONGEST_BREATH)
                        .map(breath -> Readability.words(breath).size() + " words in one breath: " + breath)
                        .findFirst()
                        .orElse(null)))
                .isEmpty();
    }

    @Test
    void a_cause_is_short_and_its_first_sentence_stands_alone_in_a_chat() {
        assertThat(complaints((language, entry) -> {
                    if (!entry.key().endsWith(".cause")) {
                        return null;
                    }
                    String[] sentences = END.split(entry.value());
                    return sentences.length > LONGEST_CAUSE + 1
                            ? sentences.length + " sentences"
                            : sentences[0].length() > LONGEST_CHAT_LINE
                                    ? "the first sentence has " + sentences[0].length() + " characters"
                                    : null;
                }))
                .isEmpty();
    }

    @Test
    void every_text_ends_with_a_full_stop() {
        assertThat(complaints((language, entry) ->
                        entry.value().matches("(?s).*[.!?](»|”|\\))?$") ? null : "no full stop: " + entry.value()))
                .isEmpty();
    }

    /** "SPF (the list of servers allowed to send)", "the digital signature (DKIM)", "DNS, the Internet's directory,". */
    private static Set<String> unexplained(String text, Predicate<String> known) {
        Set<String> seen = new TreeSet<>();
        Set<String> unexplained = new TreeSet<>();
        Matcher acronym = ACRONYM.matcher(text);
        while (acronym.find()) {
            if (!known.test(acronym.group()) && seen.add(acronym.group())) {
                String after = text.substring(acronym.end(), Math.min(text.length(), acronym.end() + 2));
                boolean explains = acronym.start() > 0 && text.charAt(acronym.start() - 1) == '(';
                if (!explains && !after.equals(" (") && !after.equals(", ")) {
                    unexplained.add(acronym.group());
                }
            }
        }
        return unexplained;
    }

    @Test
    void acronyms_are_explained_to_whoever_does_not_run_mail() {
        List<String> found = new ArrayList<>();
        for (String language : List.of("it", "en")) {
            for (String id : ids()) {
                Set<String> unexplained = unexplained(layText(words(language), id), SHOWN::contains);
                if (!unexplained.isEmpty()) {
                    found.add(language + ": " + id + ": " + unexplained);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void rarer_acronyms_are_explained_to_admins_too() {
        List<String> found = new ArrayList<>();
        for (String language : List.of("it", "en")) {
            for (String id : ids()) {
                Words words = words(language);
                StringBuilder text = new StringBuilder(layText(words, id));
                Stream.of("sender-admin", "recipient-admin")
                        .forEach(who -> steps(words, id, who)
                                .forEach(step -> text.append(' ').append(step)));
                if (words.has(id + ".admin")) {
                    text.append(' ').append(words.raw(id + ".admin"));
                }
                Set<String> unexplained = unexplained(text.toString(), acronym -> !RARE.contains(acronym));
                if (!unexplained.isEmpty()) {
                    found.add(language + ": " + id + ": " + unexplained);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothing_advises_to_weaken_security() {
        Pattern weak = Pattern.compile("(?i)\\+all\\b|p=none|disattivare (l’)?(autenticazione a più fattori|antivirus)"
                + "|(turn off|disable) (multi-factor|(the )?antivirus)");
        Pattern warning =
                Pattern.compile("(?i)\\b(non|mai|senza|togliere|evitare|not|never|without|remove|avoid|don’t)\\b");
        assertThat(complaints((language, entry) -> END.splitAsStream(entry.value())
                        .filter(sentence -> entry.key().contains(".do.")
                                && weak.matcher(sentence).find()
                                && !warning.matcher(sentence).find())
                        .findFirst()
                        .orElse(null)))
                .isEmpty();
    }
}
