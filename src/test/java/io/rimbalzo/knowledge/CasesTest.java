package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.check.Fault;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases beside the rules: each is answered exactly, and together they fire every rule. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> each_case_is_answered_exactly() {
        return Knowledge.checked().answers().stream()
                .map(answered -> DynamicTest.dynamicTest(
                        answered.one().place() + " " + answered.one().title(),
                        () -> assertThat(answered.ids())
                                .as(answered.one().place())
                                .isEqualTo(answered.one().expect())));
    }

    @Test
    void every_case_of_every_file_is_tried() throws IOException {
        long titles = Folders.in(Knowledge.PROJECT).caseFiles().values().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("=== "))
                .count();
        assertThat(Knowledge.checked().ran()).isTrue();
        assertThat(Knowledge.checked().answers()).hasSize((int) titles).hasSizeGreaterThan(1000);
    }

    @Test
    void every_rule_is_fired_by_some_case_and_none_disagree() {
        assertThat(faults(fault -> !fault.kind().startsWith("words."))).isEmpty();
    }

    static List<String> faults(Predicate<Fault> wanted) {
        return Knowledge.checked().wrong().stream()
                .filter(wanted)
                .map(fault -> fault.file() + ":" + fault.line() + ": "
                        + fault.sentence().english())
                .toList();
    }
}
