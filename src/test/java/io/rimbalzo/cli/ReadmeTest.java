package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The output that the README shows is the program's own. */
class ReadmeTest {

    private static final String PROMPT = "    $ ./rimbalzo ";
    private static final String CUT = "    [...]";

    @Test
    void the_examples_are_what_the_program_says() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int shown = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PROMPT)) {
                List<String> expected = new ArrayList<>();
                for (int j = i + 1; !lines.get(j).equals(CUT); j++) {
                    expected.add(lines.get(j).isEmpty() ? "" : lines.get(j).substring(4));
                }
                List<String> said = said(lines.get(i).substring(PROMPT.length()).split(" "));
                assertThat(said.subList(0, expected.size())).as(lines.get(i)).isEqualTo(expected);
                shown++;
            }
        }
        assertThat(shown).isEqualTo(2);
    }

    private static List<String> said(String[] arguments) {
        Trial.Run run = Trial.silent().run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.lines();
    }
}
