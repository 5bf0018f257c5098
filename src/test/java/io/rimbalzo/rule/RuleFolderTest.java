package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

    @TempDir
    private Path parent;
    private Path rules;

    @BeforeEach
    void folders() throws IOException {
        rules = Files.createDirectories(parent.resolve("rules/inference")).getParent();
    }

    @Test
    void files_have_names_that_begin_with_their_folder() throws Exception {
        Files.writeString(rules.resolve("post.drl"), "\ufeffpackage rules\r\n// È\r\n");
        Files.writeString(rules.resolve("inference/post.drl"), "package rules");
        Files.writeString(rules.resolve("context.tsv"), "sent-by\tperson");
        Files.writeString(rules.resolve("post.cases"), "=== none");
        Files.writeString(rules.resolve(".post.drl"), "an editor's own");
        assertThat(RuleFolder.read(rules)).containsOnlyKeys("rules/context.tsv", "rules/inference/post.drl", "rules/post.drl")
                .containsEntry("rules/post.drl", "package rules\n// È\n");
    }

    @Test
    void a_file_that_is_no_utf_8_is_refused_at_its_line() throws Exception {
        Files.write(rules.resolve("post.drl"), "package rules\n\n// perché\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(rules.resolve("good.drl"), "package rules // \ufffd stands for what was lost\n");
        assertThatThrownBy(() -> RuleFolder.read(rules)).isInstanceOf(Refused.class).hasMessage("rules/post.drl:3: the file must be UTF-8; here it is not");
    }

    @Test
    void a_file_of_a_million_letters_is_refused() throws Exception {
        Files.writeString(rules.resolve("post.drl"), "package rules\n" + "//\n".repeat(400_000));
        assertThatThrownBy(() -> RuleFolder.read(rules)).isInstanceOf(Refused.class).hasMessageStartingWith("rules/post.drl:1: a file has 1000000 bytes at most");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> RuleFolder.read(parent.resolve("none"))).isInstanceOf(IOException.class);
    }
}
