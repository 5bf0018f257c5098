package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rimbalzo.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {

    @TempDir
    private Path folder;

    @Test
    void rules_come_back_as_they_were() throws Exception {
        for (Map<String, String> files : List.of(Folders.in(Path.of("")).ruleFiles(), new Generate(9).rules(200))) {
            Map<String, List<Rule>> rules = RuleSet.read(files, ContextNames.read(files, c -> {}), Map.of())
                    .byFile();
            new RuleCache(Optional.of(folder), files).write(rules);
            assertThat(known(files)).isEqualTo(rules);
        }
    }

    @Test
    void the_second_start_reads_what_the_first_has_written() throws Exception {
        Path later = folder.resolve("not/yet/there");
        assertThat(Rules.load(Good.files(), Optional.of(later)).all()).hasSize(3);
        assertThat(later.resolve("rules.bin")).exists();
        assertThat(later).isDirectoryContaining("glob:**rules.bin").isDirectoryNotContaining("glob:**.tmp");
        assertThat(Rules.load(Good.files(), Optional.of(later)).about()).containsKey("post.lost");
    }

    @Test
    void only_the_file_that_was_edited_is_read_again() throws Exception {
        Rules.load(Good.files(), Optional.of(folder));
        Map<String, String> edited = Good.files();
        edited.merge("rules/post.drl", "// one line more\n", String::concat);
        assertThat(known(edited)).containsOnlyKeys("rules/inference/forwarding.drl", "rules/vocabulary.drl");
        Rules.load(edited, Optional.of(folder));
        assertThat(known(edited)).hasSize(3);
        edited.merge("rules/context.tsv", "# other names\n", String::concat);
        assertThat(known(edited)).isEmpty();
    }

    @Test
    void known_files_are_still_looked_at_together() throws Exception {
        Map<String, String> files = Good.with("$s : Status( code == \"5.4.6\" ) not Inferred( name == \"forwarded\" )");
        Rules.load(files, Optional.of(folder));
        files.remove("rules/inference/forwarding.drl");
        assertThatThrownBy(() -> Rules.load(files, Optional.of(folder)))
                .hasMessageContaining("nothing infers “forwarded”");
        files.remove("rules/post.drl");
        files.put("rules/inference/forwarding.drl", Good.files().get("rules/inference/forwarding.drl"));
        assertThatThrownBy(() -> Rules.load(files, Optional.of(folder)))
                .hasMessageContaining("no rule is named exactly \"post.lost\"");
        files.put("rules/post-again.drl", files.get("rules/post-trial.drl"));
        assertThatThrownBy(() -> Rules.load(files, Optional.of(folder)))
                .hasMessageContaining("another rule has this name");
    }

    private Map<String, List<Rule>> known(Map<String, String> files) {
        return new RuleCache(Optional.of(folder), files).read();
    }

    @Test
    void refused_rules_are_not_kept() {
        try {
            Rules.load(Good.with("$s : Dmrac()"), Optional.of(folder));
        } catch (Refused e) {
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void a_damaged_file_is_read_anew_and_mended() throws Exception {
        Rules.load(Good.files(), Optional.of(folder));
        Path file = folder.resolve("rules.bin");
        byte[] good = Files.readAllBytes(file);
        for (byte[] bad : List.of(
                new byte[0],
                new byte[7],
                new byte[8],
                Arrays.copyOf(good, good.length - 1),
                spoilt(good, 3),
                spoilt(good, 9),
                spoilt(good, good.length / 2),
                "nothing of ours".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, bad);
            assertThat(known(Good.files())).isEmpty();
            assertThat(Rules.load(Good.files(), Optional.of(folder)).all()).hasSize(3);
            assertThat(Files.readAllBytes(file)).isEqualTo(good);
        }
    }

    private static byte[] spoilt(byte[] good, int at) {
        byte[] bad = good.clone();
        bad[at] ^= 64;
        return bad;
    }

    @Test
    void a_folder_that_cannot_be_written_to_does_no_harm() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a file where a folder should be");
        assertThat(Rules.load(Good.files(), Optional.of(file)).all()).hasSize(3);
    }

    @Test
    void a_start_from_the_cache_never_touches_the_parser() throws Exception {
        Rules.load(Good.files(), Optional.of(folder.resolve("kept")));
        for (Map.Entry<String, String> file : Good.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FromCache.class.getName(),
                        folder.toString(),
                        folder.resolve("kept").toString())
                .redirectErrorStream(true)
                .start();
        String loaded = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor())
                .as(loaded.lines()
                        .skip(Math.max(0, loaded.lines().count() - 20))
                        .toList()
                        .toString())
                .isZero();
        assertThat(loaded).contains("org.drools.model").contains("3 rules");
        assertThat(loaded.lines()
                        .filter(line -> line.contains("org.antlr")
                                || line.contains("org.drools.drl.parser")
                                || line.contains("drl.ast")))
                .isEmpty();
    }

    /** Loads the rules of one folder, with the cache in the other. */
    static final class FromCache {
        public static void main(String[] folders) throws Exception {
            System.out.println(Rules.load(Folders.in(Path.of(folders[0])).ruleFiles(), Optional.of(Path.of(folders[1])))
                            .all()
                            .size()
                    + " rules");
        }
    }
}
