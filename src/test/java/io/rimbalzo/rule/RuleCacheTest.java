package io.rimbalzo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {

    @TempDir
    private Path folder;

    @Test
    void rules_come_back_as_they_were() throws Exception {
        for (Map<String, String> files : List.of(RuleFolder.read(Path.of("rules")), new Generate(9).rules(200))) {
            List<Rule> rules = Rules.load(files).all();
            new RuleCache(Optional.of(folder), files).write(rules);
            assertThat(new RuleCache(Optional.of(folder), files).read()).isEqualTo(rules);
        }
    }

    @Test
    void the_second_start_reads_what_the_first_has_written() throws Exception {
        assertThat(Rules.load(Good.files(), Optional.of(folder.resolve("new"))).all()).hasSize(3);
        assertThat(kept(folder.resolve("new"))).hasSize(1);
        assertThat(new RuleCache(Optional.of(folder.resolve("new")), Good.files()).read()).hasSize(3);
        assertThat(Rules.load(Good.files(), Optional.of(folder.resolve("new"))).about()).containsKey("post.lost");
    }

    @Test
    void an_edit_of_any_file_is_another_rule_base() throws Exception {
        Rules.load(Good.files(), Optional.of(folder));
        for (String file : Good.files().keySet()) {
            Map<String, String> edited = Good.files();
            edited.merge(file, "\n", String::concat);
            assertThat(new RuleCache(Optional.of(folder), edited).read()).as(file).isNull();
        }
        assertThat(new RuleCache(Optional.of(folder), Good.with("post-x.drl", "package rules\n")).read()).isNull();
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
        Path file = kept(folder).get(0);
        byte[] good = Files.readAllBytes(file);
        for (byte[] bad : List.of(new byte[0], new byte[7], new byte[8], java.util.Arrays.copyOf(good, good.length - 1), spoilt(good, 3),
                spoilt(good, 9), spoilt(good, good.length / 2), "nothing of ours".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, bad);
            assertThat(new RuleCache(Optional.of(folder), Good.files()).read()).isNull();
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
    void the_file_of_other_rules_does_not_serve() throws Exception {
        Rules.load(Good.files(), Optional.of(folder));
        Map<String, String> more = Good.with("$s : Status( code == \"5.4.6\" )");
        Path other = Files.createDirectory(folder.resolve("other"));
        Rules.load(more, Optional.of(other));
        Files.copy(kept(folder).get(0), kept(other).get(0), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(Rules.load(more, Optional.of(other)).all()).hasSize(4);
    }

    @Test
    void a_folder_that_cannot_be_written_to_does_no_harm() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a file where a folder should be");
        assertThat(Rules.load(Good.files(), Optional.of(file)).all()).hasSize(3);
    }

    @Test
    void only_the_newest_few_are_kept() throws Exception {
        for (int i = 0; i < 7; i++) {
            Rules.load(Good.with("post-" + i + ".drl", "package rules\n"), Optional.of(folder));
        }
        assertThat(kept(folder)).hasSize(4);
    }

    @Test
    void a_start_from_the_cache_never_touches_the_parser() throws Exception {
        Rules.load(Good.files(), Optional.of(folder.resolve("kept")));
        for (Map.Entry<String, String> file : Good.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load", "-cp",
                System.getProperty("java.class.path"), FromCache.class.getName(), folder.resolve("rules").toString(), folder.resolve("kept").toString())
                .redirectErrorStream(true).start();
        String loaded = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(loaded.lines().skip(Math.max(0, loaded.lines().count() - 20)).toList().toString()).isZero();
        assertThat(loaded).contains("org.drools.model").contains("3 rules");
        assertThat(loaded.lines().filter(line -> line.contains("org.antlr") || line.contains("org.drools.drl.parser") || line.contains("drl.ast"))).isEmpty();
    }

    /** Loads the rules of one folder, with the cache in the other. */
    static final class FromCache {
        public static void main(String[] folders) throws Exception {
            System.out.println(Rules.load(RuleFolder.read(Path.of(folders[0])), Optional.of(Path.of(folders[1]))).all().size() + " rules");
        }
    }

    private static List<Path> kept(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".bin")).toList();
        }
    }
}
