package io.rimbalzo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Condition;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import io.rimbalzo.rule.FactType;
import io.rimbalzo.rule.FactType.Field;
import io.rimbalzo.rule.Pattern;
import io.rimbalzo.rule.Pattern.Kind;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules read out: every one in both languages, and every form that the vocabulary allows. */
class SentencesTest {

    private static final List<String> LANGUAGES = List.of("it", "en");
    private static final int LONGEST = 1500;
    private static final int LONGEST_BRIEF = 1100;
    private static final List<String> LEFT_OVER = List.of(
            "{",
            "}",
            "==",
            "!=",
            "&&",
            "||",
            "$",
            "says(",
            "within(",
            "headerFrom",
            "delaySeconds",
            "fromDomain",
            "()",
            "  ",
            " ,",
            "..");
    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("rules\\.[A-Za-z]|\\bnull\\b");

    private static Words words(String language) {
        return Knowledge.rimbalzo().library().words(language);
    }

    private static List<Rule> rules() {
        return Knowledge.rimbalzo().rules().all();
    }

    /** What is wrong with a sentence, told after it; the phrases between quotes are the rules' own. */
    private static List<String> faults(String sentence, String language) {
        char open = language.equals("it") ? '«' : '“';
        char close = language.equals("it") ? '»' : '”';
        List<String> faults = new ArrayList<>();
        int depth = 0;
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                told.append(c);
            }
            if (depth < 0 || depth > 1) {
                faults.add("quotes");
            }
        }
        if (depth != 0) {
            faults.add("a quote is not closed");
        }
        if (told.indexOf("'") >= 0 || told.indexOf("\"") >= 0) {
            faults.add("a keyboard's quote");
        }
        String whole = told.toString();
        if (KEY.matcher(whole).find()) {
            faults.add("a key");
        }
        LEFT_OVER.stream().filter(whole::contains).forEach(faults::add);
        return faults;
    }

    @Test
    void every_rule_is_a_sentence_in_both_languages() {
        Map<String, String> wrong = new TreeMap<>();
        for (String language : LANGUAGES) {
            Sentences whole = Sentences.whole(words(language));
            Sentences brief = Sentences.brief(words(language));
            for (Rule rule : rules()) {
                String sentence = whole.of(rule);
                List<String> faults = faults(sentence, language);
                String start = language.equals("it") ? "Se " : "If ";
                if (!sentence.startsWith(start) || !sentence.endsWith(".")) {
                    faults.add("neither beginning nor end");
                }
                if (sentence.length() > LONGEST || brief.of(rule).length() > LONGEST_BRIEF) {
                    faults.add("too long: " + sentence.length() + ", "
                            + brief.of(rule).length());
                }
                if (!faults.isEmpty()) {
                    wrong.put(language + " " + rule.name(), faults + " " + sentence);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_phrase_and_code_of_a_rule_stands_in_its_sentence() {
        List<String> missing = new ArrayList<>();
        for (String language : LANGUAGES) {
            Sentences whole = Sentences.whole(words(language));
            for (Rule rule : rules()) {
                String sentence = whole.of(rule);
                rule.when().stream()
                        .flatMap(Pattern::leaves)
                        .filter(Ask.class::isInstance)
                        .map(Ask.class::cast)
                        .filter(ask -> ask.word().isSays())
                        .flatMap(ask -> ask.texts().stream())
                        .flatMap(phrase -> List.of(phrase.split(" ?\\* ?")).stream())
                        .filter(part -> !sentence.contains(part))
                        .forEach(part -> missing.add(rule.name() + ": " + part));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void rules_that_look_for_different_things_do_not_read_alike() {
        for (String language : LANGUAGES) {
            Sentences whole = Sentences.whole(words(language));
            Map<String, List<String>> conditions = new TreeMap<>();
            for (Rule rule : rules()) {
                String when = rule.when().stream()
                        .map(p -> p.kind() + "" + p.type().name() + p.conditions())
                        .toList()
                        .toString();
                conditions
                        .computeIfAbsent(whole.when(rule), s -> new ArrayList<>())
                        .add(when.replace("EXISTS", "SOME"));
            }
            assertThat(conditions.values())
                    .allSatisfy(same -> assertThat(same.stream().distinct()).hasSize(1));
        }
    }

    /** Every sign that may stand after a field, and every word, asserted and denied, alone and beside another. */
    private static List<Condition> forms(FactType type) {
        List<Condition> forms = new ArrayList<>();
        for (Field field : type.fields()) {
            List<Object> values = field.type() == Integer.class
                    ? List.of(5, 7)
                    : field.values().isEmpty() ? List.of("x", "y") : List.copyOf(field.values());
            for (Operator operator : Operator.values()) {
                if (field.type() == Integer.class || !operator.isOrder()) {
                    forms.add(new Compare(field, operator, new Literal(values.get(0))));
                }
            }
            values.forEach(value -> forms.add(new Compare(field, Operator.EQ, new Literal(value))));
            forms.add(new In(field, false, values));
            forms.add(new In(field, true, values));
            if (field.type() == Integer.class) {
                forms.add(new Condition.All(List.of(
                        new Compare(field, Operator.GT, new Literal(5)),
                        new Compare(field, Operator.LE, new Literal(9)))));
            }
        }
        type.words()
                .forEach(word -> forms.add(new Ask(
                        word,
                        word.isSays() ? List.of("mailbox full", "over * quota") : List.of("5.7.606-649", "x.7.1"))));
        List<Condition> all = new ArrayList<>(forms);
        forms.forEach(form -> all.add(new Condition.Not(form)));
        forms.forEach(form -> all.add(new Condition.Any(List.of(form, forms.get(0)))));
        return all;
    }

    @Test
    void every_form_that_the_vocabulary_allows_has_its_words() {
        Map<String, String> wrong = new TreeMap<>();
        int tried = 0;
        for (String language : LANGUAGES) {
            Sentences whole = Sentences.whole(words(language));
            for (FactType type : FactType.all()) {
                if (type.name().equals("Context")) {
                    continue;
                }
                List<List<Condition>> bodies = new ArrayList<>(List.of(List.of()));
                forms(type).forEach(form -> bodies.add(List.of(form)));
                for (Kind kind : Kind.values()) {
                    for (List<Condition> body : bodies) {
                        Pattern pattern = new Pattern(0, kind, type, body, new Place("rules/x.drl", 1), "");
                        String clause = whole.of(pattern);
                        tried++;
                        if (!faults(clause, language).isEmpty() || clause.isBlank()) {
                            wrong.put(language + " " + kind + " " + type.name() + body, clause);
                        }
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void two_facts_are_compared_in_words() {
        Map<String, String> wrong = new TreeMap<>();
        List<Field> fields =
                FactType.all().stream().flatMap(type -> type.fields().stream()).toList();
        for (String language : LANGUAGES) {
            Sentences whole = Sentences.whole(words(language));
            for (Field left : fields) {
                for (Field right : fields) {
                    boolean known = !left.of().name().equals("Context")
                            && !right.of().name().equals("Context");
                    if (known && left.type() == right.type()) {
                        Condition join = new Compare(left, Operator.NE, new Seen(0, right));
                        Pattern pattern =
                                new Pattern(1, Kind.SOME, left.of(), List.of(join), new Place("rules/x.drl", 1), "");
                        String clause = whole.of(pattern);
                        if (!faults(clause, language).isEmpty()) {
                            wrong.put(language + " " + join, clause);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void all_that_is_inferred_has_words_of_its_own() {
        assertThat(Knowledge.rimbalzo().rules().inferredNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(LANGUAGES)
                        .allMatch(language -> words(language).has("rules.Inferred.name.exists." + name)));
    }
}
