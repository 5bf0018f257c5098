package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rimbalzo help}, {@code rimbalzo help diagnose}, {@code rimbalzo why --help}. */
class HelpTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S");

    private static List<String> commands(String overview) {
        return COMMAND.matcher(overview).results().map(match -> match.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_command_tells_how_to_use_it_within_a_terminal(String lang) {
        Run overview = Trial.silent().run("help", "--lang", lang);
        List<String> commands = commands(overview.out());
        assertThat(commands).hasSize(11).contains("diagnose", "explain", "serve", "mcp");
        assertThat(overview.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        for (String command : commands) {
            Run help = Trial.silent().run("help", command, "--lang", lang);
            assertThat(help.status()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(help.out())
                    .startsWith("rimbalzo " + command + " ")
                    .contains(lang.equals("it") ? "\n  Esempio: " : "\n  Example: ")
                    .contains("rimbalzo")
                    .isEqualTo(Trial.silent()
                            .run(command, "--help", "--lang", lang)
                            .out());
        }
    }

    @ParameterizedTest
    @CsvSource({"explain,markdown", "check,ndjson", "unexplained,reply", "why,html"})
    void a_command_speaks_of_its_own_formats_only(String command, String other) {
        assertThat(Trial.silent().run("help", command).out())
                .contains("--format text|json\n")
                .doesNotContain(other);
    }

    @Test
    void forms_of_values_are_in_the_language_and_what_is_typed_is_not() {
        assertThat(Trial.silent()
                        .speaking("it_IT.UTF-8")
                        .run("help", "diagnose")
                        .out())
                .contains(
                        "rimbalzo diagnose [OPZIONI] [FILE...|-]",
                        "--lang it|en\n",
                        "--context nome=valore\n",
                        "--rules CARTELLA\n");
    }
}
