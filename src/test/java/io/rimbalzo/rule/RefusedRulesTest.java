package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedRulesTest {

    private static final Path BAD = Path.of("src/test/resources/bad-rules");

    /** Each file with the lines where the complaint may stand and a word that it must have. */
    static Stream<Arguments> badFiles() throws Exception {
        return Files.readAllLines(BAD.resolve("expected.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(parts -> Arguments.of(parts[0], parts[1], parts[2]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_among_good_ones_is_refused_at_its_line(String file, String lines, String word) throws Exception {
        Refused refused = refused(Good.with(file, Files.readString(BAD.resolve(file))));
        int dash = lines.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? lines : lines.substring(0, dash));
        int last = Integer.parseInt(lines.substring(dash + 1));
        assertThat(refused.complaints())
                .as("each has its words")
                .noneSatisfy(complaint -> assertThat(complaint.message()).startsWith("check."));
        assertThat(refused.complaints()).anySatisfy(complaint -> {
            assertThat(complaint.place().file()).isEqualTo("rules/" + file);
            assertThat(complaint.place().line()).isBetween(first, last);
            assertThat(complaint.message()).contains(word);
        });
    }

    @Test
    void every_bad_file_is_expected() throws Exception {
        try (Stream<Path> files = Files.list(BAD)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".drl")))
                    .containsExactlyInAnyOrderElementsOf(
                            badFiles().map(a -> (String) a.get()[0]).toList());
        }
    }

    @AfterAll
    static void nothing_in_a_bad_file_ever_ran() {
        assertThat(System.getProperty("rimbalzo.smuggled")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$s : Dmrac( result == \"fail\" )       | rules/post-trial.drl:6:5: rule \"post.lost (trial)\": there is no fact “Dmrac”. Did you mean Dmarc? Known: Reply, ",
                "$s : Dmarc( reslut == \"fail\" )       | rules/post-trial.drl:6:17: rule \"post.lost (trial)\": there is no field of Dmarc “reslut”. Did you mean result? Known: result, action, headerFrom",
                "$s : Status( code == \"5.1.1\", says(\"x\") ) | rules/post-trial.drl:6:35: rule \"post.lost (trial)\": there is no word of Status “says”. Known: within",
                "$s : Context( name == \"recipient-kind\", value == \"grup\" ) | rules/post-trial.drl:6:5: rule \"post.lost (trial)\": recipient-kind is never “grup”. Did you mean group? Known: mailbox, group",
            })
    void a_complaint_tells_place_rule_and_what_was_possible(String when, String complaint) {
        assertThat(refused(Good.with(when)).getMessage()).startsWith(complaint);
    }

    @Test
    void inference_looks_at_what_was_read_and_concludes_nothing() {
        String rule =
                "package rules\n\nrule \"found\"\n    @source(\"a page\")\nwhen\n    $s : %s\nthen\n    %s;\nend\n";
        assertThat(refused(Good.with(
                                "inference/found.drl",
                                rule.formatted("Inferred( name == \"forwarded\" )", "infer.that(\"found\", $s)")))
                        .getMessage())
                .isEqualTo(
                        "rules/inference/found.drl:6:5: rule \"found\": a rule in inference/ looks at what was read, not at what is inferred");
        assertThat(refused(Good.with(
                                "inference/found.drl",
                                rule.formatted("Arc( result == \"pass\" )", "conclude.likely(\"post.lost\", $s)")))
                        .getMessage())
                .startsWith("rules/inference/found.drl:8:5: rule \"found\": “conclude” is not allowed");
        assertThat(refused(Good.with(
                                "inference/found.drl",
                                rule.formatted("Arc( result == \"pass\" )", "infer.that(\"Found it\", $s)")))
                        .getMessage())
                .startsWith("rules/inference/found.drl:8:11: rule \"found\": what is inferred has a name like");
    }

    @Test
    void every_complaint_is_told_at_once() {
        Map<String, String> files = Good.with("$s : Dmrac( result == \"fail\" )");
        files.put(
                "rules/post-other.drl",
                "package rules\n\n"
                        + Good.rule("post.lost (a)", "certain", "post.lost", "@source(\"a\")", "$s : Spff()", "$s")
                        + Good.rule("post.lost (b)", "surely", "post.lost", "@source(\"a\")", "$s : Spf()", "$s"));
        assertThat(refused(files).complaints())
                .extracting(Complaint::rule)
                .containsExactly("post.lost (a)", "post.lost (b)", "post.lost (trial)");
    }

    @Test
    void imports_and_globals_stand_in_the_vocabulary_only() throws Exception {
        assertThat(Rules.load(Good.files()).all()).hasSize(3);
        assertThat(refused(Good.with("post-more.drl", Good.VOCABULARY)).getMessage())
                .startsWith("rules/post-more.drl:3: import io.rimbalzo.fact.* is not allowed");
        Map<String, String> files = Good.files();
        files.put("rules/vocabulary.drl", Good.VOCABULARY + "global java.util.List list\n");
        assertThat(refused(files).getMessage()).isEqualTo("rules/vocabulary.drl:7: global list is not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "recipient-kind group, 2",
        "'recipient-kind\tgroup\t ', 2",
        "'sent-by\tperson\nsent-by\tapplication', 3",
        "'sent-by\tperson\tunknown', 2",
        "'sent-by\t@admin', 2",
        "'sent-by\t@admn\tperson', 2",
        "'sent-by\t@after\tperson', 2"
    })
    void context_tsv_is_checked_line_by_line(String lines, int line) {
        Map<String, String> files = Good.with("context.tsv", "# names\n" + lines + "\n");
        assertThat(refused(files).complaints())
                .extracting(Complaint::place)
                .containsExactly(new Place("rules/context.tsv", line));
    }

    private static Refused refused(Map<String, String> files) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Rules.load(files));
        assertThat(refused).as("the files must be refused").isNotNull();
        return refused;
    }
}
