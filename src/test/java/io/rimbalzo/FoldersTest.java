package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path parent;

    private Path rules;

    @BeforeEach
    void folders() throws IOException {
        rules = Files.createDirectories(parent.resolve("rules/inference")).getParent();
    }

    @Test
    void files_have_names_that_begin_with_their_folder() throws IOException {
        Files.writeString(rules.resolve("post.drl"), "\ufeffpackage rules\r\n// È\r\n");
        Files.writeString(rules.resolve("inference/post.drl"), "package rules");
        Files.writeString(rules.resolve("context.tsv"), "sent-by\tperson");
        Files.writeString(rules.resolve("post.cases"), "=== none");
        Files.writeString(rules.resolve(".post.drl"), "an editor's own");
        assertThat(Folders.in(parent).ruleFiles())
                .containsOnlyKeys("rules/context.tsv", "rules/inference/post.drl", "rules/post.drl")
                .containsEntry("rules/post.drl", "package rules\n// È\n");
    }

    @Test
    void a_file_that_is_no_utf_8_is_refused_at_its_line() throws IOException {
        Files.write(rules.resolve("post.drl"), "package rules\n\n// perché\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Folders.in(parent).ruleFiles())
                .isInstanceOf(IOException.class)
                .hasMessage("rules/post.drl:3: this is not UTF-8; save the file as UTF-8");
    }

    @Test
    void a_folder_that_is_not_there_gives_the_shipped_files() throws IOException {
        assertThat(Folders.in(parent.resolve("none")).ruleFiles()).containsKey("rules/vocabulary.drl");
        assertThat(Folders.in(parent.resolve("none")).library().spoken()).contains("en", "it");
        assertThat(Folders.in(parent.resolve("none")).wellKnownDomains()).contains("gmail.com");
    }

    @Test
    void domains_are_one_a_line_without_comments() throws IOException {
        Files.writeString(rules.resolve("well-known-domains.txt"), "# mail\n\ngmail.com\n libero.it \n");
        assertThat(Folders.in(parent).wellKnownDomains()).containsExactly("gmail.com", "libero.it");
    }
}
