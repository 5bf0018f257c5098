package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Reply;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words are written twice: in rules/vocabulary.drl for people, in Vocabulary for the engine. */
class VocabularyTest {

    @Test
    void every_word_of_the_engine_is_told_in_the_vocabulary() throws Exception {
        List<String> told = Files.readAllLines(Path.of("rules/vocabulary.drl"));
        for (FactType type : Vocabulary.MAIL.all()) {
            List<String> lines = told.stream()
                    .filter(line -> line.startsWith("//   " + type.name() + "( "))
                    .toList();
            assertThat(lines).as(type.name()).isNotEmpty();
            for (String word : type.fields.keySet()) {
                assertThat(lines)
                        .as("%s.%s", type.name(), word)
                        .anyMatch(line -> line.matches(".*\\b" + word + "\\b.*"));
            }
            for (String word : type.words.keySet()) {
                assertThat(lines).as("%s.%s", type.name(), word).anyMatch(line -> line.contains(word + "("));
            }
        }
    }

    @Test
    void every_value_of_an_annotation_is_told_in_the_vocabulary() throws Exception {
        String told = String.join(" ", Files.readAllLines(Path.of("rules/vocabulary.drl")))
                .replaceAll("[^a-z@-]+", " ");
        About.VALUES.forEach((name, values) -> {
            assertThat(told).contains("@" + name + " ");
            values.forEach(value -> assertThat(told).contains(" " + value + " "));
        });
    }

    @Test
    void every_field_is_a_component_of_its_record() {
        for (FactType type : Vocabulary.MAIL.all()) {
            List<String> components = Arrays.stream(type.type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(components)
                    .as(type.name())
                    .containsAll(type.fields.keySet())
                    .contains("quote");
        }
        assertThat(Vocabulary.MAIL.of(new Reply(550, "no", "no")).name()).isEqualTo("Reply");
        assertThat(new Inferred("a", "b")).isEqualTo(new Inferred("a", "b")).hasSameHashCodeAs(new Inferred("a", "b"));
    }
}
